import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Chalk } from "chalk";
import type { AddOutcome } from "../../ledger/ledger.ts";
import { openLedger } from "../../ledger/open.ts";
import { renderBriefHtml } from "../../publish/brief/html.ts";
import { renderBriefSummary } from "../../publish/brief/summary.ts";
import { addInputs } from "../adding.ts";
import { type LedgerOptions, ledgerTarget, type ReadingOptions } from "../options.ts";
import { checkOutput, writeOutput } from "../output.ts";
import { packageRoot } from "../package-root.ts";
import { exitCodeOf, reportError } from "../report.ts";
import { type Terminal, write } from "../terminal.ts";
import { describeCounts } from "./add.ts";
import { gathered } from "./brief.ts";

export interface StartOptions extends ReadingOptions, LedgerOptions {
  readonly out: string;
}

/** `parley start [PATH…]`: reads, keeps, prints the brief's summary and writes the HTML brief. */
export async function start(paths: readonly string[], options: StartOptions, terminal: Terminal): Promise<number> {
  const chosen =
    paths.length > 0 ? paths : [relative(process.cwd(), join(packageRoot, "examples", "dispatches")) || "."];
  const actors = options.actors ?? (paths.length > 0 ? undefined : join(packageRoot, "examples", "actors.yaml"));
  const reading = actors === undefined ? options : { ...options, actors };
  await checkOutput(options.out);
  const ledger = await openLedger(ledgerTarget(options, terminal));
  try {
    const counts = new Map<AddOutcome | "failed", number>();
    for await (const added of addInputs(chosen, ledger, reading, terminal)) {
      const outcome = added.kind === "failed" ? "failed" : added.outcome;
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      if (added.kind === "failed") await reportError(terminal, added.error);
    }
    const { data, analysis } = await gathered(ledger, {}, terminal);
    await writeOutput(options.out, renderBriefHtml(data, analysis));
    await write(terminal.stdout, `${describeCounts(counts)}\n\n${renderBriefSummary(data, terminal)}\n\n`);
    await write(terminal.stdout, nextSteps(options, paths.length === 0, terminal));
    const failed = counts.get("failed") ?? 0;
    return exitCodeOf({ done: [...counts.values()].reduce((a, b) => a + b, 0) - failed, failed });
  } finally {
    await ledger.close();
  }
}

/** As a shell takes it for one word. */
const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);

function nextSteps(options: StartOptions, isDemo: boolean, terminal: Terminal): string {
  const chalk = new Chalk({ level: terminal.colour });
  const target = ledgerTarget(options, terminal);
  const where = "folder" in target ? target.folder : "the PostgreSQL server in DATABASE_URL";
  const own = options.ledger === undefined ? "" : ` --ledger ${quoted(options.ledger)}`;
  const lines = [
    `${chalk.bold("Brief")}   ${pathToFileURL(resolve(options.out)).href}`,
    `${chalk.bold("Ledger")}  ${where}`,
    `${chalk.bold("Next")}    npx parley list statements${own} · npx parley show ID${own} · npx parley --help`,
  ];
  if (isDemo) {
    lines.push("", "These are the fictional examples. Your own articles: npm start -- PATH… --ledger ./my-ledger");
  }
  return `${lines.join("\n")}\n`;
}
