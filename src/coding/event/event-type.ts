import { governorsOf } from "./clause-status.ts";
import type { EventStatus, EventType } from "./event.ts";
import { type EventSentence, hasMark, headAt, lemmaAt, relationAt } from "./event-sentence.ts";
import * as words from "./status-words.ts";

/** What an event is coded as, given how its words are told. */
export interface TypeReading {
  readonly type: EventType;
  readonly status: EventStatus;
}

const cooperative: ReadonlySet<EventType> = new Set([
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "COOPERATE",
  "AID",
  "CONCEDE",
  "RETREAT",
]);
/** Types that are words alone. */
export const verbal: ReadonlySet<EventType> = new Set(["REQUEST", "ACCUSE", "REJECT", "THREATEN"]);
/** Types that are crimes where one accuses another of them. */
export const grave: ReadonlySet<EventType> = new Set(["ASSAULT", "COERCE"]);
const hostileActs: ReadonlySet<EventType> = new Set(["ASSAULT", "COERCE", "PROTEST", "SANCTION", "MOBILIZE"]);

export const isHostile = (type: EventType): boolean => hostileActs.has(type);

/**
 * PLOVER codes what somebody means to do as AGREE where it is cooperative and as THREATEN where it is hostile, and
 * cooperation refused as REJECT. Null where the words tell no event: what is only supposed, or did not happen.
 * @param isReported whether somebody says it in the text, so that a negation is his denial.
 */
export function readType(
  type: EventType,
  status: EventStatus,
  sentence: EventSentence,
  token: number,
  isReported: boolean,
): TypeReading | null {
  if (isPurpose(sentence, token)) return null;
  switch (status) {
    case "happened":
      return { type, status };
    case "planned":
      return planned(type, sentence, token);
    case "denied":
      return denied(type, sentence, token, isReported);
    case "hypothetical":
      return hostileActs.has(type) && isConditionalThreat(sentence, token)
        ? { type: "THREATEN", status: "happened" }
        : null;
    case "demanded":
      return null;
    default:
      return status satisfies never;
  }
}

function planned(type: EventType, sentence: EventSentence, token: number): TypeReading | null {
  const above = governorsOf(sentence.tree, token).map((at) => lemmaAt(sentence, at));
  const isSettled = above.some((lemma) => /^(?:decide|decision|expect|schedule|due|set)$/u.test(lemma));
  if (hostileActs.has(type) && hasCondition(sentence, token)) return { type: "THREATEN", status: "happened" };
  if (verbal.has(type) || type === "AGREE" || type === "SANCTION" || type === "MOBILIZE")
    return { type, status: "planned" };
  if (type === "CONSULT" && !isVowed(sentence, token, [])) return { type, status: "planned" };
  if (cooperative.has(type)) {
    const isPromised = type === "RETREAT" || above.some((lemma) => promises.test(lemma));
    return isSettled || !isPromised ? { type, status: "planned" } : { type: "AGREE", status: "happened" };
  }
  const isAnnounced = isVowed(sentence, token, above);
  return isAnnounced ? { type: "THREATEN", status: "happened" } : { type, status: "planned" };
}

/** Words by which somebody binds himself. */
const promises =
  /^(?:agree|agreement|commit|commitment|guarantee|offer|pledge|promise|promised|propose|swear|undertake|volunteer|vow|willing|willingness)$/u;

function denied(type: EventType, sentence: EventSentence, token: number, isReported: boolean): TypeReading | null {
  const above = governorsOf(sentence.tree, token).map((at) => lemmaAt(sentence, at));
  if (above.some((lemma) => words.denials.has(lemma))) return verbal.has(type) ? null : { type, status: "denied" };
  if (type === "CONSULT") return { type, status: "denied" };
  const isPast = !isVowed(sentence, token, above) && !above.some((lemma) => words.refusals.has(lemma));
  if (!isPast && hostileActs.has(type)) return null; // "will not attack"
  if (isPast && (type === "RETREAT" || type === "CONCEDE" || type === "AID")) return null;
  if (cooperative.has(type)) return { type: "REJECT", status: "happened" };
  return hostileActs.has(type) && isReported ? { type, status: "denied" } : null;
}

/** "would blockade", "vowed to attack". */
const isVowed = (sentence: EventSentence, token: number, above: readonly string[]): boolean =>
  above.some((lemma) => /^(?:vow|promise|pledge|swear|ready|prepare|prepared|willing|intend)$/u.test(lemma)) ||
  [token, ...governorsOf(sentence.tree, token)].some((at) =>
    sentence.tree.by(at, "aux").some((aux) => /^(?:will|would|shall|'ll|'d)$/u.test(lemmaAt(sentence, aux))),
  );

/** "may halt the talks if …", "could attack unless …". */
const isConditionalThreat = (sentence: EventSentence, token: number): boolean =>
  hasCondition(sentence, token) &&
  sentence.tree.by(token, "aux").some((at) => /^(?:may|might|could|would|will)$/u.test(lemmaAt(sentence, at)));

const hasCondition = (sentence: EventSentence, token: number): boolean =>
  sentence.tree.by(token, "advcl").some((at) => hasMark(sentence, at, "if") || hasMark(sentence, at, "unless"));

/** "met to discuss", "the means to attack": an infinitive that no word above says anybody meant, tried or refused. */
function isPurpose(sentence: EventSentence, token: number): boolean {
  return [token, ...governorsOf(sentence.tree, token)].some((at) => {
    if (!hasMark(sentence, at, "to") || isPerfect(sentence, at)) return false;
    const relation = relationAt(sentence, at);
    if (relation === "conj") return false; // as the first of the two
    const governor = lemmaAt(sentence, headAt(sentence, at));
    const isTold = governing.some((list) => list.has(governor));
    return relation === "advcl" ? !words.demands.has(governor) : !isTold;
  });
}

const governing = [words.demands, words.plans, words.refusals, words.denials, words.possibilities, words.carriers];

/** "is said to have attacked". */
const isPerfect = ({ tree }: EventSentence, token: number): boolean =>
  tree.by(token, "aux").some((at) => tree.tokens[at]?.lemma === "have");
