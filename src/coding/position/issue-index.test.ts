import fc from "fast-check";
import { expect, test } from "vitest";
import { parseOf } from "../../reader/testing/parse-of.ts";
import { eventSentence } from "../event/event-sentence.ts";
import type { NamedIssue } from "./issue-finder.ts";
import { createIssueFinder } from "./issue-index.ts";
import { madeIssues } from "./testing/made-issues.ts";

const finder = createIssueFinder(madeIssues, null);

function namedIn(notation: string, { start = 0, entities = "" } = {}): readonly (NamedIssue & { words: string })[] {
  const { text, parse } = parseOf(notation, start, entities);
  const whole = " ".repeat(start) + text;
  return finder
    .named(eventSentence(whole, parse, 0))
    .map((each) => ({ ...each, words: whole.slice(each.span.start, each.span.end) }));
}

const we = "We/PRON/nsubj>1";
test.each([
  {
    says: "a noun by its form",
    notation: `${we} want/VERB/root>-1 talks~talk/NOUN/obj>1`,
    want: [["talks", "talks", false]],
  },
  {
    says: "no singular of what is listed in the plural",
    notation: `${we} heard~hear/VERB/root>-1 a/DET/det>3 talk/NOUN/obj>1`,
    want: [],
  },
  {
    says: "a verb with its particle",
    notation: `${we} sat~sit/VERB/root>-1 down/ADP/compound>1`,
    want: [["talks", "sat down", false]],
  },
  {
    says: "nothing where a word stands by that makes something else of it",
    notation: `${we} negotiate/VERB/root>-1 a/DET/det>3 loan/NOUN/obj>1`,
    want: [],
  },
  {
    says: "the cue of most words, which here is contrary",
    notation: `${we} broke~break/VERB/root>-1 off/ADP/compound>1 the/DET/det>4 talks~talk/NOUN/obj>1`,
    want: [["talks", "broke off the talks", true]],
  },
  {
    says: "its object, of a passive the subject",
    notation:
      "The/DET/det>1 brigade/NOUN/nsubj>3 was~be/AUX/aux>3 withdrawn~withdraw/VERB/root>-1 and/CCONJ/cc>5 negotiations~negotiation/NOUN/conj>3",
    want: [
      ["withdrawal", "brigade was withdrawn", false],
      ["talks", "negotiations", false],
    ],
  },
  {
    says: "its object by way of a quantity",
    notation: `${we} withdraw/VERB/root>-1 thousands~thousand/NOUN/obj>1 of/ADP/case>4 soldiers~soldier/NOUN/nmod>2`,
    want: [["withdrawal", "withdraw thousands of soldiers", false]],
  },
  {
    says: "a noun's object behind of",
    notation: "the/DET/det>1 withdrawal/NOUN/root>-1 of/ADP/case>4 all/DET/det>4 troops/NOUN/nmod>1",
    want: [["withdrawal", "withdrawal of all troops", false]],
  },
  {
    says: "a noun's object before it",
    notation: "the/DET/det>2 troop/NOUN/compound>2 withdrawal/NOUN/root>-1",
    want: [["withdrawal", "troop withdrawal", false]],
  },
  {
    says: "a gerund's object behind of",
    notation: "the/DET/det>1 withdrawing/NOUN/root>-1 of/ADP/case>3 troops/NOUN/nmod>1",
    want: [["withdrawal", "withdrawing of troops", false]],
  },
  {
    says: "no noun with another object",
    notation: "the/DET/det>1 withdrawal/NOUN/root>-1 of/ADP/case>4 the/DET/det>4 candidate/NOUN/nmod>1",
    want: [],
  },
  {
    says: "a phrase over hyphens and articles",
    notation:
      "a/DET/det>3 pull/NOUN/compound>3 -/PUNCT/punct>3 out/NOUN/root>-1 of/ADP/case>6 the/DET/det>6 troops/NOUN/nmod>3",
    want: [["withdrawal", "pull - out of the troops", false]],
  },
  {
    says: "dependents by relation",
    notation: "soldiers~soldier/NOUN/nsubj>1 stay/VERB/root>-1 for/ADP/case>3 years~year/NOUN/obl>1",
    want: [["withdrawal", "soldiers stay for years", true]],
  },
  {
    says: "nothing where such a dependent is absent",
    notation: "soldiers~soldier/NOUN/nsubj>1 stay/VERB/root>-1",
    want: [],
  },
  {
    says: "one person behind a preposition",
    notation: "talks~talk/NOUN/root>-1 with/ADP/case>2 Aldovar/PROPN/nmod>0",
    entities: "person:2-2",
    want: [["talks-with-person", "talks with Aldovar", false]],
  },
  {
    says: "one person by office",
    notation:
      "talks~talk/NOUN/root>-1 with/ADP/case>3 the/DET/det>3 president/NOUN/nmod>0 of/ADP/case>5 Torvask/PROPN/nmod>3",
    entities: "person:2-5 place:5-5",
    want: [["talks-with-person", "talks with the president", false]],
  },
  {
    says: "several are not one person, nor is a state",
    notation:
      "talks~talk/NOUN/root>-1 with/ADP/case>2 officials~official/NOUN/nmod>0 of/ADP/case>4 Torvask/PROPN/nmod>2",
    entities: "person:2-4 place:4-4",
    want: [["talks", "talks", false]],
  },
  {
    says: "the person where the parser hung it on the verb",
    notation: `${we} held~hold/VERB/root>-1 talks~talk/NOUN/obj>1 with/ADP/case>4 him/PRON/obl>1`,
    entities: "person:4-4",
    want: [["talks-with-person", "talks with him", false]],
  },
])("$says", ({ notation, entities = "", want }) => {
  expect(namedIn(notation, { entities }).map(({ issue, words, isContrary }) => [issue, words, isContrary])).toEqual(
    want,
  );
});

test("who knows better than the entities says who is a person", () => {
  const { text, parse } = parseOf("talks~talk/NOUN/root>-1 with/ADP/case>2 Velmara/PROPN/nmod>0", 0, "person:2-2");
  const sentence = eventSentence(text, parse, 0);
  expect(finder.named(sentence).map(({ issue }) => issue)).toEqual(["talks-with-person"]);
  expect(finder.named(sentence, () => false).map(({ issue }) => issue)).toEqual(["talks"]);
});

test("the word is that on which the others of the cue depend", () => {
  const [found] = namedIn("pull/VERB/xcomp>1 out/NOUN/root>-1 of/ADP/case>3 troops/NOUN/nmod>1");
  expect(found).toMatchObject({ issue: "withdrawal", token: 1, words: "pull out of troops" });
});

test("without an encoder nothing is like anything", async () => {
  expect(await finder.like(["We will meet.", ""])).toEqual([null, null]);
});

/** Words of cues and others, in any tree. */
const soups = fc
  .array(
    fc.constantFrom(
      "talks",
      "negotiate",
      "with",
      "him",
      "the",
      "troops",
      "withdraw",
      "pull",
      "out",
      "of",
      "-",
      "broke~break",
      "off",
      "soldier",
    ),
    { minLength: 1, maxLength: 14 },
  )
  .chain((forms) =>
    fc.record({
      start: fc.nat(40),
      words: fc.tuple(
        ...forms.map((form, at) =>
          fc
            .tuple(
              fc.constantFrom("NOUN", "VERB", "ADP", "PRON", "DET"),
              fc.constantFrom("nsubj", "obj", "obl", "nmod", "compound", "case", "amod", "conj"),
              fc.nat(at),
            )
            .map(
              ([upos, relation, back]) =>
                `${form}/${upos}/${back === 0 ? "root" : relation}>${at - back === at ? -1 : at - back}`,
            ),
        ),
      ),
    }),
  );

test("each cue is words of the sentence, begins and ends with them, and shares none with another", () => {
  fc.assert(
    fc.property(soups, ({ start, words }) => {
      const notation = words.join(" ");
      const { parse } = parseOf(notation, start);
      const found = namedIn(notation, { start, entities: "person:0-0" });
      for (const { span, token } of found) {
        expect(parse.tokens.some((each) => each.start === span.start)).toBe(true);
        expect(parse.tokens.some((each) => each.end === span.end)).toBe(true);
        const own = parse.tokens[token];
        expect(own !== undefined && span.start <= own.start && own.end <= span.end).toBe(true);
      }
      expect(new Set(found.map(({ token }) => token)).size).toBe(found.length);
      expect(found.map(({ token }) => token)).toEqual(found.map(({ token }) => token).sort((a, b) => a - b));
    }),
  );
});
