import { expect, test } from "vitest";
import type { ParsedToken, SentenceParse } from "../../reader/sentence-parse.ts";
import { charSpan } from "../../text/span.ts";
import { tenseFromWords } from "./sentence-tense.ts";
import { tenseFromParse } from "./tense.ts";

/** "word lemma UPOS head relation", with heads counted from 0 and -1 for the root. */
function parse(rows: readonly string[]): { readonly text: string; readonly parse: SentenceParse } {
  const tokens: ParsedToken[] = [];
  let text = "";
  for (const row of rows) {
    const [word = "", lemma = "", upos = "", head = "", relation = ""] = row.split(" ");
    const start = text.length;
    text += `${word} `;
    tokens.push({ ...charSpan(start, start + word.length), lemma, upos, head: Number(head), relation });
  }
  return { text, parse: { tokens, entities: [] } };
}

const they = "They they PRON 1 nsubj";
const thursday = (head: number, relation = "obl") => `Thursday Thursday PROPN ${head} ${relation}`;

test.each([
  { rows: [they, "met meet VERB -1 root", thursday(1)], want: "past" },
  { rows: [they, "cut cut VERB -1 root", "ties tie NOUN 1 obj", thursday(1)], want: "past" },
  { rows: [they, "open open VERB -1 root", thursday(1)], want: "future" },
  { rows: [they, "expect expect VERB -1 root", "talks talk NOUN 1 obj", thursday(1)], want: "future" },
  { rows: [they, "remain remain VERB -1 root", thursday(1)], want: "present" },
  { rows: [they, "say say VERB -1 root", thursday(1)], want: "past" },
  { rows: ["They they PRON 2 nsubj", "will will AUX 2 aux", "meet meet VERB -1 root", thursday(2)], want: "future" },
  { rows: ["They they PRON 2 nsubj", "are be AUX 2 aux", "meeting meet VERB -1 root", thursday(2)], want: "future" },
  { rows: ["They they PRON 2 nsubj", "have have AUX 2 aux", "met meet VERB -1 root", thursday(2)], want: "past" },
  { rows: ["They they PRON 2 nsubj", "were be AUX 2 cop", "here here ADV -1 root", thursday(2)], want: "past" },
  {
    rows: [they, "plan plan VERB -1 root", "to to PART 3 mark", "meet meet VERB 1 xcomp", thursday(3)],
    want: "future",
  },
  {
    rows: [they, "failed fail VERB -1 root", "to to PART 3 mark", "meet meet VERB 1 xcomp", thursday(3)],
    want: "past",
  },
  {
    rows: ["Talks talk NOUN -1 root", "scheduled schedule VERB 0 acl", "for for ADP 3 case", thursday(1)],
    want: "future",
  },
  {
    rows: [
      "They they PRON 3 nsubj",
      "would would AUX 3 aux",
      "have have AUX 3 aux",
      "met meet VERB -1 root",
      thursday(3),
    ],
    want: "past",
  },
  // the verb is that of the talks
  { rows: [thursday(1, "nmod:poss"), "talks talk NOUN 2 nsubj", "failed fail VERB -1 root"], want: null, word: 0 },
  { rows: ["Thursday Thursday PROPN -1 root"], want: null },
])("the verb of $rows is $want", ({ rows, want, word }) => {
  const { text, parse: tree } = parse(rows);
  const offset = tree.tokens[word ?? rows.length - 1]?.start ?? 0;
  expect(tenseFromParse(tree, text, offset)).toBe(want);
});

test.each([
  { sentence: "Orlan spoke on Thursday.", want: "past" },
  { sentence: "Orlan will speak on Thursday.", want: "future" },
  { sentence: "Orlan said on Thursday that he will stay.", want: "past" },
  { sentence: "Orlan said that he will stay on Thursday.", want: "future" },
  { sentence: "They walked out ahead of Thursday.", want: "future" },
  { sentence: "They are in Karsk Thursday.", want: "present" },
  { sentence: "Thursday's talks could fail.", want: null },
  { sentence: "Karsk, Thursday", want: null },
])("by its words, Thursday is $want: $sentence", ({ sentence, want }) => {
  const start = sentence.indexOf("Thursday");
  expect(tenseFromWords(sentence, start, start + "Thursday".length)).toBe(want);
});
