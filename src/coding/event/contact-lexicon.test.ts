import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { ParleyError } from "../../text/errors.ts";
import { parseContactLexicon } from "./contact-lexicon.ts";

const yaml: unknown = parse(readFileSync(new URL("../../../codebook/plover/contacts.yaml", import.meta.url), "utf8"));
const file = yaml as Readonly<Record<string, object>>; // validated by what is tested

test("the codebook's words of contact are valid, each with its frame", () => {
  const lexicon = parseContactLexicon(yaml);
  expect(lexicon.verbs.get("meet")?.[0]).toMatchObject({ form: "meeting", together: "always", particle: null });
  expect(lexicon.verbs.get("sit")?.[0]).toMatchObject({ particle: "down" });
  expect(lexicon.nouns.get("talk")?.[0]).toMatchObject({ form: "talks", plural: true });
  expect(lexicon.statuses.get("call off")).toBe("cancelled");
});

const meet = { verbs: ["meet"], form: "meeting", with: ["object"] };

test.each([
  { change: null, place: "the file" },
  { change: { verbs: {} }, place: "verbs" },
  { change: { verbs: [{ ...meet, form: "party" }] }, place: "verbs[0].form" },
  { change: { verbs: [meet, { verbs: ["meet"], form: "meeting" }] }, place: "verbs[1]" },
  { change: { verbs: [{ ...meet, wiht: ["with"] }] }, place: "verbs[0]" },
  { change: { verbs: [{ ...meet, together: "sometimes" }] }, place: "verbs[0].together" },
  { change: { nouns: [{ nouns: ["Talk"], form: "talks" }] }, place: "nouns[0].nouns[0]" },
  { change: { nouns: [{ nouns: ["talk"], form: "talks", plural: "yes" }] }, place: "nouns[0].plural" },
  { change: { media: { smoke: ["signal"] } }, place: "media" },
  { change: { statuses: { planned: ["plan"], proposed: ["plan"] } }, place: "statuses.proposed" },
  { change: { parties: { all: ["between"], actor: ["by"], other: [true] } }, place: "parties.other[0]" },
  { change: { press: undefined }, place: "press" },
])("a fault at $place is named", ({ change, place }) => {
  const faulty = change === null ? null : { ...file, ...change };
  expect(() => parseContactLexicon(faulty)).toThrow(ParleyError);
  expect(() => parseContactLexicon(faulty)).toThrow(`contact lexicon, ${place}:`);
});
