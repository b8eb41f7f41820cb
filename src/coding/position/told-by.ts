import { type ActorId, type CharSpan, overlaps } from "../../text/span.ts";
import type { Actor } from "../actor/actor.ts";
import type { Coded } from "../coded.ts";
import { statementAt } from "../event/event-details.ts";
import { type EventSentence, headAt, relationAt } from "../event/event-sentence.ts";
import type { Statement } from "../statement/statement.ts";
import type { Candidate } from "./candidate.ts";
import type { ToldBy } from "./position.ts";
import { sourceOf } from "./source-of.ts";

/** Where a stance is told: the statement that tells it, and whose account it is. */
export interface Telling {
  /** The innermost statement whose content, or whose cue, tells it; null where the article does. */
  readonly statement: Statement | null;
  /** The statement within whose content it stands. */
  readonly outer: Statement | null;
  readonly by: (holder: ActorId) => ToldBy;
}

/** What tells the stance of which a word stands at a token. */
export function tellingOf(
  sentence: EventSentence,
  { token, how }: Pick<Candidate, "token" | "how">,
  coded: Coded,
  turn: ActorId | null,
): Telling {
  const word = sentence.tree.tokens[token];
  const isAt = (span: CharSpan): boolean => word !== undefined && overlaps(span, word);
  const own = coded.statements.find(({ cue }) => cue.spans.some(isAt)) ?? null;
  const outer = statementAt(coded, sentence, token) ?? reporting(sentence, token, own, coded);
  const speaker = outer === null ? turn : sourceOf(outer, coded);
  const by = (holder: ActorId): ToldBy => {
    const isWord = own !== null && how !== "acts"; // "urged", "rejected": the actor's words; "signed": an act told
    if (outer === null && turn === null) return isWord ? { kind: "self" } : { kind: "article" };
    if (speaker === null) return { kind: "other", actor: null };
    const isOwn = speaker === holder || speaksFor(speaker, holder, coded.actors.actors);
    return isOwn ? { kind: "self" } : { kind: "other", actor: speaker };
  };
  return { statement: own ?? outer, outer, by };
}

/** "have been urging them, sources said": the statement by whose cue a clause is reported, whatever its content was taken to be. */
function reporting(sentence: EventSentence, token: number, own: Statement | null, coded: Coded): Statement | null {
  const { tree } = sentence;
  for (let at = token; /^(?:ccomp|xcomp|conj)$/u.test(relationAt(sentence, at)); at = headAt(sentence, at)) {
    const head = tree.tokens[headAt(sentence, at)];
    const found = coded.statements.find(
      (one) => one !== own && head !== undefined && one.cue.spans.some((span) => overlaps(span, head)),
    );
    if (found !== undefined) return found;
  }
  return null;
}

/** A state's officials speak for its government and for its bodies, and a government for them. */
function speaksFor(speaker: ActorId, holder: ActorId, known: readonly Actor[]): boolean {
  const [one, other] = [speaker, holder].map((id) => known.find((actor) => actor.id === id));
  if (one === undefined || other === undefined || one.country === null || one.country !== other.country) return false;
  const isOfficial = one.sector === "GOV" || one.type === "government" || one.role !== null || one.type === "anonymous";
  return isOfficial && other.type === "government" && one.sector !== "OPP" && one.sector !== "REB";
}
