import { indexActors } from "../coding/actor/actor-index.ts";
import { parseFirstNames } from "../coding/actor/first-names.ts";
import { parseOfficeLexicon } from "../coding/actor/office-lexicon.ts";
import type { Codebook } from "../coding/codebook.ts";
import { type FurtherActors, noFurtherActors, readActorBase, readCodebookFile } from "./codebook.ts";

/**
 * What coding needs from `codebook/`.
 * @throws ParleyError PARLEY_CODEBOOK_INVALID
 */
export function loadCodebook(further: FurtherActors = noFurtherActors): Codebook {
  const offices = parseOfficeLexicon(readCodebookFile("actors/offices.yaml"));
  return {
    actors: {
      index: indexActors(readActorBase(further), offices),
      firstNames: parseFirstNames(readCodebookFile("actors/first-names.yaml")),
    },
  };
}
