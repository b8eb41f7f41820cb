import type { Account } from "../../analysis/disputes/account.ts";
import type { Dispute } from "../../analysis/disputes/dispute.ts";
import { findReprints } from "../../analysis/reprints/find-reprints.ts";
import { findShifts } from "../../analysis/shifts/find-shifts.ts";
import type { Shift } from "../../analysis/shifts/shift.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import {
  disputeColumns,
  disputeCsvColumns,
  disputeLine,
  disputeSideRows,
  shiftColumns,
  shiftCsvColumns,
  shiftLine,
  tellerTold,
} from "../../publish/analysis-rows.ts";
import {
  type OriginRow,
  originColumns,
  originCsvColumns,
  originDocumentRows,
  originLine,
  originRowsOf,
} from "../../publish/origin-rows.ts";
import { jsonLine, toCsv } from "../../publish/rows.ts";
import { contextOfMaterial, withoutCopies } from "../analysis/analyse.ts";
import { disputesIn } from "../analysis/disputes.ts";
import { gatherMaterial, type Material } from "../analysis/material.ts";
import { collect } from "../collect.ts";
import type { LedgerOptions } from "../options.ts";
import { type PrintOptions, printRows, shownRows } from "../print-rows.ts";
import { type Terminal, write } from "../terminal.ts";
import { withLedger } from "../with-ledger.ts";
import { type ListOptions, picked } from "./list.ts";

/** What is asked of results that rest on several documents. Days are those of the results, not of publication. */
export interface ListAnalysisOptions extends LedgerOptions, PrintOptions {
  readonly outlet?: string;
  readonly since?: string;
  readonly until?: string;
  readonly actor?: string;
  readonly issue?: string;
}

export interface ListOriginsOptions extends ListOptions, Pick<ListAnalysisOptions, "actor" | "issue"> {}

/** `parley list shifts`. */
export function listShifts(options: ListAnalysisOptions, terminal: Terminal): Promise<number> {
  return withMaterial(options, terminal, async (material) => {
    const context = contextOfMaterial(material);
    const { positions } = withoutCopies(material, context);
    const shifts = findShifts(positions, context).filter((shift) => isAskedOf(shift, options));
    const views = { table: shiftColumns, csv: shiftCsvColumns, line: (row: Shift) => jsonLine(shiftLine(row)) };
    await printRows(shifts, views, options, terminal, nothing("shift"));
  });
}

/** `parley list disputes`. */
export function listDisputes(options: ListAnalysisOptions, terminal: Terminal): Promise<number> {
  return withMaterial(options, terminal, async (material) => {
    const context = contextOfMaterial(material);
    const all = await disputesIn(withoutCopies(material, context), context);
    const disputes = all.filter((dispute) => isDisputeAskedFor(dispute, options));
    if (options.csv) {
      const shown = disputes.slice(0, shownRows(options, terminal));
      return write(terminal.stdout, toCsv(disputeCsvColumns, disputeSideRows(shown)));
    }
    const views = { table: disputeColumns, csv: [], line: (row: Dispute) => jsonLine(disputeLine(row)) };
    await printRows(disputes, views, options, terminal, nothing("dispute"));
  });
}

/** By whom, of whom or in whose words one of its sides is; where an issue is asked for, disputes over stances on it. */
function isDisputeAskedFor(
  { about, cause, sides }: Dispute,
  { since, until, actor, issue }: ListAnalysisOptions,
): boolean {
  const accounts = sides.flatMap((side) => side.accounts);
  const days = accounts.flatMap(({ day }) => (day === null ? [] : [day.to]));
  const words = [about, ...accounts.flatMap((account) => [account.words, ...namesIn(account)])];
  return (
    (since === undefined || days.some((day) => day >= since)) &&
    (until === undefined || days.every((day) => day <= until)) &&
    (actor === undefined || words.some((each) => contains(each, actor))) &&
    (issue === undefined ||
      (cause === "stance" &&
        accounts.some(({ row }) => row !== null && "position" in row && row.position.issue === issue)))
  );
}

/** Names and keys of who tells it and of whom. */
function namesIn({ by, row }: Account): readonly string[] {
  const told =
    row === null || "statement" in row ? [] : "position" in row ? [row.actor] : [...row.actors, ...row.recipients];
  const actors = by.kind === "actor" ? [by.actor, ...told] : told;
  return [tellerTold(by), ...actors.flatMap(({ name, key }) => [name, key])];
}

/** `parley list origins`: reports with at least one article that is asked for; the others that carry them are told too. */
export function listOrigins(options: ListOriginsOptions, terminal: Terminal): Promise<number> {
  return withLedger(options, terminal, async (ledger) => {
    const documents = await collect(ledger.texts());
    const reprints = findReprints(documents.map((document) => ({ key: document.id, document })));
    const wanted = await documentsAskedFor(ledger, options);
    const rows = originRowsOf(documents, reprints).filter(({ first, copies }) =>
      [first, ...copies.map(({ document }) => document)].some(({ id }) => wanted.has(id)),
    );
    if (options.csv) {
      const shown = rows.slice(0, shownRows(options, terminal));
      return write(terminal.stdout, toCsv(originCsvColumns, originDocumentRows(shown)));
    }
    const views = { table: originColumns, csv: [], line: (row: OriginRow) => jsonLine(originLine(row)) };
    await printRows(rows, views, options, terminal, nothing("article"));
  });
}

/** Documents of these outlets and days of publication; with a record of the actor, a position on the issue, or both in one. */
async function documentsAskedFor(
  ledger: Ledger,
  { outlet, since, until, from = since, to = until, actor, issue }: ListOriginsOptions,
): Promise<ReadonlySet<string>> {
  const filter = picked({ outlet, from, to }, ["outlet", "from", "to"]);
  if (actor === undefined && issue === undefined) {
    return new Set((await collect(ledger.documents(filter))).map(({ id }) => id));
  }
  const told = picked({ ...filter, actor, issue }, ["outlet", "from", "to", "actor", "issue"]);
  const rows =
    issue !== undefined
      ? [ledger.positions(told)]
      : [
          ledger.statements(told),
          ledger.positions(told),
          ledger.events(told),
          ledger.contacts(told),
          ledger.forecasts(told),
        ];
  const ids = new Set<string>();
  for (const each of rows) for await (const { document } of each) ids.add(document.id);
  return ids;
}

/** Everything up to the last day asked for, since what moved has to have stood somewhere before. */
async function withMaterial(
  options: ListAnalysisOptions,
  terminal: Terminal,
  use: (material: Material) => Promise<void>,
): Promise<number> {
  const { outlet, until } = options;
  const filter = { ...(outlet === undefined ? {} : { outlet }), ...(until === undefined ? {} : { to: until }) };
  return withLedger(options, terminal, async (ledger) => use(await gatherMaterial(ledger, filter, terminal)));
}

function isAskedOf(
  { party, issue, between, from, to }: Shift,
  { since, until, ...asked }: ListAnalysisOptions,
): boolean {
  const names = [party, from.evidence.actor, to.evidence.actor].flatMap(({ name, key }) => [name, key]);
  return (
    (since === undefined || between.by >= since) &&
    (until === undefined || between.by <= until) &&
    (asked.issue === undefined || issue === asked.issue) &&
    (asked.actor === undefined || names.some((name) => contains(name, asked.actor ?? "")))
  );
}

const contains = (name: string, part: string): boolean => fold(name).includes(fold(part));
const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export const nothing = (what: string): string =>
  `No ${what} in what the ledger holds. \`parley add PATH…\` puts articles into it; --ledger says which one is looked at.\n`;
