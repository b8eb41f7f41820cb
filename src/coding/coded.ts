import type { Document } from "../document/document.ts";
import type { ParsedReading } from "../reader/reading.ts";
import type { ActorsInText } from "./actor/actors-in-text.ts";
import type { Statement } from "./statement/statement.ts";
import type { TimeExpression } from "./time/time-expression.ts";

/** What the stages before them hand to the coders of events and contacts. */
export interface Coded {
  readonly document: Document;
  readonly reading: ParsedReading;
  readonly actors: ActorsInText;
  readonly statements: readonly Statement[];
  readonly times: readonly TimeExpression[];
}
