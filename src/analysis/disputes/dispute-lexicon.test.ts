import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { parseDisputeLexicon } from "./dispute-lexicon.ts";

const yaml = parse(readFileSync(new URL("../../../codebook/disputes.yaml", import.meta.url), "utf8")) as Record<
  string,
  unknown
>;

test("words of one family are looked up as one", () => {
  const { families, apart } = parseDisputeLexicon(yaml);
  expect(families.get("met")).toBe("meet");
  expect(apart.get("dead")).toBeUndefined();
  expect(apart.get("die")).toBe(apart.get("kill"));
});

test.each([
  [{ ...yaml, denials: "deny" }, "dispute lexicon, denials: found string deny, accepted: a list"],
  [
    { ...yaml, dates: ["Date"] },
    'dispute lexicon, dates[0]: found string Date, accepted: words in small letters (quote "no" and "false")',
  ],
  [{ ...yaml, negations: [false] }, "dispute lexicon, negations[0]: found boolean false"],
  [{ ...yaml, rumours: [] }, 'dispute lexicon, the file: found "rumours"'],
])("a fault is named with its place", (file, message) => {
  expect(() => parseDisputeLexicon(file)).toThrow(message);
});
