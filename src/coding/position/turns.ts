import { type ActorId, overlaps } from "../../text/span.ts";
import type { Coded } from "../coded.ts";

/** How many sentences away somebody's "I" or "we" may stand in the same speech. */
const REACH = 4;
/** How many sentences of a speech say "I" or "we" at least: a quotation whose marks were lost is none. */
const LEAST = 3;

/**
 * Who speaks in each sentence that no statement holds: in speeches, in the answers of interviews, in letters. Whoever
 * says "I" or "we" there or next to it; null where nobody known does.
 */
export function turnsIn(coded: Coded): readonly (ActorId | null)[] {
  const { reading, statements, document } = coded;
  const contents = statements.flatMap(({ content }) => content.spans);
  const own = reading.sentences.map((span, index): ActorId | null => {
    if (contents.some((content) => overlaps(content, span))) return null;
    const tokens = reading.parses?.[index]?.tokens ?? [];
    const first = tokens.findIndex(({ start, end }) => /^(?:I|we|my|our)$/iu.test(document.text.slice(start, end)));
    return first < 0 ? null : (coded.actors.at(index, first)[0] ?? null);
  });
  const counts = new Map<ActorId, number>();
  for (const id of own) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  const isSpeech = (id: ActorId | null): id is ActorId => id !== null && (counts.get(id) ?? 0) >= LEAST;
  return own.map((_, index) => {
    const near = [0, ...Array.from({ length: REACH }, (_, at) => at + 1).flatMap((at) => [-at, at])];
    return near.map((step) => own[index + step] ?? null).find(isSpeech) ?? null;
  });
}
