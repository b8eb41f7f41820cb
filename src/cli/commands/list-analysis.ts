import type { Dispute } from "../../analysis/disputes/dispute.ts";
import { findShifts } from "../../analysis/shifts/find-shifts.ts";
import type { Shift } from "../../analysis/shifts/shift.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import {
  disputeColumns,
  disputeCsvColumns,
  disputeLine,
  disputeSideRows,
  originColumns,
  originCsvColumns,
  originDocumentRows,
  originLine,
  shiftColumns,
  shiftCsvColumns,
  shiftLine,
  tellerTold,
} from "../../publish/analysis-rows.ts";
import { originRowsOf } from "../../publish/origin-rows-of.ts";
import { jsonLine, toCsv } from "../../publish/rows.ts";
import { contextOfMaterial, withoutCopies } from "../analysis/analyse.ts";
import { disputesIn } from "../analysis/disputes.ts";
import { gatherMaterial, type Material } from "../analysis/material.ts";
import type { LedgerOptions } from "../options.ts";
import { type PrintOptions, printRows } from "../print-rows.ts";
import { type Terminal, write } from "../terminal.ts";
import { withLedger } from "../with-ledger.ts";

/** What is asked of results that rest on several documents. Days are those of the results, not of publication. */
export interface ListAnalysisOptions extends LedgerOptions, PrintOptions {
  readonly outlet?: string;
  readonly since?: string;
  readonly until?: string;
  readonly actor?: string;
  readonly issue?: string;
}

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
    if (options.csv) return write(terminal.stdout, toCsv(disputeCsvColumns, disputeSideRows(disputes)));
    const views = { table: disputeColumns, csv: [], line: (row: Dispute) => jsonLine(disputeLine(row)) };
    await printRows(disputes, views, options, terminal, nothing("dispute"));
  });
}

/** Of whom or by whom one of its sides is; where an issue is asked for, disputes over stances on it. */
function isDisputeAskedFor(
  { about, cause, sides }: Dispute,
  { since, until, actor, issue }: ListAnalysisOptions,
): boolean {
  const accounts = sides.flatMap((side) => side.accounts);
  const days = accounts.flatMap(({ day }) => (day === null ? [] : [day.to]));
  const words = [about, ...accounts.flatMap((account) => [tellerTold(account.by), account.words])];
  return (
    (since === undefined || days.some((day) => day >= since)) &&
    (until === undefined || days.every((day) => day <= until)) &&
    (actor === undefined || words.some((each) => contains(each, actor))) &&
    (issue === undefined || (cause === "stance" && contains(about, issue)))
  );
}

/** `parley list origins`. */
export function listOrigins(options: ListAnalysisOptions, terminal: Terminal): Promise<number> {
  return withMaterial(options, terminal, async (material) => {
    const documents = material.articles.map(({ document }) => document);
    const rows = originRowsOf(documents, contextOfMaterial(material).reprints);
    if (options.csv) return write(terminal.stdout, toCsv(originCsvColumns, originDocumentRows(rows)));
    const views = { table: originColumns, csv: [], line: (row: (typeof rows)[number]) => jsonLine(originLine(row)) };
    await printRows(rows, views, options, terminal, nothing("article"));
  });
}

/** Everything up to the last day asked for, since what moved has to have stood somewhere before. */
export async function withMaterial(
  options: ListAnalysisOptions,
  terminal: Terminal,
  use: (material: Material, ledger: Ledger) => Promise<void>,
): Promise<number> {
  const { outlet, until } = options;
  const filter = { ...(outlet === undefined ? {} : { outlet }), ...(until === undefined ? {} : { to: until }) };
  return withLedger(options, terminal, async (ledger) => use(await gatherMaterial(ledger, filter, terminal), ledger));
}

function isAskedOf(
  { party, issue, between, from, to }: Shift,
  { since, until, ...asked }: ListAnalysisOptions,
): boolean {
  const names = [party.name, party.key, from.evidence.actor.name, to.evidence.actor.name];
  return (
    (since === undefined || between.by >= since) &&
    (until === undefined || between.by <= until) &&
    (asked.issue === undefined || issue === asked.issue) &&
    (asked.actor === undefined || names.some((name) => contains(name, asked.actor ?? "")))
  );
}

export const contains = (name: string, part: string): boolean => fold(name).includes(fold(part));
const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export const nothing = (what: string): string =>
  `No ${what} in what the ledger holds. \`parley add PATH…\` puts articles into it; --ledger says which one is looked at.\n`;
