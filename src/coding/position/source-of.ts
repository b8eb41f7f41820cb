import { type ActorId, lastStartingBy } from "../../text/span.ts";
import type { Coded } from "../coded.ts";
import { eventSentence } from "../event/event-sentence.ts";
import { predicateAt } from "../event/predicate.ts";
import type { Statement } from "../statement/statement.ts";

/** Whom a statement is by; where its source alone does not say ("who said"), the subject of its cue. */
export function sourceOf({ source, cue }: Statement, { actors, reading, document }: Coded): ActorId | null {
  const own = source.actor ?? actors.of(source.spans);
  const [first] = cue.spans;
  if (own !== null || first === undefined) return own;
  const index = lastStartingBy(reading.sentences, first.start);
  const parse = reading.parses?.[index];
  const isCue = ({ start, upos }: { start: number; upos: string }): boolean =>
    upos === "VERB" && first.start <= start && start < first.end;
  const token = parse?.tokens.findIndex(isCue) ?? -1;
  if (parse === undefined || token < 0) return null;
  const sentence = eventSentence(document.text, parse, index);
  const { subjects } = predicateAt(sentence, token);
  // "a statement by Lund, who said": the parser hangs the clause from the statement
  const near = [...subjects, ...subjects.flatMap((at) => sentence.tree.by(at, "nmod"))];
  return near.flatMap((at) => actors.at(index, at))[0] ?? null;
}
