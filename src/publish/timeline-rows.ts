import type { TimelineEntry } from "../analysis/timeline/timeline.ts";
import { forecastLine, holderOf, likelihoodWords } from "./forecast-rows.ts";
import { positionLine, stanceTold } from "./position-rows.ts";
import { contactLine, eventLine, namesOf } from "./record-rows.ts";
import { type CsvColumn, shortId, statementLine } from "./rows.ts";
import type { Column } from "./table.ts";
import { daysShort, outletOf } from "./wording.ts";

/** What a record of whatever kind says, for one row. */
interface Told {
  readonly id: string;
  readonly who: string;
  readonly what: string;
  readonly words: string;
}

function toldOf(entry: TimelineEntry): Told {
  switch (entry.kind) {
    case "event": {
      const { event, actors, recipients, words } = entry.row;
      const to = recipients.length === 0 ? "" : ` → ${namesOf(recipients)}`;
      return {
        id: event.id,
        who: `${namesOf(actors) || "(not told)"}${to}`,
        what: `${event.type}, ${event.status}`,
        words: words.evidence,
      };
    }
    case "contact": {
      const { contact, participants, words } = entry.row;
      return {
        id: contact.id,
        who: namesOf(participants),
        what: `${contact.form}, ${contact.status}`,
        words: words.evidence,
      };
    }
    case "position": {
      const { position, actor, words } = entry.row;
      return {
        id: position.id,
        who: actor.name,
        what: `${position.issue}: ${stanceTold(entry.row)}`,
        words: words.evidence,
      };
    }
    case "statement": {
      const { statement, actor, words } = entry.row;
      return { id: statement.id, who: actor?.name ?? words.source, what: words.cue, words: words.content };
    }
    case "forecast": {
      const { forecast, words } = entry.row;
      return {
        id: forecast.id,
        who: holderOf(entry.row),
        what: likelihoodWords[forecast.likelihood],
        words: words.content,
      };
    }
    default:
      return entry satisfies never;
  }
}

const dayTold = ({ period }: TimelineEntry): string => (period && daysShort(period)) ?? "–";

/** The columns of `parley timeline` in the terminal. */
export const timelineColumns: readonly Column<TimelineEntry>[] = [
  { header: "Day", value: dayTold, shrinksTo: 10, atMost: 23, lines: 2 },
  { header: "Record", value: ({ kind }) => kind },
  { header: "Who", value: (entry) => toldOf(entry).who, shrinksTo: 10, atMost: 26, lines: 3 },
  { header: "What", value: (entry) => toldOf(entry).what, shrinksTo: 10, atMost: 26, lines: 4 },
  { header: "Words", value: (entry) => toldOf(entry).words, shrinksTo: 18, lines: 4 },
  { header: "Article", value: ({ row }) => row.document.id.slice(0, shortId) },
];

export const timelineCsvColumns: readonly CsvColumn<TimelineEntry>[] = [
  { header: "from", value: ({ period }) => period?.from ?? null },
  { header: "to", value: ({ period }) => period?.to ?? null },
  { header: "record", value: ({ kind }) => kind },
  { header: "who", value: (entry) => toldOf(entry).who },
  { header: "what", value: (entry) => toldOf(entry).what },
  { header: "words", value: (entry) => toldOf(entry).words },
  { header: "document", value: ({ row }) => row.document.id },
  { header: "published_at", value: ({ row }) => row.document.publishedAt },
  { header: "outlet", value: ({ row }) => outletOf(row.document) },
  { header: "id", value: (entry) => toldOf(entry).id },
];

/** A record of a timeline as JSON: its days and kind, and the record as its own list has it. */
export function timelineLine(entry: TimelineEntry, today: string) {
  const head = { period: entry.period, record: entry.kind };
  switch (entry.kind) {
    case "event":
      return { ...head, ...eventLine(entry.row) };
    case "contact":
      return { ...head, ...contactLine(entry.row) };
    case "position":
      return { ...head, ...positionLine(entry.row) };
    case "statement":
      return { ...head, ...statementLine(entry.row) };
    case "forecast":
      return { ...head, ...forecastLine(entry.row, today) };
    default:
      return entry satisfies never;
  }
}
