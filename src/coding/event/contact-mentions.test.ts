import fc from "fast-check";
import { expect, test } from "vitest";
import { textOf } from "../../text/span.ts";
import type { ContactMention } from "./contact-mention.ts";
import { findContacts } from "./contact-mentions.ts";
import { codedOf } from "./testing/coded-of.ts";
import { contactLexicon, madeActors, madePlaces } from "./testing/made-parties.ts";

const textFor = (sentences: readonly string[], order: "original" | "suspect" = "original") =>
  codedOf({
    sentences,
    actors: madeActors,
    places: madePlaces,
    times: { Thursday: ["2031-03-06", "2031-03-06"], "in November": ["2030-11-01", "2030-11-30"] },
    order,
  });

const shown = ({ form, status, initiators, others, mediator }: ContactMention): string => {
  const parties = [initiators, others].filter((ids) => ids.length > 0).map((ids) => ids.toSorted().join(" "));
  return `${status} ${form}: ${parties.join(" > ")}${mediator === null ? "" : ` by ${mediator}`}`;
};

const found = (...sentences: readonly string[]): readonly string[] =>
  findContacts(textFor(sentences), contactLexicon).map(shown);

const sentences = {
  met: "Castellin/PROPN/nsubj>1 met~meet/VERB/root>-1 Morrag/PROPN/obj>1 in/ADP/case>4 Amsel/PROPN/obl>1 on/ADP/case>6 Thursday/PROPN/obl>1 ./PUNCT/punct>1",
  together:
    "Castellin/PROPN/nsubj>3 and/CCONJ/cc>2 Morrag/PROPN/conj>0 met~meet/VERB/root>-1 in/ADP/case>5 Amsel/PROPN/obl>3",
  phone:
    "Castellin/PROPN/nsubj>1 spoke~speak/VERB/root>-1 by/ADP/case>3 telephone/NOUN/obl>1 with/ADP/case>5 Morrag/PROPN/obl>1",
  journey:
    "Abreth/PROPN/nsubj>1 traveled~travel/VERB/root>-1 to/ADP/case>3 Lissane/PROPN/obl>1 to/PART/mark>5 meet/VERB/advcl>1 with/ADP/case>7 Aldovar/PROPN/obl>5",
  left: "After/SCONJ/mark>2 Abreth/PROPN/nsubj>2 left~leave/VERB/advcl>5 Lissane/PROPN/obj>2 Aldovar/PROPN/nsubj>5 spoke~speak/VERB/root>-1",
  home: "Castellin/PROPN/nsubj>1 returned~return/VERB/root>-1 to/ADP/case>3 Lissane/PROPN/obl>1",
  trip: "Aldovar/PROPN/nsubj>1 praised~praise/VERB/root>-1 Abreth/PROPN/nmod>4 's/PART/case>2 trip/NOUN/obj>1 to/ADP/case>6 Lissane/PROPN/nmod>4",
  call: "Castellin/PROPN/nsubj>1 held~hold/VERB/root>-1 a/DET/det>6 three/NUM/nummod>5 -/PUNCT/punct>3 way/NOUN/compound>6 call/NOUN/obj>1 with/ADP/case>8 Morrag/PROPN/nmod>6 and/CCONJ/cc>10 Abreth/PROPN/conj>8",
  during:
    "During/ADP/case>3 a/DET/det>3 phone/NOUN/compound>3 call/NOUN/obl>7 with/ADP/case>5 Morrag/PROPN/nmod>3 Castellin/PROPN/nsubj>7 protested~protest/VERB/root>-1",
  talks:
    "Talks~talk/NOUN/nsubj>5 between/ADP/case>2 Velmara/PROPN/nmod>0 and/CCONJ/cc>4 Torvask/PROPN/conj>2 yielded~yield/VERB/root>-1 nothing/PRON/obj>5",
  adjectives:
    "Velmaran/ADJ/amod>3 -/PUNCT/punct>0 Torvaskan/ADJ/amod>3 talks~talk/NOUN/nsubj>4 ended~end/VERB/root>-1 without/ADP/case>7 an~a/DET/det>7 agreement/NOUN/obl>4",
  briefed:
    "Castellin/PROPN/nsubj>2 was~be/AUX/aux>2 briefed~brief/VERB/root>-1 by/ADP/case>4 Abreth/PROPN/obl>2 in/ADP/case>6 Amsel/PROPN/obl>2",
  touch:
    "Aldovar/PROPN/nsubj>2 has~have/AUX/aux>2 kept~keep/VERB/root>-1 in/ADP/case>4 touch/NOUN/obl>2 with/ADP/case>6 Abreth/PROPN/nmod>4",
  ready:
    "Velmara/PROPN/nsubj>2 is~be/AUX/cop>2 ready/ADJ/root>-1 for/ADP/case>4 dialogue/NOUN/obl>2 with/ADP/case>6 Torvask/PROPN/nmod>4",
  ruledOut:
    "Velmara/PROPN/nsubj>1 ruled~rule/VERB/root>-1 out/ADP/compound>1 talks~talk/NOUN/obj>1 with/ADP/case>5 Torvask/PROPN/nmod>3",
  toMeet:
    "Castellin/PROPN/nsubj>3 is~be/AUX/cop>3 to/PART/mark>3 meet/VERB/root>-1 Morrag/PROPN/obj>3 on/ADP/case>6 Thursday/PROPN/obl>3",
  denied:
    "Torvask/PROPN/nsubj>1 denied~deny/VERB/root>-1 that/SCONJ/mark>5 Morrag/PROPN/nsubj>5 had~have/AUX/aux>5 met~meet/VERB/ccomp>1 Castellin/PROPN/obj>5",
  calledOff:
    "Abreth/PROPN/nsubj>1 called~call/VERB/root>-1 off/ADP/compound>1 a/DET/det>4 journey/NOUN/obj>1 to/ADP/case>6 Lissane/PROPN/nmod>4",
  mediator:
    "Abreth/PROPN/nsubj>1 brokered~broker/VERB/root>-1 talks~talk/NOUN/obj>1 between/ADP/case>4 Castellin/PROPN/nmod>2 and/CCONJ/cc>6 Morrag/PROPN/conj>4",
  urged:
    "Abreth/PROPN/nsubj>1 urged~urge/VERB/root>-1 Velmara/PROPN/obj>1 to/PART/mark>4 negotiate/VERB/xcomp>1 with/ADP/case>6 Torvask/PROPN/obl>4",
  observers:
    "The/DET/det>1 Front/PROPN/nsubj>2 stopped~stop/VERB/root>-1 observers~observer/NOUN/obj>2 from/ADP/case>6 the/DET/det>6 Union/PROPN/nmod>3",
  delegates:
    "Diplomats~diplomat/NOUN/nsubj>5 from/ADP/case>2 Velmara/PROPN/nmod>0 and/CCONJ/cc>4 Torvask/PROPN/conj>2 met~meet/VERB/root>-1",
  letter:
    "Castellin/PROPN/nsubj>1 sent~send/VERB/root>-1 a/DET/det>3 letter/NOUN/obj>1 to/ADP/case>5 Morrag/PROPN/obl>1",
  request:
    "Castellin/PROPN/nsubj>1 addressed~address/VERB/root>-1 Abreth/PROPN/obj>1 with/ADP/case>5 a/DET/det>5 request/NOUN/obl>1",
  dinner:
    "Castellin/PROPN/nsubj>1 attended~attend/VERB/root>-1 a/DET/det>3 dinner/NOUN/obj>1 hosted~host/VERB/acl>3 by/ADP/case>6 Abreth/PROPN/obl>4",
  made: "The/DET/det>2 phone/NOUN/compound>2 call/NOUN/nsubj>7 Castellin/PROPN/nsubj>4 made~make/VERB/acl>2 to/ADP/case>6 Morrag/PROPN/obl>4 failed~fail/VERB/root>-1",
  turnedDown:
    "Torvask/PROPN/nsubj>1 turned~turn/VERB/root>-1 down/ADP/compound>1 Velmara/PROPN/nmod>5 's/PART/case>3 offer/NOUN/obj>1 of/ADP/case>7 talks~talk/NOUN/nmod>5",
  lateObject:
    "Abreth/PROPN/nsubj>1 called~call/VERB/root>-1 off/ADP/compound>1 on/ADP/case>4 Thursday/PROPN/obl>1 talks~talk/NOUN/obl>1 with/ADP/case>7 Morrag/PROPN/nmod>5",
  opening:
    "In/ADP/case>3 a/DET/det>3 phone/NOUN/compound>3 call/NOUN/obl>9 with/ADP/case>5 Morrag/PROPN/nmod>3 ,/PUNCT/punct>3 Castellin/PROPN/nsubj>8 protested~protest/VERB/ccomp>9 said~say/VERB/root>-1 a/DET/det>11 spokesman/NOUN/nsubj>9",
  willAttend:
    "Castellin/PROPN/nsubj>2 will/AUX/aux>2 attend/VERB/root>-1 talks~talk/NOUN/obj>2 with/ADP/case>5 Morrag/PROPN/nmod>3",
  notReady:
    "Velmara/PROPN/nsubj>3 is~be/AUX/cop>3 not/PART/advmod>3 ready/ADJ/root>-1 for/ADP/case>5 talks~talk/NOUN/obl>3 with/ADP/case>7 Torvask/PROPN/nmod>5",
  neverMet: "Castellin/PROPN/nsubj>3 has~have/AUX/aux>3 never/ADV/advmod>3 met~meet/VERB/root>-1 Morrag/PROPN/obj>3",
  abroad:
    "Castellin/PROPN/nsubj>1 told~tell/VERB/root>-1 Morrag/PROPN/obj>1 that/SCONJ/mark>5 Velmara/PROPN/nsubj>5 agreed~agree/VERB/ccomp>1",
  atHome:
    "Castellin/PROPN/nsubj>1 told~tell/VERB/root>-1 Aldovar/PROPN/obj>1 that/SCONJ/mark>5 Torvask/PROPN/nsubj>5 agreed~agree/VERB/ccomp>1",
  pressConference:
    "Castellin/PROPN/nsubj>1 held~hold/VERB/root>-1 a/DET/det>4 press/NOUN/compound>4 conference/NOUN/obj>1 with/ADP/case>6 Morrag/PROPN/nmod>4",
  liar: "Castellin/PROPN/nsubj>1 called~call/VERB/root>-1 Morrag/PROPN/obj>1 a/DET/det>4 liar/NOUN/xcomp>1",
  demands:
    "Castellin/PROPN/nsubj>1 met~meet/VERB/root>-1 the/DET/det>3 demands~demand/NOUN/obj>1 of/ADP/case>5 Torvask/PROPN/nmod>3",
  calledFor:
    "Castellin/PROPN/nsubj>1 called~call/VERB/root>-1 for/ADP/case>3 Morrag/PROPN/obl>1 to/PART/mark>5 leave/VERB/advcl>1",
  press: "Castellin/PROPN/nsubj>1 spoke~speak/VERB/root>-1 to/ADP/case>3 reporters~reporter/NOUN/obl>1",
  told: "Castellin/PROPN/nsubj>1 told~tell/VERB/root>-1 Meridian/PROPN/obj>1 that/SCONJ/mark>5 Morrag/PROPN/nsubj>5 left~leave/VERB/ccomp>1",
} as const;

test.each([
  { text: "met", want: ["held meeting: teo > tessil"] },
  { text: "together", want: ["held meeting: teo tessil"] },
  { text: "phone", want: ["held call: teo > tessil"] },
  { text: "journey", want: ["held visit: lucan > velmara", "held meeting: lucan > marena"] },
  { text: "left", want: ["held visit: lucan > velmara"] },
  { text: "home", want: [] }, // one's own capital is no visit
  { text: "trip", want: ["held visit: lucan > velmara"] },
  { text: "call", want: ["held call: teo > lucan tessil"] },
  { text: "during", want: ["held call: teo > tessil"] },
  { text: "talks", want: ["held talks: torvask velmara"] },
  { text: "adjectives", want: ["held talks: torvask velmara"] },
  { text: "briefed", want: ["held talks: lucan > teo"] },
  { text: "touch", want: ["held talks: marena > lucan"] },
  { text: "ready", want: ["proposed talks: velmara > torvask"] },
  { text: "ruledOut", want: ["refused talks: velmara > torvask"] },
  { text: "toMeet", want: ["planned meeting: teo > tessil"] },
  { text: "denied", want: ["denied meeting: tessil > teo"] },
  { text: "calledOff", want: ["cancelled visit: lucan > velmara"] },
  { text: "mediator", want: ["held talks: teo tessil by lucan"] },
  { text: "urged", want: ["proposed talks: velmara > torvask"] },
  { text: "observers", want: ["refused visit: front > union"] },
  { text: "delegates", want: ["held meeting: torvask velmara"] },
  { text: "letter", want: ["held message: teo > tessil"] },
  { text: "request", want: ["held message: teo > lucan"] },
  { text: "dinner", want: ["held meeting: teo > lucan"] },
  { text: "made", want: ["held call: teo > tessil"] },
  { text: "turnedDown", want: ["refused talks: velmara > torvask"] },
  { text: "lateObject", want: ["cancelled talks: lucan > tessil"] },
  { text: "opening", want: ["held call: teo > tessil"] },
  { text: "willAttend", want: ["planned talks: teo > tessil"] },
  { text: "notReady", want: ["refused talks: velmara > torvask"] },
  { text: "neverMet", want: [] }, // the paper's own words: nobody denies it
  { text: "abroad", want: ["held talks: teo > tessil"] },
  { text: "atHome", want: [] },
  { text: "pressConference", want: [] },
  { text: "liar", want: [] },
  { text: "demands", want: [] },
  { text: "calledFor", want: [] },
  { text: "press", want: [] },
  { text: "told", want: [] },
] as const)("$text: $want", ({ text, want }) => {
  expect(found(sentences[text])).toEqual(want);
});

test("time, place, subject and outcome are those of the clause, in the text's words", () => {
  const coded = textFor([sentences.met, sentences.adjectives]);
  const [met, ended] = findContacts(coded, contactLexicon);
  const words = (span: ContactMention["place"] | undefined): string | null =>
    span ? textOf(coded.document.text, span) : null;
  expect(met?.when).toMatchObject({ from: "2031-03-06", to: "2031-03-06" });
  expect(words(met?.place)).toBe("Amsel");
  expect(words(met?.evidence)).toBe("Castellin met Morrag in Amsel on Thursday");
  expect(words(ended?.outcome)).toBe("ended without an agreement");
});

const takenUp =
  "Those~that/DET/det>1 talks~talk/NOUN/nsubj>2 ended~end/VERB/root>-1 without/ADP/case>5 an~a/DET/det>5 agreement/NOUN/obl>2";

test("“those talks” are between those who met before", () => {
  expect(found(sentences.together, takenUp)).toEqual(["held meeting: teo tessil", "held meeting: teo tessil"]);
});

test("where the order of sentences is suspect, “those talks” take up nothing", () => {
  const mentions = findContacts(textFor([sentences.together, takenUp], "suspect"), contactLexicon);
  expect(mentions.map(shown)).toEqual(["held meeting: teo tessil"]);
});

const again =
  "A/DET/det>2 second/ADJ/amod>2 meeting/NOUN/nsubj>4 is~be/AUX/aux>4 planned~plan/VERB/root>-1 next/ADJ/amod>6 week/NOUN/obl>4";
const goOn = "Talks~talk/NOUN/nsubj>4 with/ADP/case>2 Torvask/PROPN/nmod>0 will/AUX/aux>4 continue/VERB/root>-1";

test("“a second meeting” is between those of the first, and stands as its own words say", () => {
  expect(found(sentences.together, again)).toEqual(["held meeting: teo tessil", "planned meeting: teo tessil"]);
});

test("where one side alone is named, the other is who speaks of it", () => {
  const coded = codedOf({ sentences: [goOn], actors: madeActors, said: { 0: "teo" } });
  expect(findContacts(coded, contactLexicon).map(shown)).toEqual(["planned talks: teo > torvask"]);
  expect(found(goOn)).toEqual([]);
});

test("a denial within a statement is told as one", () => {
  const coded = codedOf({ sentences: [sentences.neverMet], actors: madeActors, said: { 0: "teo" } });
  const [mention] = findContacts(coded, contactLexicon);
  expect(mention).toMatchObject({ status: "denied", statement: "s0" });
});

test("every mention has its words in the text, and two parties or more", () => {
  const some = fc.array(fc.constantFrom(...Object.values(sentences), takenUp), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(some, fc.constantFrom("original", "suspect"), (list, order) => {
      const coded = textFor(list, order);
      for (const mention of findContacts(coded, contactLexicon)) {
        for (const span of [mention.evidence, mention.place, mention.about, mention.outcome, mention.when?.span]) {
          if (span) expect(textOf(coded.document.text, span).trim()).not.toBe("");
        }
        expect(mention.evidence.end).toBeLessThanOrEqual(coded.document.text.length);
        expect(new Set([...mention.initiators, ...mention.others]).size).toBeGreaterThan(1);
      }
    }),
  );
});
