import { documentsAndStatements } from "./0001-documents-and-statements.ts";
import { quotationConfidence } from "./0002-quotation-confidence.ts";
import { actorsTimesEventsContacts } from "./0003-actors-times-events-contacts.ts";
import { positionsForecasts } from "./0004-positions-forecasts.ts";

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** In the order they are applied. One that was released is never edited: a change is a new migration. */
export const migrations: readonly Migration[] = [
  { number: 1, name: "documents-and-statements", sql: documentsAndStatements },
  { number: 2, name: "quotation-confidence", sql: quotationConfidence },
  { number: 3, name: "actors-times-events-contacts", sql: actorsTimesEventsContacts },
  { number: 4, name: "positions-forecasts", sql: positionsForecasts },
];
