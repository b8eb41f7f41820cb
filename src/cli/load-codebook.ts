import { indexActors } from "../coding/actor/actor-index.ts";
import { parseFirstNames } from "../coding/actor/first-names.ts";
import { parseOfficeLexicon } from "../coding/actor/office-lexicon.ts";
import type { Codebook } from "../coding/codebook.ts";
import { parseContactLexicon } from "../coding/event/contact-lexicon.ts";
import { type PloverFile, parsePloverLexicon, ploverFiles } from "../coding/event/plover-lexicon.ts";
import type { IssueCodebook } from "../coding/position/issue-codebook.ts";
import { createIssueFinder } from "../coding/position/issue-index.ts";
import { parseIssueCodebook } from "../coding/position/parse-issue-codebook.ts";
import { parseStanceLexicon } from "../coding/position/stance-lexicon.ts";
import type { SentenceEncoder } from "../reader/sentence-encoder.ts";
import { ParleyError } from "../text/errors.ts";
import { type FurtherActors, noFurtherActors, readActorBase, readCodebookFile, readCodebookText } from "./codebook.ts";

function readPloverFiles(): Readonly<Record<PloverFile, unknown>> {
  const files = ploverFiles.map((name) => [name, readCodebookFile(`plover/${name}.yaml`)] as const);
  return Object.fromEntries(files) as Record<PloverFile, unknown>; // of every name one
}

/** @throws ParleyError PARLEY_CODEBOOK_INVALID with the place of the first fault. */
function readIssues(): IssueCodebook {
  const parsed = parseIssueCodebook(readCodebookText("issues.yaml"));
  if (parsed.kind === "valid") return parsed.codebook;
  const [fault] = parsed.faults;
  const place = fault === undefined ? "" : `:${fault.line}:${fault.column}: ${fault.problem}, ${fault.remedy}`;
  throw new ParleyError("PARLEY_CODEBOOK_INVALID", `codebook/issues.yaml${place}`);
}

/**
 * What coding needs from `codebook/`.
 * @param encoder finds issues that no cue names; null: cues alone find them.
 * @throws ParleyError PARLEY_CODEBOOK_INVALID
 */
export function loadCodebook(
  further: FurtherActors = noFurtherActors,
  encoder: SentenceEncoder | null = null,
): Codebook {
  const offices = parseOfficeLexicon(readCodebookFile("actors/offices.yaml"));
  return {
    actors: {
      index: indexActors(readActorBase(further), offices),
      firstNames: parseFirstNames(readCodebookFile("actors/first-names.yaml")),
    },
    contacts: parseContactLexicon(readCodebookFile("plover/contacts.yaml")),
    plover: parsePloverLexicon(readPloverFiles()),
    issues: createIssueFinder(readIssues(), encoder),
    stances: parseStanceLexicon(readCodebookFile("stances.yaml")),
  };
}
