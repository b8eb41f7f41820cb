import type { Cluster } from "./cluster.ts";
import type { Description } from "./description.ts";
import type { SentenceWords } from "./name-runs.ts";

/** A mention that a pronoun may take up, as it stood in the text. */
export interface Candidate {
  readonly cluster: Cluster;
  readonly description: Description;
  /** The source of the statement before. */
  readonly isSource: boolean;
}

export interface PronounContext {
  readonly words: SentenceWords;
  /** The mentions before it, the last one last; and those after it in its sentence are not among them. */
  readonly earlier: readonly Candidate[];
  /** Whether the sentences stand as they were written. */
  readonly inOrder: boolean;
  readonly wordsAt: (sentence: number) => SentenceWords | null;
  readonly isSource: boolean;
}

/** Sentences back that an antecedent may stand. */
const reach = 4;

/** Mentions back in which it is counted how often somebody is spoken of. */
const often = 40;

/** Tuned on GUM dev (see docs/quality.md). */
const weights = {
  sentence: -1.4,
  subject: 1.5,
  object: 0.3,
  possessor: -0.4,
  frequency: 0.5,
  source: 1.6,
  parallel: 0.6,
  gender: 1.2,
  named: 0.5,
  nearer: -0.02,
} as const;

/** Below it nobody is better than somebody. */
const least = -2.6;

/** "he or she" is anybody. */
const isEither = ({ first, last }: Description, { forms }: SentenceWords): boolean =>
  (/^(?:or|\/)$/i.test(forms[last + 1] ?? "") && /^(?:s?he|hers?|him)$/i.test(forms[last + 2] ?? "")) ||
  (/^(?:or|\/)$/i.test(forms[first - 1] ?? "") && /^(?:s?he|his|him|hers?)$/i.test(forms[first - 2] ?? ""));

type Kind = "person" | "several" | "thing";

const kindOf = (pronoun: string): Kind | null =>
  /^(?:he|him|his|himself|she|her|hers|herself)$/.test(pronoun)
    ? "person"
    : /^(?:they|them|their|theirs|themselves)$/.test(pronoun)
      ? "several"
      : /^(?:it|its|itself)$/.test(pronoun)
        ? "thing"
        : null;

/**
 * Whom a third-person pronoun takes up: the mention before it that scores best by nearness, grammatical role, how
 * often it is spoken of, and agreement, in the way of Lappin and Leass (1994). Null where nobody agrees with it, and
 * where the order of the text is lost, beyond its own sentence.
 */
export function antecedentOf(description: Description, context: PronounContext): Cluster | null {
  if (description.says.kind !== "pronoun") return null;
  const { pronoun, isPossessive } = description.says;
  const kind = kindOf(pronoun);
  if (kind === null || isEither(description, context.words)) return null;
  const gender = /^(?:he|him|his|himself)$/.test(pronoun)
    ? "male"
    : /^(?:she|her|hers|herself)$/.test(pronoun)
      ? "female"
      : null;
  const scores = new Map<Cluster, number>();
  const counts = new Map<Cluster, number>();
  for (const one of context.earlier.slice(-often)) counts.set(one.cluster, (counts.get(one.cluster) ?? 0) + 1);
  for (const candidate of context.earlier) {
    const { cluster } = candidate;
    const distance = description.sentence - candidate.description.sentence;
    if (distance > (context.inOrder ? reach : 0)) continue;
    if (!agrees(cluster, kind, gender)) continue;
    if (!isPossessive && distance === 0 && isCoArgument(candidate.description, description, context.words)) continue;
    if (distance === 0 && contains(candidate.description, description)) continue;
    const score = scoreOf(
      candidate,
      description,
      distance,
      kind,
      gender,
      Math.log2(1 + (counts.get(cluster) ?? 0)),
      context,
    );
    if (score > (scores.get(cluster) ?? Number.NEGATIVE_INFINITY)) scores.set(cluster, score);
  }
  let [best, top]: [Cluster | null, number] = [null, least];
  for (const [cluster, score] of scores) if (score > top) [best, top] = [cluster, score];
  return best;
}

function agrees(cluster: Cluster, kind: Kind, gender: "male" | "female" | null): boolean {
  switch (kind) {
    case "person":
      if (cluster.isPlural || (cluster.type !== "person" && cluster.type !== "anonymous")) return false;
      return cluster.gender === null || cluster.gender === gender;
    case "several":
      return (
        cluster.isPlural || cluster.type === "group" || cluster.type === "organization" || cluster.type === "government"
      );
    case "thing":
      return (
        !cluster.isPlural &&
        (cluster.type === "organization" || cluster.type === "government" || cluster.type === "group")
      );
    default:
      return kind satisfies never;
  }
}

function scoreOf(
  { cluster, description: own, isSource }: Candidate,
  pronoun: Description,
  distance: number,
  kind: Kind,
  gender: "male" | "female" | null,
  frequency: number,
  context: PronounContext,
): number {
  const words = context.wordsAt(own.sentence);
  const relation = words?.parse.tokens[own.head]?.relation ?? "";
  const ownRelation = context.words.parse.tokens[pronoun.head]?.relation ?? "";
  const isSubject = relation.startsWith("nsubj");
  const gap =
    distance === 0
      ? pronoun.first - own.last
      : distance === 1
        ? (words?.parse.tokens.length ?? 0) - own.last + pronoun.first
        : 60;
  const several = kind === "several" ? (cluster.isPlural || cluster.type === "group" ? 0.8 : -0.8) : 0;
  return (
    weights.sentence * distance +
    (isSubject
      ? weights.subject
      : relation === "obj" || relation === "iobj"
        ? weights.object
        : relation === "nmod"
          ? weights.possessor
          : 0) +
    weights.frequency * frequency +
    (isSource && context.isSource && distance <= 2 ? weights.source : 0) +
    (relation !== "" && relation === ownRelation ? weights.parallel : 0) +
    (gender !== null && cluster.gender === gender ? weights.gender : 0) +
    (cluster.type === "person" && own.says.kind !== "pronoun" ? weights.named : 0) +
    several +
    weights.nearer * Math.min(gap, 60)
  );
}

/** "Varga told her": two arguments of one verb are two persons. */
function isCoArgument(one: Description, other: Description, { parse }: SentenceWords): boolean {
  const [a, b] = [parse.tokens[one.head], parse.tokens[other.head]];
  if (a === undefined || b === undefined) return false;
  const arguments_ = /^(?:nsubj|obj|iobj|obl)/;
  return a.head === b.head && arguments_.test(a.relation) && arguments_.test(b.relation);
}

const contains = (outer: Description, inner: Description): boolean =>
  outer.first <= inner.first && inner.last <= outer.last;
