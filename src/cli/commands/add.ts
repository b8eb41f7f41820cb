import type { AddOutcome } from "../../ledger/ledger.ts";
import { openLedger } from "../../ledger/open.ts";
import { jsonLine } from "../../publish/rows.ts";
import { addInputs } from "../adding.ts";
import { type LedgerOptions, ledgerTarget, type ReadingOptions } from "../options.ts";
import { exitCodeOf, reportError } from "../report.ts";
import { type Terminal, write } from "../terminal.ts";

export interface AddOptions extends ReadingOptions, LedgerOptions {
  readonly json?: boolean;
}

/** `parley add PATH…`: reads and keeps. Returns the exit code. */
export async function add(paths: readonly string[], options: AddOptions, terminal: Terminal): Promise<number> {
  const ledger = await openLedger(ledgerTarget(options, terminal));
  try {
    const counts = new Map<AddOutcome | "failed", number>();
    for await (const added of addInputs(paths, ledger, options, terminal)) {
      const outcome = added.kind === "failed" ? "failed" : added.outcome;
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      if (added.kind === "failed") await reportError(terminal, added.error);
      if (!options.json) continue;
      const line =
        added.kind === "failed"
          ? { file: added.file, outcome, error: { code: added.error.code, message: added.error.message } }
          : { file: added.article.document.file, outcome, id: added.article.document.id };
      await write(terminal.stdout, `${jsonLine(line)}\n`);
    }
    if (!options.json) await write(terminal.stdout, `${describeCounts(counts)}\n`);
    const failed = counts.get("failed") ?? 0;
    return exitCodeOf({ done: sum(counts) - failed, failed });
  } finally {
    await ledger.close();
  }
}

const wordings: Readonly<Record<AddOutcome | "failed", string>> = {
  added: "added",
  updated: "given new metadata",
  reread: "read again",
  unchanged: "already there",
  kept: "kept as a newer reader read them",
  failed: "not read",
};

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);

/** "28 added, 2 already there", in a fixed order. */
export function describeCounts(counts: ReadonlyMap<AddOutcome | "failed", number>): string {
  const parts = (Object.keys(wordings) as (AddOutcome | "failed")[]).flatMap((outcome) => {
    const count = counts.get(outcome) ?? 0;
    return count > 0 ? [`${count} ${wordings[outcome]}`] : [];
  });
  return parts.length > 0 ? `documents: ${parts.join(", ")}` : "documents: none found";
}
