import fc from "fast-check";
import { expect, test } from "vitest";
import { type ActorId, charSpan, textOf } from "../../text/span.ts";
import type { Coded } from "../coded.ts";
import { codeEvents } from "./code-events.ts";
import type { ContactMention } from "./contact-mention.ts";
import type { Event } from "./event.ts";
import { codedOf, type MadeText } from "./testing/coded-of.ts";
import { readPlover } from "./testing/plover.ts";

const lexicon = readPlover();
const actors: MadeText["actors"] = {
  n: { words: ["Norland", "it"], type: "government", country: "NOR" },
  e: { words: ["Estria"], type: "government", country: "EST" },
  r: { words: ["rebels"], type: "group", sector: "REB", number: "several" },
  p: { words: ["Lund"], type: "person", country: "NOR", sector: "GOV" },
  q: { words: ["Moreau"], type: "person", country: "NOR", sector: "OPP" },
  w: { words: ["Workers"], type: "group", sector: "CVL", number: "several" },
};
const N = "Norland/PROPN";
const E = "Estria/PROPN";

const told = (coded: Coded): readonly string[] =>
  codeEvents(coded, [], lexicon).map(
    ({ type, status, actors: acting, recipients }) => `${type} ${status} ${acting.join()}>${recipients.join()}`,
  );

const accused = `${N}/nsubj>1 accused~accuse/VERB/root>-1 ${E}/obj>1 of/SCONJ/mark>4 arming~arm/VERB/advcl>1 rebels~rebel/NOUN/obj>4`;
const condemned = `${E}/nsubj>2 was~be/AUX/aux>2 condemned~condemn/VERB/root>-1 by/ADP/case>4 ${N}/obl>2`;
const demanded = `${N}/nsubj>1 demanded~demand/VERB/root>-1 the/DET/det>3 release/NOUN/obj>1 of/ADP/case>5 rebels~rebel/NOUN/nmod>3 from/ADP/case>7 ${E}/nmod>3`;
const must = `${N}/nsubj>1 said~say/VERB/root>-1 ${E}/nsubj>4 must/AUX/aux>4 return/VERB/ccomp>1 the/DET/det>6 ship/NOUN/obj>4`;
const loan = `${N}/nsubj>2 will/AUX/aux>2 give/VERB/root>-1 ${E}/iobj>2 a/DET/det>5 loan/NOUN/obj>2`;
const vowed = `${N}/nsubj>1 vowed~vow/VERB/root>-1 to/PART/mark>3 attack/VERB/xcomp>1 ${E}/obj>3`;
const refused = `${N}/nsubj>1 refused~refuse/VERB/root>-1 to/PART/mark>3 release/VERB/xcomp>1 rebels~rebel/NOUN/obj>3`;
const halt = `${N}/nsubj>2 may/AUX/aux>2 halt/VERB/root>-1 talks~talk/NOUN/obj>2 with/ADP/case>5 ${E}/nmod>3 if/SCONJ/mark>8 raids~raid/NOUN/nsubj>8 continue/VERB/advcl>2`;
const shelled = `rebels~rebel/NOUN/nsubj>5 who/PRON/nsubj>2 seized~seize/VERB/acl>0 the/DET/det>4 port/NOUN/obj>2 shelled~shell/VERB/root>-1 ${N}/obj>5`;
const launched = `${N}/nsubj>1 launched~launch/VERB/root>-1 an~a/DET/det>3 attack/NOUN/obj>1 on/ADP/case>5 ${E}/nmod>3`;
const denied = `${N}/nsubj>1 denied~deny/VERB/root>-1 that/SCONJ/mark>5 it/PRON/nsubj>5 had~have/AUX/aux>5 attacked~attack/VERB/ccomp>1 ${E}/obj>5`;
const supposed = `If/SCONJ/mark>2 ${N}/nsubj>2 attacks~attack/VERB/advcl>5 ${E}/obj>2 war/NOUN/nsubj>5 comes~come/VERB/root>-1`;
const progress = `${N}/nsubj>1 said~say/VERB/root>-1 there/PRON/expl>3 was~be/VERB/ccomp>1 no/DET/det>5 agreement/NOUN/nsubj>3`;
const surprise = "The/DET/det>1 attack/NOUN/nsubj>4 was~be/AUX/cop>4 a/DET/det>4 surprise/NOUN/root>-1";
const strike = `Workers~worker/NOUN/nsubj>1 staged~stage/VERB/root>-1 a/DET/det>4 general/ADJ/amod>4 strike/NOUN/obj>1 against/ADP/case>6 ${N}/nmod>4`;
const signed = `${N}/nsubj>3 and/CCONJ/cc>2 ${E}/conj>0 signed~sign/VERB/root>-1 a/DET/det>5 treaty/NOUN/obj>3`;
const annexed = `since/ADP/case>2 the/DET/det>2 annexation/NOUN/obl>7 of/ADP/case>4 ${E}/nmod>2 by/ADP/case>6 ${N}/nmod>2 prices~price/NOUN/root>-1`;
const gathered = `${N}/nsubj>1 sent~send/VERB/root>-1 envoys~envoy/NOUN/obj>1 to/PART/mark>4 attack/VERB/advcl>1 ${E}/obj>4`;

const pledged = `${N}/nsubj>1 pledged~pledge/VERB/root>-1 to/PART/mark>3 give/VERB/xcomp>1 ${E}/iobj>3 a/DET/det>6 loan/NOUN/obj>3`;
const stormed = `rebels~rebel/NOUN/nsubj>1 seized~seize/VERB/root>-1 the/DET/det>3 office/NOUN/obj>1 and/CCONJ/cc>5 attacked~attack/VERB/conj>1 ${N}/obj>5`;
const both = `${N}/nsubj>1 threatened~threaten/VERB/root>-1 to/PART/mark>3 attack/VERB/xcomp>1 ${E}/obj>3 and/CCONJ/cc>6 sent~send/VERB/conj>3 troops~troop/NOUN/obj>6 to/ADP/case>9 ${E}/obl>6`;
const which = `${N}/nsubj>4 that/PRON/nsubj>2 supports~support/VERB/acl>0 ${E}/obj>2 slept~sleep/VERB/root>-1`;
const loose = `${N}/nsubj>5 ,/PUNCT/punct>3 which/PRON/nsubj>3 supports~support/VERB/acl>0 ${E}/obj>3 slept~sleep/VERB/root>-1`;
const kept = `${N}/nsubj>3 did~do/AUX/aux>3 not/PART/advmod>3 allow/VERB/root>-1 access/NOUN/obj>3 to/ADP/case>6 ${E}/nmod>4`;
const spurned = `${E}/nsubj>1 rejected~reject/VERB/root>-1 accusations~accusation/NOUN/obj>1 by/ADP/case>4 ${N}/nmod>2 that/SCONJ/mark>7 it/PRON/nsubj>7 lied~lie/VERB/acl>2`;
const unwilling = `${N}/nsubj>3 will/AUX/aux>3 not/PART/advmod>3 attack/VERB/root>-1 ${E}/obj>3`;
const scolded = "Lund/PROPN/nsubj>1 attacked~attack/VERB/root>-1 Moreau/PROPN/obj>1";

test.each([
  { about: "what somebody is accused of is not told besides", words: accused, want: ["ACCUSE happened n>e"] },
  { about: "the agent of a passive acts", words: condemned, want: ["ACCUSE happened n>e"] },
  { about: "what is demanded is no event of its own", words: demanded, want: ["REQUEST happened n>r"] },
  { about: "cooperation that is to come is planned", words: loan, want: ["AID planned n>e"] },
  { about: "cooperation that is promised is AGREE", words: pledged, want: ["AGREE happened n>e"] },
  { about: "what its subject does besides is no event of its own", words: stormed, want: ["COERCE happened r>"] },
  {
    about: "a past tense does not belong to an infinitive",
    words: both,
    want: ["THREATEN happened n>e", "MOBILIZE happened n>e"],
  },
  { about: "a relative clause may only say which", words: which, want: [] },
  { about: "a relative clause behind a comma tells", words: loose, want: ["SUPPORT happened n>e"] },
  { about: "leave that was not given is COERCE", words: kept, want: ["COERCE happened n>e"] },
  {
    about: "who rejects an accusation was accused",
    words: spurned,
    want: ["REJECT happened e>n", "ACCUSE happened n>"],
  },
  { about: "what somebody will not do is no denial", words: unwilling, want: [] },
  { about: "politicians attack each other in words", words: scolded, want: ["ACCUSE happened p>q"] },
  { about: "hostility that is promised is THREATEN", words: vowed, want: ["THREATEN happened n>e"] },
  { about: "a refusal is REJECT", words: refused, want: ["REJECT happened n>r"] },
  { about: "what may be done if is THREATEN", words: halt, want: ["THREATEN happened n>e"] },
  {
    about: "a relative clause tells its own",
    words: shelled,
    want: ["COERCE happened r>", "ASSAULT happened r>n"],
  },
  { about: "a noun is done by the subject of its verb", words: launched, want: ["ASSAULT happened n>e"] },
  { about: "what is denied has that status", words: denied, want: ["ASSAULT denied n>e"] },
  { about: "what is only supposed is none", words: supposed, want: [] },
  { about: "that there is no agreement is none", words: progress, want: [] },
  { about: "a noun without parties is none", words: surprise, want: [] },
  { about: "protest is by whom it may", words: strike, want: ["PROTEST happened w>n"] },
  { about: "parties to a treaty act together", words: signed, want: ["AGREE happened n,e>"] },
  { about: "a noun alone tells with its parties", words: annexed, want: ["COERCE happened n>e"] },
  { about: "what something is done for is none", words: gathered, want: [] },
])("$about", ({ words, want }) => {
  expect(told(codedOf({ sentences: [words], actors }))).toEqual(want);
});

test("what somebody says another must do is a demand by the speaker", () => {
  expect(told(codedOf({ sentences: [must], actors, said: { 0: "n" } }))).toEqual(["REQUEST happened n>e"]);
});

test("what one side says the other did is told, and is an accusation", () => {
  const said = codedOf({ sentences: [shelled], actors, said: { 0: "n" } });
  expect(told(said)).toContain("ACCUSE happened n>r");
});

test("the same act told twice is one event with two stretches of evidence", () => {
  const [event, ...others] = codeEvents(codedOf({ sentences: [launched, launched], actors }), [], lexicon);
  expect(others).toEqual([]);
  expect(event?.evidence).toHaveLength(2);
});

const attacked = `${N}/nsubj>1 attacked~attack/VERB/root>-1 ${E}/obj>1 on/ADP/case>4 Monday/PROPN/obl>1`;

test("mode, time and contexts are read from the words", () => {
  const coded = codedOf({ sentences: [attacked], actors, times: { Monday: ["2031-05-05", "2031-05-05"] } });
  const [event] = codeEvents(coded, [], lexicon);
  expect(event).toMatchObject({ type: "ASSAULT", contexts: ["military"], when: { from: "2031-05-05" } });
  expect(event?.when && textOf(coded.document.text, event.when.span)).toBe("Monday");
});

const met = `${N}/nsubj>1 met~meet/VERB/root>-1 ${E}/obj>1`;
const contact: ContactMention = {
  sentence: 0,
  token: 1,
  form: "meeting",
  status: "held",
  initiators: ["n" as ActorId],
  others: ["e" as ActorId],
  mediator: null,
  when: null,
  place: null,
  about: null,
  outcome: null,
  evidence: charSpan(0, 18),
  statement: null,
};

test.each([
  { status: "held", want: { type: "CONSULT", status: "happened" } },
  { status: "planned", want: { type: "CONSULT", status: "planned" } },
  { status: "denied", want: { type: "CONSULT", status: "denied" } },
  { status: "cancelled", want: { type: "SANCTION", status: "happened" } },
] as const)("a contact that is $status is $want.type", ({ status, want }) => {
  const [event] = codeEvents(codedOf({ sentences: [met], actors }), [{ ...contact, status }], lexicon);
  expect(event).toMatchObject({ ...want, actors: ["n"], recipients: ["e"] });
});

test.each([
  { about: "a letter", changed: { form: "message" } },
  { about: "a meeting that was only proposed", changed: { status: "proposed" } },
] as const)("$about is no event", ({ changed }) => {
  expect(codeEvents(codedOf({ sentences: [met], actors }), [{ ...contact, ...changed }], lexicon)).toEqual([]);
});

const clash = `${N}/nsubj>1 clashed~clash/VERB/root>-1 with/ADP/case>3 rebels~rebel/NOUN/obl>1`;
const fired = `${N}/nsubj>1 opened~open/VERB/root>-1 fire/NOUN/obj>1`;
const killed = (count: string): string =>
  `${count}/NUM/nummod>1 ${count}men~man/NOUN/nsubj>3 were~be/AUX/aux>3 killed~kill/VERB/root>-1`;
const men = { type: "group", country: "EST", sector: "CVL", number: "several" } as const;
const hit: MadeText["actors"] = {
  ...actors,
  a: { ...men, words: ["Sevenmen", "seven men"] },
  b: { ...men, words: ["Ninemen", "nine men"] },
};

test.each([
  { about: "who was hit is told beside the fire", sentences: [fired, killed("Seven")], want: 1 },
  { about: "others were hit", sentences: [clash, killed("Seven")], want: 2 },
  { about: "further away it is another act", sentences: [fired, met, met, killed("Seven")], want: 2 },
])("one attack or two: $about", ({ sentences, want }) => {
  const found = codeEvents(codedOf({ sentences, actors: hit }), [], lexicon);
  expect(found.filter(({ type }) => type === "ASSAULT")).toHaveLength(want);
});

const sentence = fc.constantFrom(
  accused,
  condemned,
  demanded,
  loan,
  vowed,
  refused,
  shelled,
  launched,
  signed,
  annexed,
);

test("spans lie in the text, evidence holds the trigger, ids are of the words alone", () => {
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), (sentences) => {
      const coded = codedOf({ sentences, actors });
      const events = codeEvents(coded, [], lexicon);
      const [first] = events.length > 0 ? events : [null];
      expect(codeEvents(coded, [], lexicon)).toEqual(events);
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
      expect(first === null || /^[0-9a-f]{32}$/u.test(first?.id ?? "")).toBe(true);
      for (const event of events) expectInText(event, coded.document.text);
    }),
  );
});

function expectInText({ trigger, evidence }: Event, text: string): void {
  const [first] = evidence;
  expect(first.start).toBeLessThanOrEqual(trigger.start);
  expect(first.end).toBeGreaterThanOrEqual(trigger.end);
  for (const { end } of evidence) expect(end).toBeLessThanOrEqual(text.length);
}

test("without parses nothing is coded", () => {
  const coded = codedOf({ sentences: [launched], actors });
  expect(codeEvents({ ...coded, reading: { ...coded.reading, parses: null } }, [], lexicon)).toEqual([]);
});
