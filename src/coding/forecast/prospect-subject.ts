import type { Actor } from "../actor/actor.ts";
import type { Coded } from "../coded.ts";
import { type EventSentence, headAt, lemmaAt, relationAt, uposAt } from "../event/event-sentence.ts";
import { predicateAt } from "../event/predicate.ts";
import type { ForecastLexicon } from "./forecast-lexicon.ts";
import type { Teller } from "./forecast-teller.ts";
import type { Prospect } from "./prospect.ts";

/** Who or what a prospect is told of. "own side": the state of whoever tells it; "thing": nobody who acts. */
export type SubjectKind =
  | "first"
  | "second"
  | "speaker"
  | "own side"
  | "ours"
  | "person"
  | "actor"
  | "people"
  | "body"
  | "name"
  | "it"
  | "demonstrative"
  | "expletive"
  | "clause"
  | "noun"
  | "thing"
  | "none";

export type Party = "own" | "second" | "other" | "body" | "thing";

/** Whether it is of the teller's own doing, of another's, or of nobody's. */
export function partyOf(kind: SubjectKind): Party {
  if (/^(?:first|speaker|own side|ours)$/u.test(kind)) return "own";
  if (kind === "second" || kind === "body") return kind;
  return /^(?:actor|person|people|name)$/u.test(kind) ? "other" : "thing";
}

export function subjectKind(prospect: Prospect, teller: Teller, coded: Coded, lexicon: ForecastLexicon): SubjectKind {
  const { sentence, sign, top, matter } = prospect;
  const { tree } = sentence;
  if (sign === "foresight") return "noun";
  const own = [top, matter].flatMap((at) => tree.by(at, "nsubj"));
  if (own.length === 0) {
    if ([top, matter].some((at) => tree.by(at, "expl").length > 0)) return "expletive";
    if ([top, matter].some((at) => tree.by(at, "csubj").length > 0) || hasGerundBefore(sentence, top)) return "clause";
  }
  const subject = own[0] ?? borrowedSubject(prospect);
  if (subject === undefined) return "none";
  const lemma = lemmaAt(sentence, subject);
  if (/^(?:i|we)$/u.test(lemma)) return "first";
  if (lemma === "you") return "second";
  const isPointing = own.length > 0 && /^(?:who|which|that|this|what|these|those)$/u.test(lemma);
  if (!isPointing) return nounKind(subject, prospect, teller, coded, lexicon);
  const antecedent = headAt(sentence, top);
  const isRelative = relationAt(sentence, top) === "acl" && antecedent >= 0;
  return isRelative ? nounKind(antecedent, prospect, teller, coded, lexicon) : "demonstrative";
}

/** Of "expects Norland to leave" Norland; else whoever the clause above is said of. */
function borrowedSubject({ sentence, top, matter, expectation }: Prospect): number | undefined {
  if (expectation !== null && relationAt(sentence, top) === "xcomp") {
    const [object] = sentence.tree.by(expectation, "obj");
    if (object !== undefined) return object;
  }
  return [top, matter].flatMap((at) => {
    const { isPassive, objects, subjects } = predicateAt(sentence, at);
    return isPassive ? objects : subjects;
  })[0];
}

/** "He said leaving would hurt", where the parser has the gerund beside the clause and not below it. */
function hasGerundBefore({ tree, forms }: EventSentence, top: number): boolean {
  const { relation = "", head = -1 } = tree.tokens[top] ?? {};
  return relation === "ccomp" && tree.by(head, "ccomp").some((at) => at < top && (forms[at] ?? "").endsWith("ing"));
}

function nounKind(
  noun: number,
  { sentence, top }: Prospect,
  { holder, statement }: Teller,
  coded: Coded,
  { bodies }: ForecastLexicon,
): SubjectKind {
  const lemma = lemmaAt(sentence, noun);
  const ids = coded.actors.at(sentence.index, noun);
  if (holder !== null && ids.includes(holder)) return "speaker";
  // "they say they will": the same ones, where nothing tells who
  const isUnknown = statement !== null && holder === null && relationAt(sentence, top) === "ccomp";
  if (isUnknown && /^(?:he|she|they)$/u.test(lemma)) return "speaker";
  const actors = coded.actors.actors.filter(({ id }) => ids.includes(id));
  const speaker = coded.actors.actors.find(({ id }) => id === holder);
  if (speaker !== undefined && actors.some((actor) => isOwnSide(actor, speaker))) return "own side";
  if (sentence.tree.by(noun, "nmod").some((at) => /^(?:our|my)$/u.test(sentence.forms[at] ?? ""))) return "ours";
  if (lemma === "it") return "it";
  if (actors.some(({ type }) => type === "person" || type === "anonymous")) return "person";
  if (actors.length > 0) return "actor";
  if (/^(?:he|she|they)$/u.test(lemma)) return "person";
  if (uposAt(sentence, noun) === "PROPN") return "name";
  if (bodies.has(lemma)) return "body";
  return smallestEntity(sentence, noun) === "person" ? "people" : "thing";
}

const isOwnSide = (actor: Actor, speaker: Actor): boolean =>
  actor.country !== null && actor.country === speaker.country && actor.type !== "person";

function smallestEntity({ entities }: EventSentence, token: number): string | null {
  const around = entities.filter(({ first, last }) => first <= token && token <= last);
  return around.toSorted((a, b) => a.last - a.first - (b.last - b.first))[0]?.type ?? null;
}
