import type { SentenceFacts } from "./order-facts.ts";
import { functionWords, leaningOpeners, reportingWords, type WordClass, wordClasses } from "./order-words.ts";

/** What the text as a whole tells about the weight of a shared word. */
export interface TextFacts {
  /** In sentences. */
  readonly size: number;
  /** In how many sentences each stem stands. */
  readonly counts: ReadonlyMap<string, number>;
}

export function textFacts(facts: readonly SentenceFacts[]): TextFacts {
  const counts = new Map<string, number>();
  for (const { stems } of facts) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return { size: facts.length, counts };
}

type PairFeature = (a: SentenceFacts, b: SentenceFacts, text: TextFacts) => number | boolean;

const both = (name: WordClass) => (a: SentenceFacts, b: SentenceFacts) => a.classes.has(name) && b.classes.has(name);
const opensWithPerson = ({ first }: SentenceFacts): boolean => wordClasses.person.has(first);
const mentionsPerson = ({ classes, names }: SentenceFacts): boolean => classes.has("person") || names.size > 0;
const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => shared(a, b) > 0;
const onlyPast = ({ classes }: SentenceFacts): boolean => classes.has("past") && !classes.has("present");
const onlyPresent = ({ classes }: SentenceFacts): boolean => classes.has("present") && !classes.has("past");
const onlyHe = ({ classes }: SentenceFacts): boolean => classes.has("he") && !classes.has("she");
const onlyShe = ({ classes }: SentenceFacts): boolean => classes.has("she") && !classes.has("he");

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let found = 0;
  for (const word of a) if (b.has(word)) found++;
  return found;
}

/** A word shared by two sentences weighs more the fewer sentences have it. */
function overlap(a: SentenceFacts, b: SentenceFacts, { size, counts }: TextFacts): number {
  let sum = 0;
  for (const stem of b.stems) if (a.stems.has(stem)) sum += Math.log((size + 1) / (counts.get(stem) ?? 1));
  return Math.min(8, sum);
}

function rareShared(a: SentenceFacts, b: SentenceFacts, { counts }: TextFacts): number {
  let found = 0;
  for (const stem of b.stems) if (a.stems.has(stem) && counts.get(stem) === 2) found++;
  return Math.min(3, found);
}

/** Does sentence `b` read as if it came after `a`? */
export const pairFeatures = {
  bias: () => 1,
  overlap,
  rareShared,
  anyShared: (a, b) => meets(a.stems, b.stems),
  sharedNames: (a, b) => Math.min(3, shared(a.names, b.names)),
  sharedTopic: (a, b) => shared(a.topic, b.topic),
  theShared: (a, b) => meets(b.definite, a.stems),
  fullThenBare: (a, b) => meets(a.full, b.bare),
  bareThenFull: (a, b) => meets(a.bare, b.full),
  indefiniteThenDefinite: (a, b) => meets(a.indefinite, b.definite),
  definiteThenIndefinite: (a, b) => meets(a.definite, b.indefinite),
  pronounAfterPerson: (a, b) => opensWithPerson(b) && mentionsPerson(a),
  pronounAfterNone: (a, b) => opensWithPerson(b) && !mentionsPerson(a),
  opensWithThing: (_, b) => wordClasses.thing.has(b.first),
  leansOnNothing: (a, b) => leaningOpeners.has(b.first) && !meets(a.stems, b.stems),
  speakerBoth: both("speaker"),
  speakerThenSaying: (a, b) => a.classes.has("speaker") && b.classes.has("saying"),
  sayingThenSpeaker: (a, b) => a.classes.has("saying") && b.classes.has("speaker"),
  sayingBoth: both("saying"),
  openThenClosed: (a, b) => a.leavesOpen && b.closesEarlier,
  openThenNotClosed: (a, b) => a.leavesOpen && !b.closesEarlier && b.marks && !b.opensFirst,
  closedNotOpen: (a, b) => !a.leavesOpen && b.closesEarlier,
  openThenOpened: (a, b) => a.leavesOpen && b.opensFirst,
  marksBoth: (a, b) => a.marks && b.marks,
  marksOne: (a, b) => a.marks !== b.marks,
  questionBoth: (a, b) => a.question && b.question,
  lowerAfterExclaiming: (a, b) => b.startsLower && a.exclaims,
  lowerAfterFullStop: (a, b) => b.startsLower && !a.exclaims,
  lengthGap: (a, b) => Math.min(3, Math.abs(Math.log((a.length + 1) / (b.length + 1)))),
  commonGap: (a, b) => Math.abs(a.common - b.common),
  shortBoth: (a, b) => a.length < 10 && b.length < 10,
  pastBoth: both("past"),
  presentBoth: both("present"),
  tenseClash: (a, b) => (onlyPast(a) && onlyPresent(b)) || (onlyPresent(a) && onlyPast(b)),
  heBoth: both("he"),
  sheBoth: both("she"),
  genderClash: (a, b) => (onlyHe(a) && onlyShe(b)) || (onlyShe(a) && onlyHe(b)),
  theyBoth: both("they"),
  weBoth: both("we"),
  iBoth: both("i"),
  youBoth: both("you"),
} as const satisfies Readonly<Record<string, PairFeature>>;
export type PairFeatureName = keyof typeof pairFeatures;
export const pairFeatureNames = Object.keys(pairFeatures) as readonly PairFeatureName[];

/** One number for each of `pairFeatureNames`, in their order. */
export const pairVector = (a: SentenceFacts, b: SentenceFacts, text: TextFacts): readonly number[] =>
  pairFeatureNames.map((name) => Number(pairFeatures[name](a, b, text)));

type PlaceFeature = (a: SentenceFacts, text: TextFacts) => number | boolean;

/** How much of the rest of the text a sentence shares: a lead is about what all the others are about. */
function centrality({ stems }: SentenceFacts, { size, counts }: TextFacts): number {
  let sum = 0;
  for (const stem of stems) sum += Math.log(counts.get(stem) ?? 1);
  return sum / Math.sqrt(Math.max(1, stems.size)) / Math.log(size + 1);
}

/** Where in a text would such a sentence stand? */
export const placeFeatures = {
  bias: () => 1,
  centrality,
  length: (a) => Math.min(5, a.length / 10),
  short: (a) => a.length < 6,
  full: (a) => Math.min(3, a.full.size),
  bare: (a) => Math.min(3, a.bare.size),
  indefinite: (a) => Math.min(3, a.indefinite.size),
  definite: (a) => Math.min(3, a.definite.size),
  leans: (a) => leaningOpeners.has(a.first),
  opensWithPerson: (a) => opensWithPerson(a),
  person: (a) => a.classes.has("person"),
  speaker: (a) => a.classes.has("speaker"),
  marks: (a) => a.marks,
  question: (a) => a.question,
  digits: (a) => a.digits,
  dateline: (a) => a.dateline,
  capitals: (a) => a.capitals > 0.7,
  common: (a) => 3 * a.common,
  fewCommon: (a) => a.common < 0.25 && a.length > 4,
} as const satisfies Readonly<Record<string, PlaceFeature>>;
export type PlaceFeatureName = keyof typeof placeFeatures;

/** The words that may speak for a place: closed classes and the vocabulary of reporting, never a topic. */
export const placeWords: readonly string[] = [...new Set([...functionWords, ...reportingWords])].sort();
