import { expect, test } from "vitest";
import { parseOf } from "../../reader/testing/parse-of.ts";
import { eventSentence } from "./event-sentence.ts";
import { predicateAt } from "./predicate.ts";

const N = "Norland/PROPN";
const E = "Estria/PROPN";

test.each([
  {
    about: "of a passive the agent acts",
    words: `${E}/nsubj>2 was~be/AUX/aux>2 condemned~condemn/VERB/root>-1 by/ADP/case>4 ${N}/obl>2`,
    at: 2,
    subjects: ["norland"],
    objects: ["estria"],
  },
  {
    about: "coordinated subjects act each",
    words: `${N}/nsubj>3 and/CCONJ/cc>2 ${E}/conj>0 met~meet/VERB/root>-1`,
    at: 3,
    subjects: ["norland", "estria"],
    objects: [],
  },
  {
    about: "a second verb has the subject of the first",
    words: `${N}/nsubj>1 advanced~advance/VERB/root>-1 and/CCONJ/cc>3 seized~seize/VERB/conj>1 Vellmar/PROPN/obj>3`,
    at: 3,
    subjects: ["norland"],
    objects: ["vellmar"],
  },
  {
    about: "two verbs share the object of the second",
    words: `${N}/nsubj>2 is~be/AUX/aux>2 arming~arm/VERB/root>-1 and/CCONJ/cc>4 feeding~feed/VERB/conj>2 rebels~rebel/NOUN/obj>4`,
    at: 2,
    subjects: ["norland"],
    objects: ["rebels"],
  },
  {
    about: "who is urged acts in the infinitive",
    words: `${N}/nsubj>1 urged~urge/VERB/root>-1 ${E}/obj>1 to/PART/mark>4 withdraw/VERB/xcomp>1`,
    at: 4,
    subjects: ["estria"],
    objects: [],
  },
  {
    about: "who is called on acts in the infinitive",
    words: `${N}/nsubj>1 called~call/VERB/root>-1 on/ADP/case>3 ${E}/obl>1 to/PART/mark>5 withdraw/VERB/advcl>1`,
    at: 5,
    subjects: ["estria"],
    objects: [],
  },
  {
    about: "who refuses acts in the infinitive",
    words: `${N}/nsubj>1 refused~refuse/VERB/root>-1 to/PART/mark>3 withdraw/VERB/xcomp>1`,
    at: 3,
    subjects: ["norland"],
    objects: [],
  },
  {
    about: "a relative clause says it of its antecedent",
    words:
      "Rebels~rebel/NOUN/nsubj>4 who/PRON/nsubj>2 seized~seize/VERB/acl>0 Vellmar/PROPN/obj>2 fled~flee/VERB/root>-1",
    at: 2,
    subjects: ["rebels"],
    objects: ["vellmar"],
  },
  {
    about: "an antecedent is the object where the clause has another subject",
    words: `the/DET/det>1 town/NOUN/nsubj>4 ${N}/nsubj>3 seized~seize/VERB/acl>1 burned~burn/VERB/root>-1`,
    at: 3,
    subjects: ["norland"],
    objects: ["town"],
  },
  {
    about: "a participle is passive where it says of its noun what was done to it",
    words: "the/DET/det>1 town/NOUN/root>-1 seized~seize/VERB/acl>1 by/ADP/case>4 rebels~rebel/NOUN/obl>2",
    at: 2,
    subjects: ["rebels"],
    objects: ["town"],
  },
  {
    about: "whose a decision is acts in its infinitive",
    words: `${N}/nmod>2 's/PART/case>0 decision/NOUN/root>-1 to/PART/mark>4 annex/VERB/acl>2 Vellmar/PROPN/obj>4`,
    at: 4,
    subjects: ["norland"],
    objects: ["vellmar"],
  },
])("$about", ({ words, at, subjects, objects }) => {
  const { text, parse } = parseOf(words);
  const sentence = eventSentence(text, parse, 0);
  const found = predicateAt(sentence, at);
  const forms = (tokens: readonly number[]): readonly (string | undefined)[] =>
    tokens.map((token) => sentence.forms[token]);
  expect({ subjects: forms(found.subjects), objects: forms(found.objects) }).toEqual({ subjects, objects });
});
