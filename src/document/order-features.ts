import type { SentenceFacts } from "./order-facts.ts";
import { closingWords, leaningOpeners, type WordClass, wordClasses } from "./order-words.ts";

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

/** What two sentences have in common. */
interface Common {
  readonly stems: number;
  /** Stems that stand in no third sentence. */
  readonly rare: number;
  /** A shared stem weighs more the fewer sentences have it. */
  readonly weight: number;
}
type PairFeature = (a: SentenceFacts, b: SentenceFacts, common: Common) => number | boolean;

const both = (name: WordClass) => (a: SentenceFacts, b: SentenceFacts) => a.classes.has(name) && b.classes.has(name);
const opensWithPerson = ({ first }: SentenceFacts): boolean => wordClasses.person.has(first);
const mentionsPerson = ({ classes, names }: SentenceFacts): boolean => classes.has("person") || names.size > 0;
const onlyPast = ({ classes }: SentenceFacts): boolean => classes.has("past") && !classes.has("present");
const onlyPresent = ({ classes }: SentenceFacts): boolean => classes.has("present") && !classes.has("past");
const onlyHe = ({ classes }: SentenceFacts): boolean => classes.has("he") && !classes.has("she");
const onlyShe = ({ classes }: SentenceFacts): boolean => classes.has("she") && !classes.has("he");
const adds = ({ words }: SentenceFacts): boolean => words.has("also") || words.has("too");
const objects = ({ first, words }: SentenceFacts): boolean => first === "but" || words.has("however");
const isPronoun = (subject: string): boolean => subject === "he" || subject === "she";
/** Pronouns have at most four letters. */
const isNamed = (subject: string): boolean => subject.length > 4;

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let found = 0;
  if (a.size > 0) for (const word of b) if (a.has(word)) found++;
  return found;
}
const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => shared(a, b) > 0;

function commonOf(a: SentenceFacts, b: SentenceFacts, { size, counts }: TextFacts): Common {
  let [stems, rare, weight] = [0, 0, 0];
  for (const stem of b.stems) {
    if (!a.stems.has(stem)) continue;
    const count = counts.get(stem) ?? 1;
    stems++;
    if (count === 2) rare++;
    weight += Math.log((size + 1) / count);
  }
  return { stems, rare, weight: Math.min(8, weight) };
}

/** Does sentence `b` read as if it came after `a`? */
export const pairFeatures = {
  overlap: (_a, _b, { weight }) => weight,
  overlapShare: (a, b, { weight }) => weight / Math.sqrt(Math.max(1, a.stems.size * b.stems.size)),
  rareShared: (_a, _b, { rare }) => Math.min(3, rare),
  anyShared: (_a, _b, { stems }) => stems > 0,
  roots: (a, b) => Math.min(4, shared(a.roots, b.roots)),
  sharedNames: (a, b) => Math.min(3, shared(a.names, b.names)),
  sharedTopic: (a, b) => shared(a.topic, b.topic),
  theShared: (a, b) => meets(b.definite, a.stems),
  fullThenBare: (a, b) => meets(a.full, b.bare),
  bareThenFull: (a, b) => meets(a.bare, b.full),
  acronymThenLong: (a, b) => meets(a.acronyms, b.initials),
  longThenAcronym: (a, b) => meets(a.initials, b.acronyms),
  indefiniteThenDefinite: (a, b) => meets(a.indefinite, b.definite),
  definiteThenIndefinite: (a, b) => meets(a.definite, b.indefinite),
  pronounAfterPerson: (a, b) => opensWithPerson(b) && mentionsPerson(a),
  pronounAfterNone: (a, b) => opensWithPerson(b) && !mentionsPerson(a),
  leansOnNothing: (_, b, { stems }) => stems === 0 && leaningOpeners.has(b.first),
  addsShared: (a, b) => adds(b) && meets(a.names, b.names),
  addsNothing: (_, b, { stems }) => stems === 0 && adds(b),
  objectsShared: (_, b, { stems }) => stems > 0 && objects(b),
  andShared: (_, b, { stems }) => stems > 0 && b.first === "and",
  sameSubject: (a, b) => a.subject !== "" && a.subject === b.subject,
  subjectKnown: (a, b) => a.names.has(b.subject),
  subjectUnknown: (a, b) => isNamed(b.subject) && !a.names.has(b.subject),
  subjectFull: (a, b) => a.full.has(b.subject) && b.bare.has(b.subject),
  sameSpeaker: (a, b) => a.speaker !== "" && a.speaker === b.speaker,
  speakerNamed: (a, b) => a.full.has(b.speaker),
  speakerThenPronoun: (a, b) => isNamed(a.speaker) && isPronoun(b.speaker),
  speakerThenQuotation: (a, b) => a.speaker !== "" && b.speaker === "" && b.quoted > 0.3,
  speakerBoth: both("speaker"),
  sayingThenSpeaker: (a, b) => a.classes.has("saying") && b.classes.has("speaker"),
  sayingBoth: both("saying"),
  colonThenSpeaker: (a, b) => a.endsColon && (b.opensFirst || b.classes.has("speaker")),
  colon: (a) => a.endsColon,
  openThenClosed: (a, b) => a.leavesOpen && b.closesEarlier,
  openThenNotClosed: (a, b) => a.leavesOpen && !b.closesEarlier && b.marks && !b.opensFirst,
  closedNotOpen: (a, b) => !a.leavesOpen && b.closesEarlier,
  quotedBoth: (a, b) => Math.min(a.quoted, b.quoted),
  quotedGap: (a, b) => Math.abs(a.quoted - b.quoted),
  questionBoth: (a, b) => a.question && b.question,
  questionThenShort: (a, b) => a.question && !b.question && b.length < 12,
  lowerAfterExclaiming: (a, b) => b.startsLower && a.exclaims,
  lowerAfterFullStop: (a, b) => b.startsLower && !a.exclaims,
  titleFirst: (a, b) => a.titleCase && !b.titleCase,
  titleSecond: (a, b) => b.titleCase && !a.titleCase,
  titles: (a, b) => a.titleCase && b.titleCase,
  datelineSecond: (_, b) => b.dateline,
  lengthGap: (a, b) => Math.min(3, Math.abs(Math.log((a.length + 1) / (b.length + 1)))),
  commonGap: (a, b) => Math.abs(a.common - b.common),
  shortBoth: (a, b) => a.length < 10 && b.length < 10,
  digitsBoth: (a, b) => a.digits && b.digits,
  digitsOne: (a, b) => a.digits !== b.digits,
  percentBoth: (a, b) => a.words.has("percent") && b.words.has("percent"),
  pastBoth: both("past"),
  presentBoth: both("present"),
  tenseClash: (a, b) => (onlyPast(a) && onlyPresent(b)) || (onlyPresent(a) && onlyPast(b)),
  personBoth: both("person"),
  heBoth: both("he"),
  sheBoth: both("she"),
  genderClash: (a, b) => (onlyHe(a) && onlyShe(b)) || (onlyShe(a) && onlyHe(b)),
  theyBoth: both("they"),
  weBoth: both("we"),
  iBoth: both("i"),
} as const satisfies Readonly<Record<string, PairFeature>>;
export type PairFeatureName = keyof typeof pairFeatures;
export const pairFeatureNames = Object.keys(pairFeatures) as readonly PairFeatureName[];
const pairFunctions: readonly PairFeature[] = Object.values(pairFeatures);

/** One number for each of `pairFeatureNames`, in their order. */
export function pairVector(a: SentenceFacts, b: SentenceFacts, text: TextFacts): Float64Array {
  const common = commonOf(a, b, text);
  const values = new Float64Array(pairFunctions.length);
  pairFunctions.forEach((feature, index) => {
    values[index] = Number(feature(a, b, common));
  });
  return values;
}

type PlaceFeature = (a: SentenceFacts, text: TextFacts) => number | boolean;

/** How much of the rest of the text a sentence shares: a lead is about what all the others are about. */
function centrality({ stems }: SentenceFacts, { size, counts }: TextFacts): number {
  let sum = 0;
  for (const stem of stems) sum += Math.log(counts.get(stem) ?? 1);
  return sum / Math.sqrt(Math.max(1, stems.size)) / Math.log(size + 1);
}

/** What tells where in a text such a sentence stands. */
export const placeFeatures = {
  centrality,
  length: (a) => Math.min(5, a.length / 10),
  short: (a) => a.length < 6,
  full: (a) => Math.min(3, a.full.size),
  bare: (a) => Math.min(3, a.bare.size),
  introduced: (a) => Math.min(2, a.introduced.size + a.explained.size),
  indefinite: (a) => Math.min(3, a.indefinite.size),
  definite: (a) => Math.min(3, a.definite.size),
  acronyms: (a) => Math.min(2, a.acronyms.size),
  initials: (a) => a.initials.size > 0,
  leans: (a) => leaningOpeners.has(a.first),
  adds,
  but: (a) => a.first === "but",
  opensWithPerson,
  person: (a) => a.classes.has("person"),
  subjectName: (a) => isNamed(a.subject),
  speaker: (a) => a.classes.has("speaker"),
  says: (a) => a.speaker !== "",
  saysPronoun: (a) => isPronoun(a.speaker),
  marks: (a) => a.marks,
  quoted: (a) => a.quoted,
  question: (a) => a.question,
  digits: (a) => a.digits,
  dateline: (a) => a.dateline,
  capitals: (a) => a.capitals > 0.7,
  titleCase: (a) => a.titleCase,
  common: (a) => 3 * a.common,
  fewCommon: (a) => a.common < 0.25 && a.length > 4,
  closing: (a) => closingWords.some((word) => a.words.has(word)),
} as const satisfies Readonly<Record<string, PlaceFeature>>;
export type PlaceFeatureName = keyof typeof placeFeatures;
export const placeFeatureNames = Object.keys(placeFeatures) as readonly PlaceFeatureName[];
const placeFunctions: readonly PlaceFeature[] = Object.values(placeFeatures);

/** One number for each of `placeFeatureNames`, in their order. */
export const placeVector = (a: SentenceFacts, text: TextFacts): readonly number[] =>
  placeFunctions.map((feature) => Number(feature(a, text)));
