import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { textOf } from "../../text/span.ts";
import type { Coded } from "../coded.ts";
import { codedOf, type MadeText } from "../event/testing/coded-of.ts";
import { codePositions } from "./code-positions.ts";
import type { Position } from "./position.ts";
import { parseStanceLexicon } from "./stance-lexicon.ts";
import { madeFinder } from "./testing/made-finder.ts";

const yaml = readFileSync(new URL("../../../codebook/stances.yaml", import.meta.url), "utf8");
const knowledge = { issues: madeFinder, stances: parseStanceLexicon(parse(yaml)) };

const actors: MadeText["actors"] = {
  n: { words: ["Norland", "it"], type: "government", country: "NOR" },
  e: { words: ["Estria"], type: "government", country: "EST" },
  p: { words: ["Lund", "I", "we"], type: "person", country: "NOR", sector: "GOV" },
  m: { words: ["Moreau"], type: "person", country: "EST", sector: "GOV" },
  q: { words: ["Quill"], type: "organization", sector: "MED" },
};
const N = "Norland/PROPN";
const E = "Estria/PROPN";

const positionsOf = (coded: Coded): Promise<readonly Position[]> => codePositions(coded, [], knowledge);

async function told(text: Omit<MadeText, "actors">): Promise<readonly string[]> {
  const coded = codedOf({ actors, ...text });
  return (await positionsOf(coded)).map(
    ({ actor, stance, issue, modality, toldBy }) =>
      `${actor} ${stance} ${issue} ${modality} ${toldBy.kind}${toldBy.kind === "other" ? ` ${toldBy.actor}` : ""}`,
  );
}

const supports = `${N}/nsubj>1 supports~support/VERB/root>-1 the/DET/det>3 treaty/NOUN/obj>1`;
const rejects = `${N}/nsubj>1 rejected~reject/VERB/root>-1 the/DET/det>3 treaty/NOUN/obj>1`;
const unsupportive = `${N}/nsubj>3 does~do/AUX/aux>3 not/PART/advmod>3 support/VERB/root>-1 talks~talk/NOUN/obj>3`;
const unopposed = `${N}/nsubj>3 is~be/AUX/cop>3 not/PART/advmod>3 opposed/ADJ/root>-1 to/ADP/case>5 talks~talk/NOUN/obl>3`;
const ready = `${N}/nsubj>2 is~be/AUX/cop>2 ready/ADJ/root>-1 for/ADP/case>4 talks~talk/NOUN/obl>2`;
const urged = `${N}/nsubj>1 urged~urge/VERB/root>-1 ${E}/iobj>1 to/PART/mark>4 lift/VERB/xcomp>1 sanctions~sanction/NOUN/obj>4`;
const urgedSupport = `${N}/nsubj>1 urged~urge/VERB/root>-1 ${E}/iobj>1 to/PART/mark>4 support/VERB/xcomp>1 talks~talk/NOUN/obj>4`;
const called = `${N}/nsubj>1 called~call/VERB/root>-1 for/ADP/case>4 an~a/DET/det>4 end/NOUN/obl>1 to/ADP/case>6 raids~raid/NOUN/nmod>4`;
const refused = `${N}/nsubj>1 refused~refuse/VERB/root>-1 to/PART/mark>3 negotiate/VERB/xcomp>1`;
const unwilling = `${N}/nsubj>2 has~have/AUX/aux>2 shown~show/VERB/root>-1 no/DET/det>4 willingness/NOUN/obj>2 to/PART/mark>6 negotiate/VERB/acl>4`;
const signed = `${N}/nsubj>1 signed~sign/VERB/root>-1 a/DET/det>3 treaty/NOUN/obj>1`;
const between = `A~a/DET/det>1 treaty/NOUN/nsubj>3 was~be/AUX/aux>3 signed~sign/VERB/root>-1 between/ADP/case>5 ${N}/obl>3 and/CCONJ/cc>7 ${E}/conj>5`;
const may = `${N}/nsubj>2 may/AUX/aux>2 support/VERB/root>-1 talks~talk/NOUN/obj>2`;
const question = `Does~do/AUX/aux>2 ${N}/nsubj>2 support/VERB/root>-1 talks~talk/NOUN/obj>2 ?/PUNCT/punct>2`;
const supposed = `If/SCONJ/mark>2 ${N}/nsubj>2 supports~support/VERB/advcl>5 talks~talk/NOUN/obj>2 war/NOUN/nsubj>5 ends~end/VERB/root>-1`;
const denied = `${N}/nsubj>1 denied~deny/VERB/root>-1 that/SCONJ/mark>4 it/PRON/nsubj>4 supports~support/VERB/ccomp>1 raids~raid/NOUN/obj>4`;
const press = "Quill/PROPN/nsubj>1 supports~support/VERB/root>-1 talks~talk/NOUN/obj>1";
const purpose = `${N}/nsubj>1 wrote~write/VERB/root>-1 to/PART/mark>3 support/VERB/advcl>1 talks~talk/NOUN/obj>3`;
const bridge = `${N}/nsubj>1 opposes~oppose/VERB/root>-1 the/DET/det>3 bridge/NOUN/obj>1`;
const weakBridge = `${N}/nsubj>1 wants~want/VERB/root>-1 the/DET/det>3 bridge/NOUN/obj>1`;
const agent = `Talks~talk/NOUN/nsubj>2 are~be/AUX/aux>2 opposed~oppose/VERB/root>-1 by/ADP/case>4 ${N}/obl>2`;
const refusal = `${E}/nsubj>1 condemned~condemn/VERB/root>-1 ${N}/nmod>4 's/PART/case>2 refusal/NOUN/obj>1 to/PART/mark>6 negotiate/VERB/acl>4`;
const decree = `${N}/nsubj>1 signed~sign/VERB/root>-1 a/DET/det>3 decree/NOUN/obj>1 forbidding~forbid/VERB/acl>3 talks~talk/NOUN/obj>4`;
const both = `${N}/nsubj>1 demanded~demand/VERB/root>-1 a/DET/det>3 truce/NOUN/obj>1 and/CCONJ/cc>5 talks~talk/NOUN/conj>3`;
const judged = `${N}/nsubj>1 called~call/VERB/root>-1 the/DET/det>3 treaty/NOUN/obj>1 a/DET/det>5 mistake/NOUN/xcomp>1`;
const against = `${N}/nsubj>3 is~be/AUX/cop>3 against/ADP/case>3 sanctions~sanction/NOUN/root>-1`;

test.each([
  { about: "who supports", words: supports, want: ["n supports treaty states article"] },
  { about: "who rejects", words: rejects, want: ["n opposes treaty states article"] },
  { about: "a view that is negated is turned", words: unsupportive, want: ["n opposes talks states article"] },
  { about: "not opposed is for it", words: unopposed, want: ["n supports talks states article"] },
  { about: "readiness", words: ready, want: ["n supports talks ready article"] },
  { about: "what is lifted is not wanted", words: urged, want: ["n opposes sanctions demands article"] },
  { about: "what another is urged to support", words: urgedSupport, want: ["n supports talks demands article"] },
  { about: "an end of what counts against it", words: called, want: ["n supports ceasefire demands article"] },
  { about: "a refusal", words: refused, want: ["n opposes talks ruled-out article"] },
  { about: "no willingness", words: unwilling, want: ["n opposes talks ready article"] },
  { about: "an act", words: signed, want: ["n supports treaty acts article"] },
  {
    about: "parties of a passive",
    words: between,
    want: ["n supports treaty acts article", "e supports treaty acts article"],
  },
  { about: "what may be is none", words: may, want: [] },
  { about: "a question is none", words: question, want: [] },
  { about: "what is supposed is none", words: supposed, want: [] },
  { about: "a fact that is denied is none", words: denied, want: [] },
  { about: "the press has none", words: press, want: [] },
  { about: "what something is done for is none", words: purpose, want: [] },
  { about: "by likeness where the word is clear", words: bridge, want: ["n opposes bridge states article"] },
  { about: "by cue alone where it is not", words: weakBridge, want: [] },
  { about: "the agent of a passive", words: agent, want: ["n opposes talks states article"] },
  {
    about: "another's refusal that is condemned is told, too",
    words: refusal,
    want: ["e supports talks states article", "n opposes talks ruled-out article"],
  },
  { about: "by a decree who signed it", words: decree, want: ["n opposes talks acts article"] },
  {
    about: "each of two demands",
    words: both,
    want: ["n supports ceasefire demands article", "n supports talks demands article"],
  },
  { about: "a verdict", words: judged, want: ["n opposes treaty states article"] },
  { about: "being against", words: against, want: ["n opposes sanctions states article"] },
])("$about", async ({ words, want }) => {
  expect(await told({ sentences: [words] })).toEqual(want);
});

const must = "sanctions~sanction/NOUN/nsubj>3 must/AUX/aux>3 be/AUX/aux>3 lifted~lift/VERB/root>-1";
const willNot = "we/PRON/nsubj>3 will/AUX/aux>3 not/PART/advmod>3 negotiate/VERB/root>-1";
const notGoing =
  "I/PRON/nsubj>3 am~be/AUX/aux>3 not/PART/advmod>3 going~go/VERB/root>-1 to/PART/mark>5 negotiate/VERB/xcomp>3";
const willForces = `${E}/nsubj>2 will/AUX/aux>2 lift/VERB/root>-1 sanctions~sanction/NOUN/obj>2`;
const noTalks = "there/PRON/expl>2 will/AUX/aux>2 be/VERB/root>-1 no/DET/det>4 talks~talk/NOUN/nsubj>2";
const noTruce = "there/PRON/expl>1 is~be/VERB/root>-1 no/DET/det>3 truce/NOUN/nsubj>1";
const farce = "the/DET/det>1 treaty/NOUN/nsubj>4 is~be/AUX/cop>4 a/DET/det>4 farce/NOUN/root>-1";
const only =
  "it/PRON/nsubj>4 can/AUX/aux>4 only/ADV/advmod>4 be/AUX/aux>4 settled~settle/VERB/root>-1 through/ADP/case>6 talks~talk/NOUN/obl>4";
const undermine = "sanctions~sanction/NOUN/nsubj>2 would/AUX/aux>2 undermine/VERB/root>-1 trust/NOUN/obj>2";
const sham = "we/PRON/nsubj>1 read/VERB/root>-1 the/DET/det>4 illegal/ADJ/amod>4 treaty/NOUN/obj>1";
const stop = "Stop/VERB/root>-1 the/DET/det>2 raids~raid/NOUN/obj>0";

test.each([
  { about: "what must be is a demand of who says so", words: must, want: ["p opposes sanctions demands self"] },
  { about: "what somebody will not do", words: willNot, want: ["p opposes talks ruled-out self"] },
  { about: "is not going to", words: notGoing, want: ["p opposes talks will self"] },
  {
    about: "what another will do is told by who says so",
    words: willForces,
    want: ["e opposes sanctions will other p"],
  },
  { about: "what there will not be", words: noTalks, want: ["p opposes talks ruled-out self"] },
  { about: "that there is none is a fact", words: noTruce, want: [] },
  { about: "what is wrong", words: farce, want: ["p opposes treaty states self"] },
  { about: "the only way", words: only, want: ["p supports talks states self"] },
  { about: "what does harm", words: undermine, want: ["p opposes sanctions states self"] },
  { about: "what is judged before its name", words: sham, want: ["p opposes treaty states self"] },
  { about: "a command", words: stop, want: ["p supports ceasefire demands self"] },
])("in what somebody says: $about", async ({ words, want }) => {
  const lower = words.replace(/^Stop\//u, "Stop~stop/");
  expect(await told({ sentences: [lower], said: { 0: "p" } })).toEqual(want);
});

test("without somebody who says it, what must be or is wrong is nobody's position", async () => {
  expect(await told({ sentences: [must, farce, noTalks, only, undermine] })).toEqual([]);
});

test.each([
  { speaker: "p", by: "self" }, // an official of the state
  { speaker: "n", by: "self" },
  { speaker: "m", by: "other m" },
])("Norland's position told by $speaker is an account by $by", async ({ speaker, by }) => {
  expect(await told({ sentences: [ready], said: { 0: speaker } })).toEqual([`n supports talks ready ${by}`]);
});

const butWith = `${N}/nsubj>2 is~be/AUX/cop>2 ready/ADJ/root>-1 for/ADP/case>4 talks~talk/NOUN/obl>2 ,/PUNCT/punct>9 but/CCONJ/cc>9 with/ADP/case>9 another/DET/det>9 Lund/PROPN/conj>2`;
const ifLifted = `${N}/nsubj>2 will/AUX/aux>2 sign/VERB/root>-1 the/DET/det>4 treaty/NOUN/obj>2 if/SCONJ/mark>7 ${E}/nsubj>7 agrees~agree/VERB/advcl>2`;
const until = `${N}/nsubj>1 refused~refuse/VERB/root>-1 to/PART/mark>3 negotiate/VERB/xcomp>1 until/SCONJ/mark>6 raids~raid/NOUN/nsubj>6 end/VERB/advcl>3`;
const evenIf = `${N}/nsubj>2 will/AUX/aux>2 sign/VERB/root>-1 the/DET/det>4 treaty/NOUN/obj>2 even/ADV/advmod>8 if/SCONJ/mark>8 ${E}/nsubj>8 protests~protest/VERB/advcl>2`;
const soon = `${N}/nsubj>1 wants~want/VERB/root>-1 talks~talk/NOUN/obj>1 as/ADV/advmod>4 soon/ADV/advmod>1 as/SCONJ/case>6 possible/ADJ/advcl>4`;

test.each([
  { words: butWith, stance: "conditional", conditions: ["with another Lund"] },
  { words: ifLifted, stance: "conditional", conditions: ["if Estria agrees"] },
  { words: until, stance: "conditional", conditions: ["until raids end"] },
  { words: evenIf, stance: "supports", conditions: [] },
  { words: soon, stance: "supports", conditions: [] },
])("$conditions makes it $stance", async ({ words, stance, conditions }) => {
  const coded = codedOf({ sentences: [words], actors });
  const [position] = await positionsOf(coded);
  expect(position?.stance).toBe(stance);
  expect(position?.conditions.map((span) => textOf(coded.document.text, span))).toEqual(conditions);
});

test("time, counterpart and the word that named the issue are read from the words", async () => {
  const words = `${N}/nsubj>1 rejected~reject/VERB/root>-1 talks~talk/NOUN/obj>1 with/ADP/case>4 ${E}/nmod>2 on/ADP/case>6 Monday/PROPN/obl>1`;
  const coded = codedOf({ sentences: [words], actors, times: { Monday: ["2031-05-05", "2031-05-05"] } });
  const [position] = await positionsOf(coded);
  expect(position).toMatchObject({ counterpart: "e", when: { from: "2031-05-05" }, found: { by: "cue" } });
  expect(position?.found.by === "cue" && textOf(coded.document.text, position.found.span)).toBe("talks");
});

test("what is urged in private is private", async () => {
  const words = `${N}/nsubj>2 privately/ADV/advmod>2 urged~urge/VERB/root>-1 ${E}/iobj>2 to/PART/mark>5 negotiate/VERB/xcomp>2`;
  const [position] = await positionsOf(codedOf({ sentences: [words], actors }));
  expect(position?.audience).toBe("private");
});

test("“it” takes up the issue of the sentence before, where the sentences stand in order", async () => {
  const it = `${E}/nsubj>1 rejected~reject/VERB/root>-1 it/PRON/obj>1`;
  expect(await told({ sentences: [supports, it] })).toContain("e opposes treaty states article");
  expect(await told({ sentences: [supports, it], order: "suspect" })).not.toContain("e opposes treaty states article");
});

test("what the title tells again is told by the text alone; what it tells alone stays", async () => {
  const coded = codedOf({ sentences: [supports, supports], actors });
  const [title] = coded.reading.sentences;
  const document = { ...coded.document, regions: [{ kind: "title" as const, ...title }] } as Coded["document"];
  const [first, ...others] = await positionsOf({ ...coded, document });
  expect(others).toEqual([]);
  expect(first?.evidence[0].start).toBe(coded.reading.sentences[1]?.start);
  const alone = codedOf({ sentences: [supports], actors });
  expect(await positionsOf({ ...alone, document: { ...alone.document, regions: document.regions } })).toHaveLength(1);
});

const broker = `${N}/nsubj>1 made~make/VERB/root>-1 efforts~effort/NOUN/obj>1 to/PART/mark>4 negotiate/VERB/acl>2`;
const bare = `The/DET/det>1 efforts~effort/NOUN/nsubj>6 by/ADP/case>3 ${E}/nmod>1 and/CCONJ/cc>5 Moreau/PROPN/conj>3 failed~fail/VERB/root>-1`;
const forTruce = `${N}/nmod:poss>2 's/PART/case>0 bid/NOUN/nsubj>5 for/ADP/case>4 truce/NOUN/nmod>2 failed~fail/VERB/root>-1`;

test("whoever makes an effort is for what it is to bring about, or what the document’s other efforts are for", async () => {
  expect(await told({ sentences: [forTruce] })).toEqual(["n supports ceasefire acts article"]);
  expect(await told({ sentences: [bare] })).toEqual([]);
  expect(await told({ sentences: [bare, broker] })).toEqual([
    "e supports talks acts article",
    "m supports talks acts article",
  ]);
  expect(await told({ sentences: [bare, broker, forTruce] })).toEqual(["n supports ceasefire acts article"]);
});

test("without parses there are none", async () => {
  const coded = codedOf({ sentences: [supports], actors });
  expect(await positionsOf({ ...coded, reading: { ...coded.reading, parses: null } })).toEqual([]);
});

const sentence = fc.constantFrom(
  ...[supports, urged, called, refused, unwilling, between, refusal, decree, both, butWith, ifLifted, until, bridge],
);

test("evidence and conditions lie within one sentence; ids are of the words alone", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sentence, { minLength: 1, maxLength: 5 }), async (sentences) => {
      const coded = codedOf({ sentences, actors });
      const positions = await positionsOf(coded);
      expect(await positionsOf(coded)).toEqual(positions);
      expect(new Set(positions.map(({ id }) => id)).size).toBe(positions.length);
      for (const { evidence, conditions, stance } of positions) {
        const home = coded.reading.sentences.find(
          ({ start, end }) => start <= evidence[0].start && evidence[0].end <= end,
        );
        for (const span of [...evidence, ...conditions]) {
          expect(home?.start).toBeLessThanOrEqual(span.start);
          expect(home?.end).toBeGreaterThanOrEqual(span.end);
          expect(textOf(coded.document.text, span).trim()).toBe(textOf(coded.document.text, span));
        }
        expect(conditions.length > 0).toBe(stance === "conditional");
      }
    }),
  );
});
