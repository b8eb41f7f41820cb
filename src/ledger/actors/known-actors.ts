import type { Person } from "../../coding/actor/actor-base.ts";
import { insertAudit } from "../audit.ts";
import { type Columns, jsonChunks, recordset } from "../bulk.ts";
import type { ImportCounts, Provenance } from "../ledger.ts";
import { paged } from "../paging.ts";
import { integerAt, jsonAt, nullableTextAt, textAt } from "../rows.ts";
import type { Database, Sql, SqlRow } from "../sql.ts";
import { checkStorablePart } from "../storable.ts";

const knownColumns: Columns = {
  id: "text",
  name: "text",
  aliases: "jsonb",
  country: "text",
  tenures: "jsonb",
  source: "text",
  imported_at: "timestamptz",
  imported_by: "text",
  imported_with: "text",
};
const names = Object.keys(knownColumns).join(", ");
/** What an import is about; the same from another file changes nothing. */
const said = ["name", "aliases", "country", "tenures"] as const;

/** Keeps persons for the reading of later articles. One that says what it said before stays as it was. */
export async function importKnownActors(
  database: Database,
  persons: readonly Person[],
  source: string,
  provenance: Provenance,
): Promise<ImportCounts> {
  checkStorablePart(persons, "list of persons");
  checkStorablePart(source, "source");
  checkStorablePart(provenance, "provenance");
  const imported = { imported_at: provenance.at, imported_by: provenance.by, imported_with: provenance.program };
  // of an id that comes twice the last one stands
  const rows = [...new Map(persons.map((person) => [person.id, { ...person, source, ...imported }])).values()];
  return database.transaction(async (sql) => {
    let [added, changed] = [0, 0];
    for (const chunk of jsonChunks(rows)) {
      const [counts] = await sql.query(upsert, [chunk]);
      added += counts === undefined ? 0 : integerAt(counts, "added");
      changed += counts === undefined ? 0 : integerAt(counts, "changed");
    }
    const counts = { added, changed, unchanged: rows.length - added - changed };
    if (added + changed > 0) {
      const entry = {
        action: "actors-imported",
        document: null,
        statement: null,
        detail: { source, ...counts },
      } as const;
      await insertAudit(sql, [entry], provenance);
    }
    return counts;
  });
}

const upsert = `
  with written as (
    insert into parley.known_actor as known (${names}) select ${names} from ${recordset(knownColumns)}
    on conflict (id) do update set ${Object.keys(knownColumns)
      .filter((name) => name !== "id")
      .map((name) => `${name} = excluded.${name}`)
      .join(", ")}
    where (${said.map((name) => `known.${name}`).join(", ")})
      is distinct from (${said.map((name) => `excluded.${name}`).join(", ")})
    returning xmax = 0 as is_new
  )
  select count(*) filter (where is_new) as added, count(*) filter (where not is_new) as changed from written`;

/** By id. */
export async function listKnownActors(sql: Sql): Promise<readonly Person[]> {
  const persons: Person[] = [];
  const rows = paged(
    undefined,
    (after, limit) =>
      sql.query(
        `select id, name, aliases, country, tenures from parley.known_actor
         where id > $1 order by id limit ${limit}`,
        [after === null ? "" : textAt(after, "id")],
      ),
    5000,
  );
  for await (const row of rows) persons.push(personFromRow(row));
  return persons;
}

const personFromRow = (row: SqlRow): Person => ({
  id: textAt(row, "id"),
  name: textAt(row, "name"),
  aliases: jsonAt<Person["aliases"]>(row, "aliases"),
  country: nullableTextAt(row, "country"),
  tenures: jsonAt<Person["tenures"]>(row, "tenures"),
});
