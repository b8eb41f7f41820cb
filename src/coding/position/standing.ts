import { type EventSentence, headAt, lemmaAt, relationAt, uposAt } from "../event/event-sentence.ts";
import { isPredicate } from "../event/predicate.ts";
import { isPassive } from "../event/voice.ts";
import type { Modality } from "./position.ts";
import { isNegated } from "./turning.ts";

/** How a clause says that its predicate holds. */
export interface Standing {
  readonly isTurned: boolean;
  /** What its auxiliaries make of it; null where they say nothing. */
  readonly how: Modality | null;
  /** Whether it is what somebody has to do: "must support". */
  readonly isDuty: boolean;
}

const hypotheticals = new Set(
  (
    "fear doubt wonder imagine expect likely unlikely suppose speculate predict possible possibly perhaps maybe seem appear consider contemplate mull discuss debate " +
    "question ask whether unclear hint suggest risk chance possibility prospect threat rumour speculation claim allegation accusation report suggestion"
  ).split(" "),
);
const possibilities = /^(?:may|might|could)$/u;
const duties = /^(?:must|should|ought|shall)$/u;
const futures = /^(?:will|wo|shall|ll|'ll|’ll)$/u;

/**
 * How the words around a predicate, or a noun, say that it holds: its own auxiliaries and negation, and what governs it.
 * Null where they only suppose it.
 * @param mayBe whether "may", "can" and "could" leave it as it is: "could undermine the talks" judges as "would" does.
 */
export function standingOf(sentence: EventSentence, token: number, mayBe = false): Standing | null {
  let standing = ownStanding(sentence, token, { mayBe });
  let at = token;
  for (let steps = 0; steps < 8 && standing !== null; steps++) {
    const head = governorOf(sentence, at);
    if (head === null) break;
    if (hypotheticals.has(lemmaAt(sentence, head)) && relationAt(sentence, at) !== "obl") return null;
    const above = ownStanding(sentence, head, { isSubject: relationAt(sentence, at) === "nsubj" });
    if (above === null) return null;
    const isLacking = /^(?:lack|fail|deny|stop|cease|absence|failure)$/u.test(lemmaAt(sentence, head));
    if (isLacking && lemmaAt(sentence, head) === "deny") return null;
    standing = {
      isTurned: standing.isTurned !== (above.isTurned !== isLacking),
      how: standing.how ?? above.how,
      isDuty: standing.isDuty || above.isDuty,
    };
    at = head;
  }
  return standing;
}

/** With `isSubject` of what has been read as the subject already, its "no" with it. */
function ownStanding(
  sentence: EventSentence,
  token: number,
  { mayBe = false, isSubject = false }: { readonly mayBe?: boolean; readonly isSubject?: boolean },
): Standing | null {
  const { tree } = sentence;
  const marks = tree.by(token, "mark").map((at) => lemmaAt(sentence, at));
  if (marks.some((mark) => /^(?:if|whether|unless|lest|until|should)$/u.test(mark))) return null;
  const helpers = tree.by(token, "aux").map((at) => sentence.forms[at] ?? "");
  const isTurned = isNegated(sentence, token) || (!isSubject && hasNegatedSubject(sentence, token));
  const has = (pattern: RegExp): boolean => helpers.some((form) => pattern.test(form));
  if (isInverted(sentence, token)) return null;
  if (has(possibilities) && !mayBe && !(isTurned && has(/^could$/u))) return null;
  if (has(/^(?:can|ca)$/u) && !mayBe && !isTurned) return null;
  if (has(/^would$/u) && has(/^have$/u)) return null;
  if (
    tree
      .by(token, "advmod")
      .some((at) => /^(?:perhaps|maybe|possibly|reportedly|allegedly)$/u.test(lemmaAt(sentence, at)))
  )
    return null;
  const isDuty = has(duties) && !has(/^shall$/u);
  const how = has(futures) || has(/^(?:would|'d|’d)$/u) ? "will" : has(/^(?:can|ca|could)$/u) ? "ruled-out" : null;
  return { isTurned, how, isDuty };
}

/** "should Ukraine sign", "were it to": supposed, as with "if". */
function isInverted({ tree, forms }: EventSentence, token: number): boolean {
  const [subject] = tree.by(token, "nsubj");
  return tree
    .by(token, "aux")
    .some((at) => subject !== undefined && at < subject && /^(?:should|had|were)$/u.test(forms[at] ?? ""));
}

const hasNegatedSubject = (sentence: EventSentence, token: number): boolean =>
  sentence.tree
    .by(token, "nsubj")
    .some(
      (at) =>
        /^(?:nobody|none|neither)$/u.test(lemmaAt(sentence, at)) ||
        sentence.tree.by(at, "det").some((det) => /^(?:no|neither)$/u.test(lemmaAt(sentence, det))),
    );

/** The word above that says whether a token's matter holds; null where the token stands for itself. */
function governorOf(sentence: EventSentence, token: number): number | null {
  const head = headAt(sentence, token);
  if (head < 0) return null;
  const { tree } = sentence;
  switch (relationAt(sentence, token)) {
    case "xcomp":
    case "ccomp":
    case "csubj":
    case "obj":
      return head;
    case "conj": {
      const isFree = isPredicate(sentence, token) && tree.by(token, "nsubj").length > 0;
      return isFree ? null : governorOf(sentence, head);
    }
    case "nsubj":
      return isPassive(sentence, head) || lemmaAt(sentence, head) === "be" ? head : null;
    case "acl":
      // "no signal that they are open"
      return tree.by(token, "mark").some((at) => /^(?:to|that)$/u.test(lemmaAt(sentence, at))) ? head : null;
    case "advcl":
      return tree.by(token, "mark").length > 0 && tree.by(token, "nsubj").length === 0 ? head : null;
    case "nmod":
      return uposAt(sentence, head) === "NOUN" && sentence.tree.caseOf(token) === "of" ? head : null;
    default:
      return null;
  }
}
