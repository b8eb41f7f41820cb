import { expect, test } from "vitest";
import { dependentsIn } from "../../reader/dependents.ts";
import { parseOf } from "../../reader/testing/parse-of.ts";
import { clauseStatus } from "./clause-status.ts";

const N = "Norland/PROPN";
const E = "Estria/PROPN";

test.each([
  { words: `${N}/nsubj>1 attacked~attack/VERB/root>-1 the/DET/det>3 port/NOUN/obj>1`, at: 1, want: "happened" },
  { words: `${N}/nsubj>3 did~do/AUX/aux>3 not/PART/advmod>3 attack/VERB/root>-1`, at: 3, want: "denied" },
  { words: `${N}/nsubj>3 has~have/AUX/aux>3 never/ADV/advmod>3 attacked~attack/VERB/root>-1`, at: 3, want: "denied" },
  { words: `${N}/nsubj>2 will/AUX/aux>2 attack/VERB/root>-1`, at: 2, want: "planned" },
  { words: `${N}/nsubj>2 may/AUX/aux>2 attack/VERB/root>-1`, at: 2, want: "hypothetical" },
  { words: `${N}/nsubj>2 must/AUX/aux>2 withdraw/VERB/root>-1`, at: 2, want: "demanded" },
  {
    words: `If/SCONJ/mark>2 ${N}/nsubj>2 attacks~attack/VERB/advcl>6 ,/PUNCT/punct>2 ${E}/nsubj>6 will/AUX/aux>6 leave/VERB/root>-1`,
    at: 2,
    want: "hypothetical",
  },
  {
    words: `Whether/SCONJ/mark>2 ${N}/nsubj>2 signed~sign/VERB/csubj>6 the/DET/det>4 treaty/NOUN/obj>2 is~be/AUX/cop>6 unclear/ADJ/root>-1`,
    at: 2,
    want: "hypothetical",
  },
  { words: `${N}/nsubj>2 would/AUX/aux>2 attack/VERB/root>-1`, at: 2, want: "hypothetical" },
  {
    words: `${N}/nsubj>1 said~say/VERB/root>-1 it/PRON/nsubj>4 would/AUX/aux>4 send/VERB/ccomp>1 troops/NOUN/obj>4`,
    at: 4,
    want: "planned",
  },
  { words: `${N}/nsubj>1 plans~plan/VERB/root>-1 to/PART/mark>3 send/VERB/xcomp>1`, at: 3, want: "planned" },
  { words: `${N}/nsubj>2 is~be/AUX/cop>2 ready/ADJ/root>-1 to/PART/mark>4 send/VERB/xcomp>2`, at: 4, want: "planned" },
  {
    words: `${N}/nsubj>2 is~be/AUX/aux>2 expected~expect/VERB/root>-1 to/PART/mark>4 send/VERB/xcomp>2`,
    at: 4,
    want: "planned",
  },
  {
    words: `${N}/nsubj>1 agreed~agree/VERB/root>-1 to/PART/mark>3 withdraw/VERB/xcomp>1 and/CCONJ/cc>5 release/VERB/conj>3 them~they/PRON/obj>5`,
    at: 5,
    want: "planned",
  },
  {
    words: `${E}/nsubj>1 urged~urge/VERB/root>-1 ${N}/obj>1 to/PART/mark>4 withdraw/VERB/xcomp>1`,
    at: 4,
    want: "demanded",
  },
  {
    words: `${E}/nsubj>1 wants~want/VERB/root>-1 ${N}/obj>1 to/PART/mark>4 withdraw/VERB/xcomp>1`,
    at: 4,
    want: "demanded",
  },
  {
    words: `${E}/nsubj>1 called~call/VERB/root>-1 for/ADP/case>4 the/DET/det>4 release/NOUN/obl>1 of/ADP/case>6 prisoners~prisoner/NOUN/nmod>4`,
    at: 4,
    want: "demanded",
  },
  {
    words: `${E}/nsubj>1 called~call/VERB/root>-1 on/ADP/case>3 ${N}/obl>1 to/PART/mark>5 stop/VERB/advcl>1 the/DET/det>7 attacks~attack/NOUN/obj>5`,
    at: 7,
    want: "demanded",
  },
  {
    words: `${N}/nsubj>1 refused~refuse/VERB/root>-1 to/PART/mark>3 release/VERB/xcomp>1 them~they/PRON/obj>3`,
    at: 3,
    want: "denied",
  },
  {
    words: `${N}/nsubj>1 ruled~rule/VERB/root>-1 out/ADP/compound>1 sending~send/VERB/xcomp>1 troops/NOUN/obj>3`,
    at: 3,
    want: "denied",
  },
  {
    words: `${N}/nsubj>3 did~do/AUX/aux>3 not/PART/advmod>3 rule/VERB/root>-1 out/ADP/compound>3 sending~send/VERB/xcomp>3 troops/NOUN/obj>5`,
    at: 5,
    want: "hypothetical",
  },
  {
    words: `${N}/nsubj>1 failed~fail/VERB/root>-1 to/PART/mark>3 reach/VERB/xcomp>1 an~a/DET/det>5 agreement/NOUN/obj>3`,
    at: 5,
    want: "denied",
  },
  {
    words: `${N}/nsubj>1 denied~deny/VERB/root>-1 that/SCONJ/mark>5 it/PRON/nsubj>5 had~have/AUX/aux>5 attacked~attack/VERB/ccomp>1`,
    at: 5,
    want: "denied",
  },
  { words: `${N}/nsubj>1 denied~deny/VERB/root>-1 attacking~attack/VERB/xcomp>1`, at: 2, want: "denied" },
  {
    words: `${N}/nsubj>2 is~be/AUX/aux>2 considering~consider/VERB/root>-1 the/DET/det>4 deployment/NOUN/obj>2 of/ADP/case>6 troops/NOUN/nmod>4`,
    at: 4,
    want: "hypothetical",
  },
  {
    words: `${N}/nsubj>1 threatened~threaten/VERB/root>-1 to/PART/mark>3 attack/VERB/xcomp>1`,
    at: 3,
    want: "hypothetical",
  },
  {
    words: `There/PRON/expl>1 is~be/VERB/root>-1 no/DET/det>3 evidence/NOUN/nsubj>1 of/ADP/case>6 an~a/DET/det>6 attack/NOUN/nmod>3`,
    at: 3,
    want: "denied",
  },
  {
    words: `${N}/nmod>2 's/PART/case>0 plan/NOUN/nsubj>7 to/PART/mark>4 annex/VERB/acl>2 the/DET/det>6 island/NOUN/obj>4 angered~anger/VERB/root>-1 ${E}/obj>7`,
    at: 4,
    want: "planned",
  },
  {
    words: `The/DET/det>1 talks~talk/NOUN/nsubj>4 will/AUX/aux>4 be/AUX/aux>4 held~hold/VERB/root>-1`,
    at: 1,
    want: "planned",
  },
  {
    words: `A/DET/det>2 planned~plan/VERB/amod>2 visit/NOUN/nsubj>3 angered~anger/VERB/root>-1`,
    at: 2,
    want: "planned",
  },
  {
    words: `${N}/nsubj>1 tried~try/VERB/root>-1 to/PART/mark>3 storm/VERB/xcomp>1 the/DET/det>5 palace/NOUN/obj>3`,
    at: 3,
    want: "happened",
  },
  { words: `${N}/nsubj>1 said~say/VERB/root>-1 ${E}/nsubj>3 attacked~attack/VERB/ccomp>1`, at: 3, want: "happened" },
  {
    words: `${N}/nsubj>1 told~tell/VERB/root>-1 them~they/PRON/obj>1 to/PART/mark>4 leave/VERB/xcomp>1`,
    at: 4,
    want: "demanded",
  },
  { words: `${N}/nsubj>2 will/AUX/aux>2 visit/VERB/root>-1 and/CCONJ/cc>4 sign/VERB/conj>2`, at: 4, want: "planned" },
  {
    words: `Soldiers~soldier/NOUN/nsubj>1 left~leave/VERB/root>-1 without/SCONJ/mark>3 firing~fire/VERB/advcl>1`,
    at: 3,
    want: "denied",
  },
] as const)("$words at $at: $want", ({ words, at, want }) => {
  expect(clauseStatus(dependentsIn(parseOf(words).parse), at)).toBe(want);
});
