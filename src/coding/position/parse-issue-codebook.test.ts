import { expect, test } from "vitest";
import { parseIssueCodebook } from "./parse-issue-codebook.ts";
import { madeIssues, madeIssuesYaml } from "./testing/made-issues.ts";

test("a codebook is read with its rules, examples and cues", () => {
  expect(madeIssues).toMatchObject({ name: "the river", threshold: 0.5, margin: 0.05 });
  expect(madeIssues.issues.map(({ id, threshold }) => [id, threshold])).toEqual([
    ["talks", null],
    ["talks-with-person", 0.9],
    ["withdrawal", null],
  ]);
  const withdrawal = madeIssues.issues[2];
  expect(withdrawal?.examples[1]).toEqual({ text: "The soldiers will stay as long as it takes.", isContrary: true });
  expect(withdrawal?.cues[0]).toMatchObject({ kind: "phrase", words: ["pull", "out", "of", "troops"] });
  expect(withdrawal?.cues[1]).toMatchObject({ kind: "verb", word: "withdraw", particle: null });
  expect(withdrawal?.cues[2]).toMatchObject({ kind: "verb", word: "pull", particle: "out" });
  expect(withdrawal?.cues[3]).toMatchObject({ kind: "noun", word: "withdrawal" });
  const [cue] = withdrawal?.cues.filter((each) => each.kind === "noun") ?? [];
  expect([...(cue?.kind === "noun" ? (cue.object?.words ?? []) : [])]).toEqual([
    "troops",
    "troop",
    "soldier",
    "brigade",
  ]);
});

/** Where the fault must be is marked with "⌖" in what takes the place of `from`. */
test.each([
  { from: "name: the river\n", to: "⌖", says: "lacks name" },
  { from: "name: the river", to: "name: ⌖7", says: "is number 7" },
  { from: "threshold: 0.5", to: "threshold: ⌖1.5", says: "is number 1.5" },
  { from: "margin: 0.05", to: "margin: ⌖-1", says: "is number -1" },
  { from: "threshold: 0.9", to: "threshold: ⌖high", says: "is string high" },
  { from: "label: talks with a", to: "⌖lable: talks with a", says: 'no key "lable"', among: 2 },
  { from: "id: withdrawal", to: "id: ⌖talks", says: "taken by the issue of line 6" },
  { from: "id: withdrawal", to: "id: ⌖Withdrawal of troops", says: "is no id" },
  { from: "[I will look him in the eye across a table.]", to: "⌖[]", says: "the list is empty" },
  { from: "{ text: The soldiers will stay", to: "⌖{ words: The soldiers will stay", says: "lacks text", among: 2 },
  { from: "- id: withdrawal\n", to: "- ⌖label: thrice\n", says: "lacks id", among: 2 },
  { from: "    against: refusals\n", to: "    ⌖for: once more\n", says: "stands twice", among: 2 },
  { from: "against: refusals to leave", to: "⌖against:", says: "is empty" },
  { from: "nouns: [talks, negotiation]", to: "⌖nuns: [talks]", says: 'no key "nuns"', among: 2 },
  { from: "[talks, negotiation] }", to: "[⌖Talks] }", says: '"Talks" has capitals' },
  { from: "[talks, negotiation] }", to: "[⌖true] }", says: "is boolean true" },
  { from: "[$forces], unless", to: "[⌖$troops], unless", says: '"$troops" is no class' },
  { from: '"@person"', to: '⌖"@human"', says: '"@human" is no kind' },
  { from: "{ obl: null }", to: "{ ⌖oblique: null }", says: '"oblique" is no dependency relation' },
  { from: "contrary: true }\n  - id", to: "contrary: ⌖maybe }\n  - id", says: "is string maybe" },
  { from: "- pull-out of troops\n", to: "- ⌖{ unless: [x] }\n", says: "has no words" },
  { from: "- pull-out of troops\n", to: "- ⌖{ phrases: [x], object: [y] }\n", says: "asks more of a phrase" },
  { from: "id: withdrawal", to: "id: ⌖withdrawal\n    part-of: treaty", says: 'part of "treaty", which there is not' },
  { from: "id: withdrawal", to: "id: ⌖withdrawal\n    part-of: withdrawal", says: "which is a part itself" },
  { from: "issues:\n  -", to: "issues: [\n  ⌖-", says: "not YAML" },
])("$to instead of $from is a fault there", ({ from, to, says, among = 1 }) => {
  const marked = madeIssuesYaml.replace(from, to);
  const before = marked.slice(0, marked.indexOf("⌖")).split("\n");
  const parsed = parseIssueCodebook(marked.replace("⌖", ""));
  const faults = parsed.kind === "valid" ? [] : parsed.faults;
  const fault = faults.find(({ problem }) => problem.includes(says));
  expect(faults.length, JSON.stringify(faults)).toBeLessThanOrEqual(among);
  expect(fault?.remedy, JSON.stringify(faults)).toMatch(/\w/u);
  expect([fault?.line, fault?.column]).toEqual([before.length, (before.at(-1)?.length ?? 0) + 1]);
});

test("words that older YAML took for something else are words", () => {
  const parsed = parseIssueCodebook(madeIssuesYaml.replace("unless: [loan]", "unless: [no, on]"));
  expect(parsed.kind).toBe("valid");
});

test("all faults are listed, in the order of the text", () => {
  const yaml = madeIssuesYaml
    .replace("threshold: 0.5", "threshold: 5")
    .replace("label: talks as such", "lable: talks as such")
    .replace("id: withdrawal", "id: talks")
    .replace("{ obl: null }", "{ oblique: null }");
  const parsed = parseIssueCodebook(yaml);
  const lines = parsed.kind === "valid" ? [] : parsed.faults.map(({ line }) => line);
  expect(lines).toEqual([2, 6, 7, 27, 38]);
});

test.each(["", "- a\n- b\n", "just words", "name: [\n"])("%j is no codebook", (yaml) => {
  expect(parseIssueCodebook(yaml).kind).toBe("invalid");
});
