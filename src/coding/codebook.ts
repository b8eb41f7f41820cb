import type { ActorKnowledge } from "./actor/code-actors.ts";

/** What coding knows beforehand: data from `codebook/`, validated and indexed once. */
export interface Codebook {
  readonly actors: ActorKnowledge;
}
