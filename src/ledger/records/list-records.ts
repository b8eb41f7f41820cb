import type { DocumentId } from "../../text/span.ts";
import { namedActors, namedFromRow } from "../actors/named.ts";
import {
  type Asked,
  addActorConditions,
  ofContacts,
  ofEvents,
  ofForecasts,
  ofPositions,
  type Referring,
} from "../actors/refers.ts";
import { hasParts, matchActor } from "../actors/resolve.ts";
import { addDocumentConditions, Conditions } from "../filter.ts";
import type {
  ContactFilter,
  ContactRow,
  EventFilter,
  EventRow,
  ForecastFilter,
  ForecastOutcome,
  ForecastRow,
  PositionFilter,
  PositionRow,
  RecordFilter,
  RowDocument,
} from "../ledger.ts";
import { paged } from "../paging.ts";
import { integerAt, jsonAt, nullableTextAt, textAt } from "../rows.ts";
import type { Sql, SqlRow } from "../sql.ts";
import { storableText } from "../storable.ts";
import { contactFromRow } from "./contact-rows.ts";
import { eventFromRow } from "./event-rows.ts";
import { forecastFromRow } from "./forecast-rows.ts";
import { positionFromRow } from "./position-rows.ts";

/** In the order of their documents, within one by the first word of their evidence. */
export async function* listEvents(sql: Sql, filter: EventFilter = {}): AsyncGenerator<EventRow, void, undefined> {
  const { type, status } = filter;
  const rows = listRecords(sql, filter, ofEvents, (conditions) => {
    if (type !== undefined) conditions.add("event.type = ?", type);
    if (status !== undefined) conditions.add("event.status = ?", status);
  });
  for await (const row of rows) yield eventRowFrom(row);
}

/** As `listEvents`. */
export async function* listContacts(sql: Sql, filter: ContactFilter = {}): AsyncGenerator<ContactRow, void, undefined> {
  const { form, status } = filter;
  const rows = listRecords(sql, filter, ofContacts, (conditions) => {
    if (form !== undefined) conditions.add("contact.form = ?", form);
    if (status !== undefined) conditions.add("contact.status = ?", status);
  });
  for await (const row of rows) yield contactRowFrom(row);
}

/** As `listEvents`. */
export async function* listPositions(
  sql: Sql,
  filter: PositionFilter = {},
): AsyncGenerator<PositionRow, void, undefined> {
  const { stance, audience } = filter;
  const own = (conditions: Conditions): void => {
    if (stance !== undefined) conditions.add("position.stance = ?", stance);
    if (audience !== undefined) conditions.add("position.audience = ?", audience);
  };
  const sourcing = "(select sourcing from parley.statement where statement.id = page.statement) as sourcing";
  for await (const row of listRecords(sql, filter, ofPositions, own, sourcing)) yield positionRowFrom(row);
}

/** As `listEvents`. */
export async function* listForecasts(
  sql: Sql,
  filter: ForecastFilter = {},
): AsyncGenerator<ForecastRow, void, undefined> {
  const { outcome } = filter;
  const resolution = "from parley.forecast_resolution resolved where resolved.forecast = forecast.id";
  const own = (conditions: Conditions): void => {
    if (outcome === "unresolved") conditions.add(`not exists (select ${resolution})`);
    else if (outcome !== undefined) conditions.add(`exists (select ${resolution} and resolved.outcome = ?)`, outcome);
  };
  const found = `(select json_build_array(outcome, note) from parley.forecast_resolution found
    where found.forecast = page.id) as resolution`;
  for await (const row of listRecords(sql, filter, ofForecasts, own, found)) yield forecastRowFrom(row);
}

/** `further`: what else is selected of a row under the name `page`. */
async function* listRecords(
  sql: Sql,
  filter: RecordFilter,
  referring: Referring,
  addOwn: (conditions: Conditions) => void,
  further = "",
): AsyncGenerator<SqlRow, void, undefined> {
  const { table } = referring;
  const { actor, country, sector } = filter;
  const asked: Asked = {
    match: actor === undefined ? null : await matchActor(sql, actor),
    isParted: await hasParts(sql),
    ...(country === undefined ? {} : { country }),
    ...(sector === undefined ? {} : { sector }),
  };
  yield* paged(filter.limit, (after, limit) => {
    const conditions = new Conditions();
    addDocumentConditions(conditions, filter);
    if (filter.document !== undefined) conditions.add("document.id = ?", storableText(filter.document));
    if (filter.issue !== undefined) conditions.add(onIssue(table), storableText(filter.issue));
    addOwn(conditions);
    addActorConditions(conditions, asked, referring);
    if (after !== null) addCursor(conditions, after, table);
    const text = `
      with page as materialized (
        select ${table}.*, file, title, outlet, published, listed_on
        from parley.${table} join parley.document on document.id = ${table}.document
        ${conditions.where} order by listed_on, document.id, start_offset, ordinal limit ${limit}
      ), ${namedActors(referring.refers("page"))}
      select page.*, published->>'value' as published_at, named.actors as named${further === "" ? "" : `, ${further}`}
      from page left join named on named.record = page.id
      order by listed_on, page.document, start_offset, ordinal`;
    return sql.query(text, conditions.parameters);
  });
}

/** Of a record that is no position, `?` is the issue of one that some of its evidence is told in. */
const onIssue = (table: Referring["table"]): string =>
  table === "position"
    ? "position.issue = ?"
    : `exists (
        select from parley.position stand, jsonb_array_elements(stand.evidence) its, jsonb_array_elements(${table}.evidence) own
        where stand.document = ${table}.document and stand.issue = ?
          and (its->>'start')::integer < (own->>'end')::integer and (own->>'start')::integer < (its->>'end')::integer)`;

/** As of statements: an index starts from the first line, the second leaves out what the last page had. */
function addCursor(conditions: Conditions, after: SqlRow, table: string): void {
  const document = [textAt(after, "listed_on"), textAt(after, "document")];
  conditions.add("(listed_on, document.id) >= (?::date, ?)", ...document);
  conditions.add(
    `((listed_on, document.id) > (?::date, ?) or (${table}.start_offset, ${table}.ordinal) > (?::integer, ?::integer))`,
    ...document,
    integerAt(after, "start_offset"),
    integerAt(after, "ordinal"),
  );
}

function eventRowFrom(row: SqlRow): EventRow {
  const event = eventFromRow(row);
  return {
    event,
    document: rowDocumentFrom(row),
    actors: namedFromRow(row, event.actors),
    recipients: namedFromRow(row, event.recipients),
    words: {
      trigger: textAt(row, "trigger_words"),
      evidence: textAt(row, "evidence_words"),
      when: nullableTextAt(row, "when_words"),
      place: nullableTextAt(row, "place_words"),
    },
  };
}

function contactRowFrom(row: SqlRow): ContactRow {
  const contact = contactFromRow(row);
  const { participants, mediator } = contact;
  return {
    contact,
    document: rowDocumentFrom(row),
    participants: namedFromRow(row, participants),
    mediator: namedFromRow(row, mediator === null ? [] : [mediator])[0] ?? null,
    words: {
      evidence: textAt(row, "evidence_words"),
      when: nullableTextAt(row, "when_words"),
      place: nullableTextAt(row, "place_words"),
      about: nullableTextAt(row, "about_words"),
      outcome: nullableTextAt(row, "outcome_words"),
    },
  };
}

function positionRowFrom(row: SqlRow): PositionRow {
  const position = positionFromRow(row);
  const { actor, counterpart, toldBy } = position;
  const [own] = namedFromRow(row, [actor]);
  if (own === undefined) throw new TypeError(`position ${position.id} is of ${actor}, whom its reading does not have`);
  const other = toldBy.kind === "other" ? toldBy.actor : null;
  return {
    position,
    document: rowDocumentFrom(row),
    actor: own,
    counterpart: namedFromRow(row, counterpart === null ? [] : [counterpart])[0] ?? null,
    toldBy: namedFromRow(row, other === null ? [] : [other])[0] ?? null,
    sourcing: nullableTextAt(row, "sourcing") as PositionRow["sourcing"],
    words: {
      evidence: textAt(row, "evidence_words"),
      conditions: jsonAt<readonly string[]>(row, "condition_words"),
      when: nullableTextAt(row, "when_words"),
    },
  };
}

function forecastRowFrom(row: SqlRow): ForecastRow {
  const forecast = forecastFromRow(row);
  const found = jsonAt<readonly [ForecastOutcome, string | null] | null>(row, "resolution");
  return {
    forecast,
    document: rowDocumentFrom(row),
    holder: namedFromRow(row, forecast.holder === null ? [] : [forecast.holder])[0] ?? null,
    resolution: found === null ? null : { forecast: forecast.id, outcome: found[0], note: found[1] },
    words: {
      content: textAt(row, "content_words"),
      evidence: textAt(row, "evidence_words"),
      horizon: nullableTextAt(row, "when_words"),
    },
  };
}

export const rowDocumentFrom = (row: SqlRow): RowDocument => ({
  id: textAt(row, "document") as DocumentId,
  file: textAt(row, "file"),
  title: nullableTextAt(row, "title"),
  outlet: nullableTextAt(row, "outlet"),
  publishedAt: nullableTextAt(row, "published_at"),
});
