import type { ActorId, CharSpan } from "../../text/span.ts";
import type { Actor } from "./actor.ts";

/** What the actor stage found, for the stages after it. */
export interface ActorsInText {
  readonly actors: readonly Actor[];
  /**
   * Whom a token of a mention stands for: several for the head of a coordination ("Macron and
   * Scholz"), none where it stands for nobody or for somebody whom the text does not let us tell.
   */
  at(sentence: number, token: number): readonly ActorId[];
  /** The government of the country, or of the capital, that a token names, also where it stands for a place alone: the host of "a trip to Kyiv". */
  placeAt(sentence: number, token: number): ActorId | null;
  /** Whom the source of a statement refers to as a whole, by its spans. None where that cannot be told, or of other spans. */
  of(spans: readonly CharSpan[]): ActorId | null;
}
