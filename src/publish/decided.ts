import type { Statement } from "../coding/statement/statement.ts";
import type { Decision } from "../ledger/ledger.ts";

/** A statement as it now stands: the machine's, or the person's where it was corrected. */
export interface Decided {
  readonly statement: Statement;
  readonly decision: Decision | null;
}

/**
 * Statements with what people decided about them, in text order of their content. A corrected statement stands as
 * corrected, also where a later reading no longer has the machine's.
 */
export function withDecisions(statements: readonly Statement[], decisions: readonly Decision[]): readonly Decided[] {
  const byId = new Map(decisions.map((decision) => [decision.statement, decision]));
  const read = statements.map((statement) => {
    const decision = byId.get(statement.id) ?? null;
    byId.delete(statement.id);
    return { statement: decision?.correction ?? statement, decision };
  });
  const lost = [...byId.values()].flatMap((decision) =>
    decision.correction ? [{ statement: decision.correction, decision }] : [],
  );
  return [...read, ...lost].sort((a, b) => firstOffset(a.statement) - firstOffset(b.statement));
}

const firstOffset = (statement: Statement): number =>
  Math.min(...[statement.source, statement.cue, statement.content].flatMap(({ spans }) => spans.map((s) => s.start)));
