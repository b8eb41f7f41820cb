import { type CharSpan, lastStartingBy, overlaps, textOf } from "../../text/span.ts";
import type { Coded } from "../coded.ts";
import type { ForecastLexicon } from "./forecast-lexicon.ts";
import type { Teller } from "./forecast-teller.ts";

/** By what kind of words a prospect is told. */
export type Telling =
  | "narration"
  | "hope"
  | "warning"
  | "foresight"
  | "commitment"
  | "announcement"
  | "demand"
  | "belief"
  | "uncued"
  | "saying";

export function tellingOf({ statement }: Teller, coded: Coded, lexicon: ForecastLexicon): Telling {
  if (statement === null) return "narration";
  const lemmas = statement.cue.spans.flatMap((span) => lemmasIn(span, coded));
  const has = (words: { has(word: string): boolean }): boolean => lemmas.some((lemma) => words.has(lemma));
  if (has(lexicon.hopes)) return "hope";
  if (lemmas.includes("warn") || lemmas.includes("caution")) return "warning";
  if (has(lexicon.foresights) || has(lexicon.expectations)) return "foresight";
  if (has(lexicon.commitments)) return "commitment";
  if (has(lexicon.announcements)) return "announcement";
  if (has(lexicon.demands)) return "demand";
  if (has(lexicon.beliefs)) return "belief";
  return lemmas.length === 0 ? "uncued" : "saying";
}

function lemmasIn(span: CharSpan, { reading: { sentences, parses } }: Coded): readonly string[] {
  const tokens = parses?.[lastStartingBy(sentences, span.start)]?.tokens ?? [];
  return tokens.filter((token) => overlaps(span, token)).map(({ lemma }) => lemma.toLowerCase());
}

/** Who tells it: one who looks ahead by trade, one in office, somebody else. */
export function tellerKind(
  { statement, holder }: Teller,
  { actors, document }: Coded,
  { observers }: ForecastLexicon,
): "observer" | "official" | "other" | "unknown" | null {
  if (statement === null) return null;
  const actor = actors.actors.find(({ id }) => id === holder);
  const words = statement.source.spans.map((span) => textOf(document.text, span));
  const known = [...words, actor?.role ?? "", actor?.name ?? ""].join(" ").toLowerCase();
  if (known.split(/[^\p{L}]+/u).some((word) => observers.has(word) || observers.has(word.replace(/s$/u, ""))))
    return "observer";
  if (actor === undefined) return "unknown";
  return actor.sector === "GOV" || actor.sector === "MIL" ? "official" : "other";
}
