import type { Statement } from "../statement.ts";

/** What tests give a statement they are not about: told on record, not quoted, without a probability. */
export const plainStatement: Omit<Statement, "id" | "source" | "content"> = {
  cue: { spans: [] },
  quotation: "indirect",
  quotationConfidence: null,
  sourcing: "on-record",
  descriptor: null,
  relay: [],
  addressee: null,
  unresolved: [],
  confidence: null,
};
