import type { StatementFilter } from "../../ledger/ledger.ts";
import {
  counted,
  damageWords,
  dateWords,
  isReprint,
  outletsOf,
  quotationWords,
  share,
  sourcingWords,
} from "../wording.ts";
import type { BriefData, BriefDocument } from "./gather.ts";
import type { Line } from "./speakers.ts";

/** What a brief says at a glance. */
export interface Figures {
  readonly documents: number;
  readonly statements: number;
  readonly outlets: number;
  /** The earliest and latest date of publication, of whatever precision; null where no document has one. */
  readonly from: string | null;
  readonly to: string | null;
  readonly anonymous: number;
  readonly documentary: number;
  readonly onRecord: number;
}

export function figuresOf({ documents }: BriefData, lines: readonly Line[]): Figures {
  const dates = documents.flatMap(({ article }) => article.document.published?.value ?? []).sort();
  const sourcedAs = (sourcing: string) => lines.filter(({ statement }) => statement.sourcing === sourcing).length;
  return {
    documents: documents.length,
    statements: lines.length,
    outlets: outletsOf(documents.map(({ article }) => article.document)).filter(({ outlet }) => outlet !== null).length,
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
    anonymous: sourcedAs("anonymous"),
    documentary: sourcedAs("documentary"),
    onRecord: sourcedAs("on-record"),
  };
}

/** "3 March 2031 – 9 April 2031". */
export function spanOfDates({ from, to }: Figures): string {
  if (from === null || to === null) return "no dates";
  return from === to ? dateWords(from) : `${dateWords(from)} – ${dateWords(to)}`;
}

/** A caution, and the documents it is about. */
export interface Caution {
  readonly text: string;
  readonly documents: readonly BriefDocument[];
}

/** What a reader of the brief must bear in mind, the weightiest first; nothing where there is nothing. */
export function cautionsOf(data: BriefData, lines: readonly Line[]): readonly Caution[] {
  const which = (test: (one: BriefDocument) => boolean) => data.documents.filter(test);
  const about = (documents: readonly BriefDocument[], say: (count: string) => string): readonly Caution[] =>
    documents.length === 0 ? [] : [{ text: say(counted(documents.length, "article")), documents }];
  const leftOut = data.matching - data.documents.length;
  const repeated = lines.filter(({ alsoIn }) => alsoIn > 0).length;
  const rejected = data.documents.reduce((sum, one) => sum + one.rejected, 0);
  const open = lines.filter(({ statement }) => statement.unresolved.length > 0).length;
  return [
    ...(leftOut > 0
      ? [
          aside(
            `the newest ${data.documents.length.toLocaleString("en-GB")} of ${counted(data.matching, "article")} are here, the others are left out`,
          ),
        ]
      : []),
    ...about(
      which(({ article }) => article.outcome.kind === "unread"),
      (n) => `${n} not read: ${unreadReasons(data)}`,
    ),
    ...about(
      which(({ article }) => article.document.order === "suspect"),
      (n) => `${n} with sentences out of order`,
    ),
    ...about(
      which(({ article }) => article.document.damage.length > 0),
      (n) => `${n} damaged: ${damages(data)}`,
    ),
    ...about(
      which(({ article }) => isReprint(article.document)),
      (n) => `${n} that another outlet first reported, in whole or part`,
    ),
    ...about(
      which(({ article }) => article.document.published === null),
      (n) => `${n} without a date`,
    ),
    ...about(
      which(({ article }) => (article.document.published?.precision ?? "day") !== "day"),
      (n) => `${n} dated to a month or year only`,
    ),
    ...(repeated > 0
      ? [aside(`${counted(repeated, "statement")} word for word in more than one article: not independent`)]
      : []),
    ...(open > 0 ? [aside(`${counted(open, "statement")} the text leaves open: see “unresolved”`)] : []),
    ...(rejected > 0
      ? [
          aside(
            `${counted(rejected, "statement")} left out because a person rejected ${rejected === 1 ? "it" : "them"}`,
          ),
        ]
      : []),
  ];
}

const aside = (text: string): Caution => ({ text, documents: [] });

const damages = ({ documents }: BriefData): string =>
  [...new Set(documents.flatMap(({ article }) => article.document.damage))].map((one) => damageWords[one]).join(", ");

const unreadReasons = ({ documents }: BriefData): string =>
  [
    ...new Set(documents.flatMap(({ article: { outcome } }) => (outcome.kind === "unread" ? [outcome.detail] : []))),
  ].join("; ");

/** "41 % direct, 12 % mixed, 47 % indirect". */
export function quotationShares(lines: readonly Line[]): string {
  const count = (quotation: string) => lines.filter(({ statement }) => statement.quotation === quotation).length;
  const kinds = ["direct", "mixed", "indirect"] as const;
  return kinds.map((kind) => `${share(count(kind), lines.length)} ${quotationWords[kind]}`).join(", ");
}

/** "63 % on record, 27 % anonymous, 10 % documentary". */
export function sourcingShares(figures: Figures): string {
  const parts = [
    [figures.onRecord, sourcingWords["on-record"]],
    [figures.anonymous, sourcingWords.anonymous],
    [figures.documentary, sourcingWords.documentary],
  ] as const;
  return parts.map(([count, words]) => `${share(count, figures.statements)} ${words}`).join(", ");
}

/** The filter in words; null where there is none. */
export function filterWords({
  actor,
  outlet,
  from,
  to,
  quotation,
  sourcing,
  document,
}: StatementFilter): string | null {
  const parts = [
    actor && `source “${actor}”`,
    outlet && `outlet “${outlet}”`,
    from && `from ${dateWords(from)}`,
    to && `to ${dateWords(to)}`,
    quotation && `${quotationWords[quotation]} only`,
    sourcing && `${sourcingWords[sourcing]} only`,
    document && `article ${document}`,
  ].filter((part) => part !== undefined && part !== "");
  return parts.length === 0 ? null : parts.join(", ");
}

/** The line that tells most of a speaker: their own words before a report of them, near 90 characters, the newest. */
export function tellingLine(lines: readonly Line[]): Line | null {
  const rank = { direct: 0, mixed: 1, indirect: 2 } as const;
  const weight = ({ statement, words }: Line) => rank[statement.quotation] * 1000 + Math.abs(words.content.length - 90);
  return lines.reduce<Line | null>((best, line) => (best && weight(best) <= weight(line) ? best : line), null);
}
