import { createHash } from "node:crypto";
import { type ActorId, type CharSpan, charSpan, type DocumentId, overlaps, type PositionId } from "../../text/span.ts";
import { clauseSpan } from "../event/clause-span.ts";
import { whenOf } from "../event/event-details.ts";
import type { EventSentence } from "../event/event-sentence.ts";
import type { When } from "../time/when.ts";
import { audienceOf } from "./audience.ts";
import { conditionsOf } from "./conditions.ts";
import { counterpartOf } from "./counterpart.ts";
import type { OnIssue } from "./on-issues.ts";
import type { Position } from "./position.ts";
import { tellingOf } from "./told-by.ts";

/** A stance on an issue as positions, one of each who holds it. */
export function toPositions({ candidate, context, issue, stance, found, token }: OnIssue): readonly Position[] {
  const { sentence, coded, lexicon, turn } = context;
  const { holders, how } = candidate;
  const clause = clauseSpan(sentence, candidate.token);
  const word = wordSpan(sentence, candidate.token);
  const through = candidate.through === null ? null : clauseSpan(sentence, candidate.through);
  const telling = tellingOf(sentence, candidate, coded, turn);
  const conditions = stance === "ambivalent" ? [] : conditionsOf(sentence, candidate, stance, lexicon);
  const evidence = evidenceOf(clause, [...(through === null ? [] : [through]), ...conditions]);
  const at = (one: CharSpan | null): When | null => one && whenOf(coded.times, one, word);
  return holders.map((actor) => {
    const toldBy = telling.by(actor);
    return {
      id: positionId(coded.document.id, actor, issue, [word, ...evidence]),
      actor,
      issue,
      found,
      counterpart: counterpartOf(sentence, candidate, token, actor, coded),
      stance: conditions.length > 0 ? "conditional" : stance,
      conditions,
      modality: how,
      audience: audienceOf(clause, how, toldBy, telling, coded, lexicon),
      toldBy,
      when: at(clause) ?? at(through),
      statement: telling.statement?.id ?? null,
      evidence,
    };
  });
}

function wordSpan({ tree }: EventSentence, token: number): CharSpan {
  const word = tree.tokens[token];
  return charSpan(word?.start ?? 0, word?.end ?? 1);
}

/** The clause, and what stands outside of it. */
const evidenceOf = (clause: CharSpan, others: readonly CharSpan[]): readonly [CharSpan, ...CharSpan[]] => [
  clause,
  ...others.filter((one) => !overlaps(one, clause)),
];

/** SHA-256 of document, actor, issue and words, first 128 bits; the word of the stance keeps two of one clause apart. */
function positionId(document: DocumentId, actor: ActorId, issue: string, spans: readonly CharSpan[]): PositionId {
  const words = spans.map(({ start, end }) => [start, end]);
  const digest = createHash("sha256").update(JSON.stringify([document, "position", actor, issue, words]));
  return digest.digest("hex").slice(0, 32) as PositionId; // the door through which a digest becomes an id
}
