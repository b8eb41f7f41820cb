import { indexActors } from "../coding/actor/actor-index.ts";
import { parseFirstNames } from "../coding/actor/first-names.ts";
import { parseOfficeLexicon } from "../coding/actor/office-lexicon.ts";
import type { Codebook } from "../coding/codebook.ts";
import { parseContactLexicon } from "../coding/event/contact-lexicon.ts";
import { type PloverFile, parsePloverLexicon, ploverFiles } from "../coding/event/plover-lexicon.ts";
import { parseStanceLexicon } from "../coding/position/stance-lexicon.ts";
import { type FurtherActors, noFurtherActors, readActorBase, readCodebookFile } from "./codebook.ts";

function readPloverFiles(): Readonly<Record<PloverFile, unknown>> {
  const files = ploverFiles.map((name) => [name, readCodebookFile(`plover/${name}.yaml`)] as const);
  return Object.fromEntries(files) as Record<PloverFile, unknown>; // of every name one
}

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
    contacts: parseContactLexicon(readCodebookFile("plover/contacts.yaml")),
    plover: parsePloverLexicon(readPloverFiles()),
    issues: { named: () => [], like: async (texts) => texts.map(() => null) },
    stances: parseStanceLexicon(readCodebookFile("stances.yaml")),
  };
}
