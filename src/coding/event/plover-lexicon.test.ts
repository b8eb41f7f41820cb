import { expect, test } from "vitest";
import { ParleyError } from "../../text/errors.ts";
import { specificity } from "./plover-entry.ts";
import { parsePloverLexicon } from "./plover-lexicon.ts";
import { readPlover, readPloverFiles } from "./testing/plover.ts";

test("the codebook's files are valid, and name what happens by lemma", () => {
  const lexicon = readPlover();
  expect(lexicon.verbs.get("accuse")?.[0]).toMatchObject({ type: "ACCUSE", mode: "allege" });
  expect(lexicon.verbs.get("rule")?.[0]).toMatchObject({ type: "REJECT", particle: "out" });
  expect(lexicon.nouns.get("annexation")?.[0]).toMatchObject({ type: "COERCE", alone: true });
  expect(lexicon.supports.has("launch")).toBe(true);
  expect(lexicon.contexts.get("referendum")).toEqual(["election"]);
});

test("of the entries for a lemma the one that asks for most comes first", () => {
  for (const entries of readPlover().verbs.values()) {
    const asked = entries.map(specificity);
    expect(asked).toEqual(asked.toSorted((a, b) => b - a));
  }
});

test("every type but CONSULT, which contacts tell, has verbs", () => {
  const types = new Set([...readPlover().verbs.values()].flat().map(({ type }) => type));
  expect(types.size).toBe(15);
  expect(types.has("CONSULT")).toBe(false);
});

test("a class stands for its words", () => {
  const aid = { type: "AID", recipient: ["to"], entries: [{ verbs: ["send"], object: ["$food", "@actor"] }] };
  const words = { ...made.words, classes: { ...made.words.classes, food: ["grain", "flour"] } };
  const [entry] = parsePloverLexicon({ ...made, words, aid }).verbs.get("send") ?? [];
  expect([...(entry?.object?.words ?? [])]).toEqual(["grain", "flour"]);
  expect([...(entry?.object?.kinds ?? [])]).toEqual(["actor"]);
});

const empty = { entries: [], recipient: [] };
const made = {
  ...readPloverFiles(),
  words: { supports: [], occurrences: [], classes: { wrong: ["crime"] } },
  ...Object.fromEntries(
    ["agree", "support", "concede", "cooperate", "aid", "retreat", "request", "accuse", "reject", "threaten"].map(
      (name) => [name, { ...empty, type: name.toUpperCase() }],
    ),
  ),
  ...Object.fromEntries(
    ["protest", "sanction", "mobilize", "coerce", "assault"].map((name) => [
      name,
      { ...empty, type: name.toUpperCase() },
    ]),
  ),
};

test.each([
  { files: { words: null }, place: "words" },
  { files: { aid: { ...empty, type: "HELP" } }, place: "aid.type" },
  { files: { aid: { type: "AID", recipient: [], entries: [{ object: ["aid"] }] } }, place: "aid.entries[0]" },
  { files: { aid: { type: "AID", recipient: [], entries: [{ verbs: ["give"], role: [] }] } }, place: "aid.entries[0]" },
  {
    files: { aid: { type: "AID", recipient: [], entries: [{ verbs: ["give"], object: ["$nothing"] }] } },
    place: "aid.entries[0].object",
  },
  {
    files: { aid: { type: "AID", recipient: [], entries: [{ verbs: ["give"], contexts: ["war"] }] } },
    place: "aid.entries[0].contexts[0]",
  },
  {
    files: { aid: { type: "AID", recipient: [], entries: [{ verbs: ["give"], clause: "if" }] } },
    place: "aid.entries[0].clause",
  },
  { files: { aid: { type: "AID", recipient: [], entries: [{ verbs: ["Give"] }] } }, place: "aid.entries[0].verbs[0]" },
  { files: { contexts: { warfare: [] } }, place: "contexts.warfare" },
])("a fault at $place is named", ({ files, place }) => {
  const parse = (): unknown => parsePloverLexicon({ ...made, ...files });
  expect(parse).toThrow(ParleyError);
  expect(parse).toThrow(`PLOVER lexicon, ${place}:`);
});
