import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { describeWithShared, sharedPath } from "../testing/shared.ts";
import { createConlluReader, parseConllu, wordsOf, writeConllu } from "./conllu.ts";

const example = `# newdoc id = karsk
# text = Oldan didn't wait.
1	Oldan	_	PROPN	_	_	2	nsubj	_	Entity=(1-person)
2-3	didn't	_	_	_	_	_	_	_	_
2	did	_	_	_	_	_	_	_	_
3	n't	_	_	_	_	_	_	_	_
4	wait	_	_	_	_	_	_	_	SpaceAfter=No
4.1	there	_	_	_	_	_	_	4:advmod	_
5	.	_	_	_	_	_	_	_	_

1	Why	_	_	_	_	_	_	_	SpaceAfter=No
2	?	_	_	_	_	_	_	_	_

`;

test("sentences hold their comments, tokens, words and blank lines", () => {
  const sentences = parseConllu(example);
  expect(sentences.map(({ lines }) => lines.map(({ kind }) => kind))).toEqual([
    ["comment", "comment", "word", "range", "word", "word", "word", "empty", "word", "blank"],
    ["word", "word", "blank"],
  ]);
  expect(sentences.map((sentence) => wordsOf(sentence).map(({ form }) => form))).toEqual([
    ["Oldan", "did", "n't", "wait", "."],
    ["Why", "?"],
  ]);
});

test.each([
  { name: "as it is", text: example },
  { name: "nothing", text: "" },
  { name: "blank lines only", text: "\n \n\r\n" },
  { name: "thousands of blank lines", text: `${"\n".repeat(5000)}${example}${"\n".repeat(5000)}${example}` },
  { name: "line ends of Windows", text: example.replaceAll("\n", "\r\n") },
  { name: "line ends of both kinds", text: example.replace("\n", "\r\n") },
  { name: "no blank line at the end", text: example.trimEnd() },
  { name: "blank lines before, between and after", text: `\n\n${example.replaceAll("\n\n", "\n\n \n\n")}\n` },
  { name: "comments after the last sentence", text: `${example}# the end` },
  { name: "a comment among the words", text: example.replace("3\tn't", "# here\n3\tn't") },
  { name: "spaces in columns", text: "1\t10 000\t10 000\tNUM\t_\t_\t0\troot\t_\t \n\n" },
  { name: "an empty word before the first", text: `0.1${"\t_".repeat(9)}\n1${"\t_".repeat(9)}` },
  { name: "a carriage return inside a line", text: `1${"\t_".repeat(8)}\ta\rb\n` },
])("written again, a file is what it was: $name", ({ text }) => {
  expect(writeConllu(parseConllu(text))).toBe(text);
});

test("the pieces that a file comes in change nothing", () => {
  const text = `\n${example}${example.replaceAll("\n", "\r\n")}# end`;
  const whole = parseConllu(text);
  fc.assert(
    fc.property(fc.array(fc.nat(text.length), { maxLength: 12 }), (cuts) => {
      const reader = createConlluReader();
      const edges = [0, ...cuts.sort((a, b) => a - b), text.length];
      const found = edges.flatMap((edge, at) => [...reader.push(text.slice(edge, edges[at + 1] ?? edge))]);
      expect([...found, ...reader.end()]).toEqual(whole);
    }),
  );
});

test("a sentence is given as soon as the next begins", () => {
  const reader = createConlluReader();
  const [first = "", second = ""] = example.split(/(?<=\n\n)/);
  expect([...reader.push(first)]).toHaveLength(0);
  expect([...reader.push(second)]).toHaveLength(1);
  expect([...reader.push("1\tAnd")]).toHaveLength(0);
});

test("what comes before an error is given first", () => {
  const found: number[] = [];
  expect(() => {
    for (const sentence of createConlluReader().push(`${example}no word\n`)) found.push(wordsOf(sentence).length);
  }).toThrow("line 14");
  expect(found).toEqual([5, 2]);
});

const row = (id: string): string => `${id}${"\tx".repeat(9)}`;
test.each([
  { name: "too few columns", text: `${row("1")}\n2\tx\tx`, line: 2, found: "3 columns" },
  { name: "too many columns", text: `${row("1")}\tx`, line: 1, found: "11 columns" },
  { name: "plain text", text: "# text\n\nThe talks went on.", line: 3, found: "1 column," },
  { name: "a number missing", text: `${row("1")}\n${row("3")}`, line: 2, found: "word 3, accepted: word 2" },
  { name: "no blank line between sentences", text: `${row("1")}\n${row("1")}`, line: 2, found: "word 1" },
  { name: "words numbered from 0", text: row("0"), line: 1, found: "numbers no word" },
  { name: "a word that is no number", text: row("one"), line: 1, found: "numbers no word" },
  { name: "a byte order mark", text: `\ufeff${row("1")}`, line: 1, found: "numbers no word" },
  { name: "a token that begins later", text: `${row("2-3")}\n${row("1")}`, line: 1, found: "words 2-3" },
  { name: "a token that ends before it begins", text: `${row("1")}\n${row("2-1")}`, line: 2, found: "words 2-1" },
  { name: "tokens in each other", text: `${row("1-3")}\n${row("1")}\n${row("2-3")}`, line: 3, found: "words 2-3" },
  { name: "a token without its words", text: `\n${row("1-3")}\n${row("1")}\n\n${row("1")}`, line: 2, found: "word 3" },
  { name: "an empty word out of place", text: `${row("1")}\n${row("2.1")}`, line: 2, found: "empty word 2.1" },
  { name: "an endless line", text: `${row("1")}\n${"x".repeat(1_000_001)}`, line: 2, found: "more than 1000000" },
  { name: "no form", text: `1\t${"\tx".repeat(8)}`, line: 1, found: "an empty second column" },
])("$name is an error that names the line", ({ text, line, found }) => {
  expect(() => parseConllu(text)).toThrow(
    expect.objectContaining({
      code: "PARLEY_CONLLU_INVALID",
      message: expect.stringMatching(new RegExp(`^line ${line}: found .*${found.replace(/[.]/g, "\\.")}`)),
    }),
  );
});

describeWithShared("the shared treebanks", () => {
  test.each(["ewt-dev", "gum-dev"])("%s is written again as it was", (name) => {
    const text = readFileSync(sharedPath("data", "ud", `${name}.conllu`), "utf8");
    const sentences = parseConllu(text);
    expect(writeConllu(sentences) === text).toBe(true);
    expect(sentences.flatMap(wordsOf)).toHaveLength(text.match(/^\d+\t/gm)?.length ?? 0);
  });
});
