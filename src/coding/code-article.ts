import type { Document } from "../document/document.ts";
import type { ParsedReading } from "../reader/reading.ts";
import type { Actor } from "./actor/actor.ts";
import { codeActors } from "./actor/code-actors.ts";
import type { Article } from "./article.ts";
import type { Codebook } from "./codebook.ts";
import { codeStatements } from "./statement/code-statements.ts";

/** The records of a document that has been read. Without parses statements and times alone are coded. */
export function codeArticle(document: Document, parsed: ParsedReading, codebook: Codebook): Article {
  const { parses: _, ...reading } = parsed;
  const spoken = codeStatements(document, reading);
  const actors = codeActors(document, parsed, spoken, codebook.actors);
  const statements = spoken.map((statement) => ({
    ...statement,
    source: { ...statement.source, actor: actors.of(statement.source.spans) },
  }));
  const referred = new Set(statements.map(({ source }) => source.actor));
  return {
    document,
    outcome: {
      kind: "read",
      reading,
      actors: actors.actors.filter((actor) => counts(actor) || referred.has(actor.id)),
      statements,
      times: [],
      events: [],
      contacts: [],
    },
  };
}

/** Somebody with a name, a person, or an unnamed one of a country: not a mere place, not "people" or "the other side". */
const counts = ({ mentions, type, country, base }: Actor): boolean =>
  mentions.some(({ asPlace }) => !asPlace) &&
  (base !== null ||
    type === "person" ||
    mentions.some(({ kind, asPlace }) => kind === "name" && !asPlace) ||
    (country !== null && type !== "group"));
