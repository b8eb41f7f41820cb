import { codeActors } from "../src/coding/actor/code-actors.ts";
import type { Codebook } from "../src/coding/codebook.ts";
import type { Coded } from "../src/coding/coded.ts";
import { codeStatements } from "../src/coding/statement/code-statements.ts";
import { withActor } from "../src/coding/statement/with-actor.ts";
import { findTimes } from "../src/coding/time/find-times.ts";
import { tenseFromParse } from "../src/coding/time/tense.ts";
import type { Document } from "../src/document/document.ts";
import type { ParsedReading } from "../src/reader/reading.ts";
import { lastStartingBy } from "../src/text/span.ts";

/** What `codeArticle` hands to the coders of events and forecasts, for programs that look into one of those alone. */
export function codedBy(document: Document, reading: ParsedReading, codebook: Codebook): Coded {
  const spoken = codeStatements(document, reading);
  const actors = codeActors(document, reading, spoken, codebook.actors);
  const { text, published, regions } = document;
  const statements = spoken.map((statement) => {
    const id = actors.of(statement.source.spans);
    return withActor(statement, actors.actors.find((actor) => actor.id === id) ?? null, text);
  });
  const times = findTimes({
    text,
    sentences: [...reading.sentences, ...regions.filter(({ kind }) => kind === "dateline")].sort(
      (a, b) => a.start - b.start,
    ),
    published: published?.value ?? null,
    tenseAt: (offset) => {
      const parse = reading.parses?.[lastStartingBy(reading.sentences, offset)];
      return parse === undefined ? null : tenseFromParse(parse, text, offset);
    },
  });
  return { document, reading, actors, statements, times };
}
