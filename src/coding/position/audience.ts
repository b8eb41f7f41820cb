import { type CharSpan, textOf } from "../../text/span.ts";
import type { Coded } from "../coded.ts";
import type { Audience, Modality, ToldBy } from "./position.ts";
import type { StanceLexicon } from "./stance-lexicon.ts";
import type { Telling } from "./told-by.ts";

/**
 * Whether a stance is shown to everybody: not where the clause that tells it, or the cue of who passes it on, says that
 * it was shown in private; nor where it is urged on somebody and only those who know of their talks say so.
 */
export function audienceOf(
  clause: CharSpan,
  how: Modality,
  toldBy: ToldBy,
  { outer }: Telling,
  coded: Coded,
  lexicon: StanceLexicon,
): Audience {
  const { text } = coded.document;
  const said = [clause, ...(outer?.cue.spans ?? [])].map((span) => textOf(text, span).toLowerCase());
  if ([...lexicon.private].some((words) => said.some((one) => hasWords(one, words)))) return "private";
  const isUrged = how === "demands" && toldBy.kind !== "self";
  return isUrged && isOfInsiders(outer, coded) ? "private" : "public";
}

const hasWords = (text: string, words: string): boolean =>
  ` ${text.replace(/[^\p{L}]+/gu, " ")} `.includes(` ${words} `);

/** "sources familiar with the discussions". */
function isOfInsiders(statement: Telling["outer"], { actors }: Coded): boolean {
  if (statement === null || statement.sourcing !== "anonymous") return false;
  const source = actors.actors.find(({ id }) => id === statement.source.actor);
  return source?.type === "anonymous" && source.knowledge !== null;
}
