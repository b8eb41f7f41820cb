import { documentsAndStatements } from "./0001-documents-and-statements.ts";
import { quotationConfidence } from "./0002-quotation-confidence.ts";

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** In the order they are applied. One that was released is never edited: a change is a new migration. */
export const migrations: readonly Migration[] = [
  { number: 1, name: "documents-and-statements", sql: documentsAndStatements },
  { number: 2, name: "quotation-confidence", sql: quotationConfidence },
];
