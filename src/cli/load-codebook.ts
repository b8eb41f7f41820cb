import { indexActors } from "../coding/actor/actor-index.ts";
import { parseFirstNames } from "../coding/actor/first-names.ts";
import { parseOfficeLexicon } from "../coding/actor/office-lexicon.ts";
import type { Codebook } from "../coding/codebook.ts";
import { parseContactLexicon } from "../coding/event/contact-lexicon.ts";
import { type PloverFile, parsePloverLexicon, ploverFiles } from "../coding/event/plover-lexicon.ts";
import { parseForecastLexicon } from "../coding/forecast/forecast-lexicon.ts";
import { createIssueFinder } from "../coding/position/issue-index.ts";
import { parseStanceLexicon } from "../coding/position/stance-lexicon.ts";
import type { SentenceEncoder } from "../reader/sentence-encoder.ts";
import { type FurtherActors, noFurtherActors, readActorBase, readCodebookFile } from "./codebook.ts";
import { readIssueCodebook } from "./issues.ts";

function readPloverFiles(): Readonly<Record<PloverFile, unknown>> {
  const files = ploverFiles.map((name) => [name, readCodebookFile(`plover/${name}.yaml`)] as const);
  return Object.fromEntries(files) as Record<PloverFile, unknown>; // of every name one
}

/**
 * What coding needs from `codebook/`.
 * @param encoder finds issues that no cue names; null: cues alone find them.
 * @param issues file of another codebook of issues; null: the one that comes with Parley.
 * @throws ParleyError PARLEY_CODEBOOK_INVALID, and of issues what `readIssueCodebook` throws.
 */
export function loadCodebook(
  further: FurtherActors = noFurtherActors,
  encoder: SentenceEncoder | null = null,
  issues: string | null = null,
): Codebook {
  const offices = parseOfficeLexicon(readCodebookFile("actors/offices.yaml"));
  return {
    actors: {
      index: indexActors(readActorBase(further), offices),
      firstNames: parseFirstNames(readCodebookFile("actors/first-names.yaml")),
    },
    contacts: parseContactLexicon(readCodebookFile("plover/contacts.yaml")),
    plover: parsePloverLexicon(readPloverFiles()),
    issues: createIssueFinder(readIssueCodebook(issues), encoder),
    stances: parseStanceLexicon(readCodebookFile("stances.yaml")),
    forecasts: parseForecastLexicon(readCodebookFile("forecasts.yaml")),
  };
}
