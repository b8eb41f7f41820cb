import type { Ledger } from "../../ledger/ledger.ts";
import { openLedger, openMemoryLedger } from "../../ledger/open.ts";
import type { BriefAnalysis } from "../../publish/brief/findings/sections.ts";
import { type BriefData, gatherBrief } from "../../publish/brief/gather.ts";
import { renderBriefHtml } from "../../publish/brief/html.ts";
import { renderBriefMarkdown } from "../../publish/brief/markdown.ts";
import { counted } from "../../publish/wording.ts";
import { addInputs } from "../adding.ts";
import { analyse } from "../analysis/analyse.ts";
import { gatherMaterial } from "../analysis/material.ts";
import { exitCodes } from "../exit-codes.ts";
import { type LedgerOptions, ledgerTarget, type ReadingOptions } from "../options.ts";
import { writeOutput } from "../output.ts";
import { exitCodeOf, reportError, type Tally } from "../report.ts";
import { type Terminal, write } from "../terminal.ts";

export interface BriefOptions extends LedgerOptions, ReadingOptions {
  readonly format: "html" | "markdown";
  readonly out?: string;
  /** An outlet, or part of its name. */
  readonly only?: string;
  /** What changed since this day; articles from before it are read too, since what moved stood somewhere before. */
  readonly since?: string;
  readonly until?: string;
  readonly from?: string;
  readonly to?: string;
  readonly limit?: number;
  /** The day on which forecasts are due or open; today unless told. */
  readonly on?: string;
}

/** `parley brief [PATH…]`: the ledger, or these articles without any, as one HTML file or as Markdown. */
export async function brief(paths: readonly string[], options: BriefOptions, terminal: Terminal): Promise<number> {
  const ledger =
    paths.length > 0
      ? await openMemoryLedger()
      : await openLedger(ledgerTarget(options, terminal), { mustExist: true });
  try {
    const tally = await addAll(paths, ledger, options, terminal);
    // what an earlier brief wrote is worth more than an empty page
    if (tally.failed > 0 && tally.done === 0) return exitCodes.allInputsFailed;
    const { data, analysis } = await gathered(
      ledger,
      paths.length === 0 && options.outlet !== undefined ? { only: options.outlet, ...options } : options,
      terminal,
    );
    const text = options.format === "html" ? renderBriefHtml(data, analysis) : renderBriefMarkdown(data, analysis);
    const out = options.out ?? (options.format === "html" ? "parley-brief.html" : "parley-brief.md");
    if (out === "-") await write(terminal.stdout, text);
    else {
      await writeOutput(out, text);
      await write(terminal.stdout, `${out}: ${counted(data.documents.length, "document")}\n`);
    }
    return exitCodeOf(tally);
  } finally {
    await ledger.close();
  }
}

/** What became of the inputs; each that failed is reported. */
async function addAll(
  paths: readonly string[],
  ledger: Ledger,
  options: BriefOptions,
  terminal: Terminal,
): Promise<Tally> {
  let [done, failed] = [0, 0];
  if (paths.length === 0) return { done, failed };
  for await (const added of addInputs(paths, ledger, options, terminal)) {
    if (added.kind === "kept") done++;
    else {
      failed++;
      await reportError(terminal, added.error);
    }
  }
  return { done, failed };
}

/** What a brief holds and what was found in it: analyses look at the documents that it holds. */
export async function gathered(
  ledger: Ledger,
  { only: outlet, since, until, from, to = until, limit, on }: Omit<BriefOptions, "format" | keyof ReadingOptions>,
  terminal: Terminal,
): Promise<{ readonly data: BriefData; readonly analysis: BriefAnalysis }> {
  const filter = {
    ...(outlet === undefined ? {} : { outlet }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  const data = await gatherBrief(ledger, { ...filter, ...(limit === undefined ? {} : { limit }) });
  const held = data.documents.map(({ article }) => article);
  const material = await gatherMaterial(ledger, filter, terminal, held);
  const today = on ?? terminal.now().slice(0, "YYYY-MM-DD".length);
  return { data, analysis: await analyse(material, { since: since ?? null, today }) };
}
