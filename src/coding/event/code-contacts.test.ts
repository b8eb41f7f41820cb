import fc from "fast-check";
import { expect, test } from "vitest";
import { textOf } from "../../text/span.ts";
import { codeContacts, mergeContacts } from "./code-contacts.ts";
import type { Contact } from "./contact.ts";
import { findContacts } from "./contact-mentions.ts";
import { codedOf } from "./testing/coded-of.ts";
import { contactLexicon, madeActors, madePlaces } from "./testing/made-parties.ts";

const N = "Castellin/PROPN/nsubj>";
const met = `${N}1 met~meet/VERB/root>-1 Morrag/PROPN/obj>1 in/ADP/case>4 Amsel/PROPN/obl>1 on/ADP/case>6 Thursday/PROPN/obl>1`;
const metBefore = `${N}1 met~meet/VERB/root>-1 Morrag/PROPN/obj>1 on/ADP/case>4 Monday/PROPN/obl>1`;
const talked = `${N}1 talked~talk/VERB/root>-1 with/ADP/case>3 Morrag/PROPN/obl>1`;
const willMeet = `${N}2 will/AUX/aux>2 meet/VERB/root>-1 Morrag/PROPN/obj>2`;
const wasToMeet = `${N}3 is~be/AUX/cop>3 to/PART/mark>3 meet/VERB/root>-1 Morrag/PROPN/obj>3`;
const phoned = `${N}1 phoned~phone/VERB/root>-1 Morrag/PROPN/obj>1`;
const ended =
  "Those~that/DET/det>1 talks~talk/NOUN/nsubj>2 ended~end/VERB/root>-1 without/ADP/case>5 an~a/DET/det>5 agreement/NOUN/obl>2";
const states =
  "Talks~talk/NOUN/nsubj>7 between/ADP/case>2 Velmara/PROPN/nmod>0 and/CCONJ/cc>4 Torvask/PROPN/conj>2 on/ADP/case>6 Thursday/PROPN/nmod>0 failed~fail/VERB/root>-1";
const others = "Aldovar/PROPN/nsubj>1 met~meet/VERB/root>-1 Morrag/PROPN/obj>1 on/ADP/case>4 Thursday/PROPN/obl>1";
const journey =
  "Abreth/PROPN/nsubj>1 traveled~travel/VERB/root>-1 to/ADP/case>3 Lissane/PROPN/obl>1 to/PART/mark>5 meet/VERB/advcl>1 with/ADP/case>7 Aldovar/PROPN/obl>5";

const textFor = (sentences: readonly string[], order: "original" | "suspect" = "original") =>
  codedOf({
    sentences,
    actors: madeActors,
    places: madePlaces,
    times: { Thursday: ["2031-03-06", "2031-03-06"], Monday: ["2031-03-03", "2031-03-03"] },
    order,
  });

const contactsIn = (sentences: readonly string[], order?: "suspect"): readonly Contact[] => {
  const coded = textFor(sentences, order);
  return codeContacts(coded, findContacts(coded, contactLexicon));
};

const shown = ({ status, form, participants, evidence }: Contact): string =>
  `${status} ${form}: ${participants.toSorted().join(" ")} x${evidence.length}`;

test.each([
  { why: "talks and the meeting they were", told: [met, talked], want: ["held meeting: teo tessil x2"] },
  { why: "those talks", told: [met, ended], want: ["held meeting: teo tessil x2"] },
  {
    why: "other days, other meetings",
    told: [met, metBefore],
    want: ["held meeting: teo tessil x1", "held meeting: teo tessil x1"],
  },
  {
    why: "held and planned",
    told: [met, willMeet],
    want: ["held meeting: teo tessil x1", "planned meeting: teo tessil x1"],
  },
  { why: "planned in two ways", told: [willMeet, wasToMeet], want: ["planned meeting: teo tessil x2"] },
  {
    why: "a meeting is no call",
    told: [met, phoned],
    want: ["held meeting: teo tessil x1", "held call: teo tessil x1"],
  },
  { why: "states for their ministers", told: [met, states], want: ["held meeting: teo tessil x2"] },
  {
    why: "two persons of one state",
    told: [met, others],
    want: ["held meeting: teo tessil x1", "held meeting: marena tessil x1"],
  },
  { why: "a journey and the meeting on it", told: [journey], want: ["held meeting: lucan marena x1"] },
])("$why: $want", ({ told, want }) => {
  expect(contactsIn(told).map(shown)).toEqual(want);
});

test("a contact has the details of all that is told of it", () => {
  const coded = textFor([talked, met, ended]);
  const [contact] = codeContacts(coded, findContacts(coded, contactLexicon));
  expect(contact?.place && textOf(coded.document.text, contact.place)).toBe("Amsel");
  expect(contact?.outcome && textOf(coded.document.text, contact.outcome)).toBe("ended without an agreement");
  expect(contact?.evidence.map((span) => textOf(coded.document.text, span))[0]).toBe(
    "Castellin met Morrag in Amsel on Thursday",
  );
});

test("the event of a contact is that of the mention that tells it best", () => {
  const coded = textFor([talked, met]);
  const mentions = findContacts(coded, contactLexicon);
  const [contact] = mergeContacts(mentions, coded, ({ sentence }) => `e${sentence}` as never);
  expect(contact?.event).toBe("e1");
});

const some = fc.array(fc.constantFrom(met, metBefore, talked, willMeet, phoned, ended, states, others, journey), {
  minLength: 1,
  maxLength: 7,
});

test("the order in which mentions are given changes nothing, and ids are stable and tell contacts apart", () => {
  fc.assert(
    fc.property(some, fc.infiniteStream(fc.nat()), (told, keys) => {
      const coded = textFor(told);
      const mentions = findContacts(coded, contactLexicon);
      const shuffled = mentions
        .map((mention) => ({ mention, key: keys.next().value }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ mention }) => mention);
      const contacts = codeContacts(coded, mentions);
      expect(codeContacts(coded, shuffled)).toEqual(contacts);
      expect(new Set(contacts.map(({ id }) => id)).size).toBe(contacts.length);
    }),
  );
});

test("a contact has two parties or more and words for each sentence, and there are no more contacts than mentions", () => {
  fc.assert(
    fc.property(some, fc.constantFrom("original", "suspect"), (told, order) => {
      const coded = textFor(told, order);
      const mentions = findContacts(coded, contactLexicon);
      const contacts = codeContacts(coded, mentions);
      expect(contacts.length).toBeLessThanOrEqual(mentions.length);
      for (const { evidence, participants } of contacts) {
        expect(participants.length).toBeGreaterThan(1);
        for (const span of evidence) expect(textOf(coded.document.text, span).trim()).not.toBe("");
      }
    }),
  );
});
