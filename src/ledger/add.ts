import type { Article } from "../coding/article.ts";
import type { DocumentId } from "../text/span.ts";
import { remakeParts } from "./actors/parts.ts";
import { insertAudit } from "./audit.ts";
import { type Columns, insertRows, jsonChunks, type RowToWrite, recordset } from "./bulk.ts";
import { documentFingerprint, readingFingerprint } from "./fingerprint.ts";
import type { AddOutcome, Provenance } from "./ledger.ts";
import { type Held, type HeldReading, planBatch } from "./plan.ts";
import { writeRecords } from "./records/write-records.ts";
import { documentColumns, documentToRow, integerAt, metadataFromRow, readerFromRow, textAt } from "./rows.ts";
import type { Database, Sql, SqlRow } from "./sql.ts";
import { checkStorable, checkStorablePart } from "./storable.ts";

/**
 * Adds a batch, all or nothing. Two processes may add overlapping batches to one server: each first inserts the
 * documents it finds missing, then locks those that were there, both in the order of their ids, so that they wait for
 * each other in one direction only; whoever comes second sees what the first one wrote.
 */
export async function addArticles(
  database: Database,
  articles: readonly Article[],
  provenance: Provenance,
): Promise<readonly AddOutcome[]> {
  for (const article of articles) checkStorable(article);
  checkStorablePart(provenance, "provenance");
  if (articles.length === 0) return [];
  const firsts = firstOfEachDocument(articles);
  return database.transaction(async (sql) => {
    const inserted = await insertMissing(sql, firsts, provenance);
    const held = await lockHeld(
      sql,
      [...firsts.keys()].filter((id) => !inserted.has(id)),
    );
    const { outcomes, writes, changes } = planBatch(held, articles);
    const written = [...writes.values()];
    const standing = written.filter(
      (article) => firsts.get(article.document.id) !== article || held.has(article.document.id),
    );
    await replaceDocuments(sql, standing);
    await insertReadings(sql, written, provenance);
    await writeRecords(sql, written);
    await remakeParts(sql, written);
    await insertAudit(
      sql,
      changes.map((change) => ({ ...change, statement: null })),
      provenance,
    );
    return outcomes;
  });
}

/** In the order of the ids, which is the order in which rows are locked. */
function firstOfEachDocument(articles: readonly Article[]): ReadonlyMap<DocumentId, Article> {
  const firsts = new Map([...articles].reverse().map((article) => [article.document.id, article]));
  return new Map([...firsts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The ids that are new to the ledger. A document that another process is adding right now is waited for, and is not. */
async function insertMissing(
  sql: Sql,
  firsts: ReadonlyMap<DocumentId, Article>,
  provenance: Provenance,
): Promise<ReadonlySet<string>> {
  const present = await idsPresent(sql, [...firsts.keys()]);
  const rows = [...firsts.values()]
    .filter(({ document }) => !present.has(document.id))
    .map((article) => ({
      ...rowOf(article),
      added_at: provenance.at,
      added_by: provenance.by,
      added_with: provenance.program,
    }));
  const columns = { ...documentColumns, added_at: "timestamptz", added_by: "text", added_with: "text" };
  const names = Object.keys(columns).join(", ");
  const inserted = new Set<string>();
  for (const chunk of jsonChunks(rows)) {
    const added = await sql.query(
      `insert into parley.document (${names}) select ${names} from ${recordset(columns)} order by id collate "C"
       on conflict (id) do nothing returning id`,
      [chunk],
    );
    for (const row of added) inserted.add(textAt(row, "id"));
  }
  return inserted;
}

const rowOf = (article: Article): RowToWrite => ({
  ...documentToRow(article.document),
  unread: article.outcome.kind === "unread" ? article.outcome : null,
  fingerprint: documentFingerprint(article),
});

const amongGiven = `id in (select value from json_array_elements_text($1::json))`;

async function idsPresent(sql: Sql, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await sql.query(`select id from parley.document where ${amongGiven}`, [JSON.stringify(ids)]);
  return new Set(rows.map((row) => textAt(row, "id")));
}

/**
 * Two queries on purpose: the second one sees what was committed while the first one waited for its locks. The lock is
 * the one that lets foreign keys be checked meanwhile.
 */
async function lockHeld(sql: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, Held>> {
  if (ids.length === 0) return new Map();
  const given = [JSON.stringify(ids)];
  await sql.query(`select id from parley.document where ${amongGiven} order by id for no key update`, given);
  const rows = await sql.query(
    `select id, document.fingerprint, url, title, outlet, bylines, published, language,
       reader, reader_version, reading.fingerprint as reading_fingerprint, statements
     from parley.document left join parley.reading on reading.document = document.id where ${amongGiven}`,
    given,
  );
  return new Map(rows.map((row) => [textAt(row, "id"), heldFromRow(row)]));
}

const heldFromRow = (row: SqlRow): Held => ({
  fingerprint: textAt(row, "fingerprint"),
  metadata: metadataFromRow(row),
  reading: heldReadingFromRow(row),
});

function heldReadingFromRow(row: SqlRow): HeldReading | null {
  const reader = readerFromRow(row);
  if (reader === null) return null;
  return { reader, fingerprint: textAt(row, "reading_fingerprint"), statements: integerAt(row, "statements") };
}

/** What the document says takes the place of what it said; its reading and the records read in it go. */
async function replaceDocuments(sql: Sql, articles: readonly Article[]): Promise<void> {
  const settable = Object.keys(documentColumns).filter((name) => name !== "id");
  const setters = settable.map((name) => `${name} = given.${name}`).join(", ");
  for (const chunk of jsonChunks(articles.map(rowOf))) {
    await sql.query(
      `update parley.document set ${setters} from ${recordset(documentColumns)} where document.id = given.id`,
      [chunk],
    );
  }
  const ids = JSON.stringify(articles.map(({ document }) => document.id));
  await sql.query(
    "delete from parley.reading where document in (select value from json_array_elements_text($1::json))",
    [ids],
  );
}

const readingColumns: Columns = {
  document: "text",
  reader: "text",
  reader_version: "bigint",
  fingerprint: "text",
  sentences: "jsonb",
  attributions: "jsonb",
  statements: "integer",
  actors: "integer",
  times: "integer",
  events: "integer",
  contacts: "integer",
  positions: "integer",
  forecasts: "integer",
  read_at: "timestamptz",
  read_by: "text",
  read_with: "text",
};

async function insertReadings(sql: Sql, articles: readonly Article[], provenance: Provenance): Promise<void> {
  const rows = articles.flatMap(({ outcome }) => {
    if (outcome.kind === "unread") return [];
    const { document, reader, sentences, attributions } = outcome.reading;
    return {
      document,
      reader: reader.name,
      reader_version: reader.version,
      fingerprint: readingFingerprint(outcome),
      sentences,
      attributions,
      statements: outcome.statements.length,
      actors: outcome.actors.length,
      times: outcome.times.length,
      events: outcome.events.length,
      contacts: outcome.contacts.length,
      positions: outcome.positions.length,
      forecasts: outcome.forecasts.length,
      read_at: provenance.at,
      read_by: provenance.by,
      read_with: provenance.program,
    };
  });
  await insertRows(sql, "parley.reading", readingColumns, rows);
}
