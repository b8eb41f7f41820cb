import { migrateLedger } from "../../ledger/open.ts";
import { exitCodes } from "../exit-codes.ts";
import { type LedgerOptions, ledgerTarget } from "../options.ts";
import { type Terminal, write } from "../terminal.ts";

export interface MigrateOptions extends LedgerOptions {
  readonly json?: boolean;
}

/** `parley migrate`: brings the ledger's schema up to this Parley. Safe to run twice, or from several machines. */
export async function migrate(options: MigrateOptions, terminal: Terminal): Promise<number> {
  const { applied } = await migrateLedger(ledgerTarget(options, terminal));
  const sentence = applied.length > 0 ? `applied: ${applied.join(", ")}` : "the schema is up to date";
  await write(terminal.stdout, `${options.json ? JSON.stringify({ applied }) : sentence}\n`);
  return exitCodes.ok;
}
