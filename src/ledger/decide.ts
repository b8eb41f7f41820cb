import type { Statement } from "../coding/statement/statement.ts";
import { ParleyError } from "../text/errors.ts";
import type { DocumentId, StatementId } from "../text/span.ts";
import { insertAudit } from "./audit.ts";
import { type Columns, recordset } from "./bulk.ts";
import type { Decision, Provenance } from "./ledger.ts";
import { jsonAt, nullableTextAt, textAt } from "./rows.ts";
import type { Database, Sql, SqlRow } from "./sql.ts";
import { checkStorablePart, storableText } from "./storable.ts";

const decisionColumns: Columns = {
  statement: "text",
  document: "text",
  verdict: "text",
  correction: "jsonb",
  note: "text",
  decided_at: "timestamptz",
  decided_by: "text",
  decided_with: "text",
};

/** Records a decision, in place of an earlier one on the same statement. @throws ParleyError PARLEY_LEDGER_NOT_FOUND */
export async function recordDecision(database: Database, decision: Decision, provenance: Provenance): Promise<void> {
  checkDecision(decision);
  checkStorablePart(provenance, "provenance");
  const { statement, verdict, correction, note } = decision;
  await database.transaction(async (sql) => {
    const document = await documentOf(sql, statement);
    // whoever decides on the same document meanwhile waits, so that the audit says of each decision what it replaced
    await sql.query("select from parley.document where id = $1 for no key update", [document]);
    if (correction !== null) checkStorablePart(correction, "correction", await textLengthOf(sql, document));
    const [before] = await sql.query("select * from parley.decision where statement = $1", [statement]);
    const decided = { decided_at: provenance.at, decided_by: provenance.by, decided_with: provenance.program };
    await sql.query(upsert, [JSON.stringify([{ statement, document, verdict, correction, note, ...decided }])]);
    const earlier = before === undefined ? null : decisionFromRow(before);
    const detail = { verdict, correction, note, before: earlier };
    await insertAudit(sql, [{ action: "statement-decided", document, statement, detail }], provenance);
  });
}

/** By the statement's place in the text where the reading still has it, the others after them. */
export async function listDecisions(sql: Sql, document: DocumentId): Promise<readonly Decision[]> {
  const rows = await sql.query(
    `select decision.* from parley.decision left join parley.statement on statement.id = decision.statement
     where decision.document = $1 order by statement.place nulls last, statement.ordinal, decision.statement`,
    [storableText(document)],
  );
  return rows.map(decisionFromRow);
}

const names = Object.keys(decisionColumns).join(", ");
const replaceable = Object.keys(decisionColumns).filter((name) => name !== "statement" && name !== "document");
const upsert = `insert into parley.decision (${names}) select ${names} from ${recordset(decisionColumns)}
  on conflict (statement) do update set ${replaceable.map((name) => `${name} = excluded.${name}`).join(", ")}`;

function checkDecision(decision: Decision): void {
  checkStorablePart(decision, "decision");
  if ((decision.verdict === "corrected") === (decision.correction !== null)) return;
  throw new ParleyError(
    "PARLEY_OPTION_INVALID",
    `the verdict is "${decision.verdict}": a correction is given with "corrected", and with nothing else`,
  );
}

/** Also of a statement that only an earlier decision remembers. */
async function documentOf(sql: Sql, statement: StatementId): Promise<DocumentId> {
  const [row] = await sql.query(
    `select document from parley.statement where id = $1
     union select document from parley.decision where statement = $1`,
    [statement],
  );
  if (row === undefined) throw new ParleyError("PARLEY_LEDGER_NOT_FOUND", `no statement has the id ${statement}`);
  return textAt(row, "document") as DocumentId;
}

/** In UTF-16 code units, which PostgreSQL does not count. */
async function textLengthOf(sql: Sql, document: DocumentId): Promise<number> {
  const [row] = await sql.query("select text from parley.document where id = $1", [document]);
  return row === undefined ? 0 : textAt(row, "text").length;
}

const decisionFromRow = (row: SqlRow): Decision => ({
  statement: textAt(row, "statement") as StatementId,
  verdict: textAt(row, "verdict") as Decision["verdict"],
  correction: correctionFrom(jsonAt<StoredCorrection | null>(row, "correction")),
  note: nullableTextAt(row, "note"),
});

/** Before migration 2 a statement did not say how sure its kind of quotation is. */
type StoredCorrection = Omit<Statement, "quotationConfidence"> & Partial<Pick<Statement, "quotationConfidence">>;
const correctionFrom = (stored: StoredCorrection | null): Statement | null =>
  stored === null ? null : { ...stored, quotationConfidence: stored.quotationConfidence ?? null };
