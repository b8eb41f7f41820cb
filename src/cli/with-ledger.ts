import type { Ledger } from "../ledger/ledger.ts";
import { openLedger } from "../ledger/open.ts";
import { exitCodes } from "./exit-codes.ts";
import { type LedgerOptions, ledgerTarget } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/** Opens the ledger that is there, lets it be used, and closes it whatever happens. Returns the exit code. */
export async function withLedger(
  options: LedgerOptions,
  terminal: Terminal,
  use: (ledger: Ledger) => Promise<void>,
  { mustExist = true } = {},
): Promise<number> {
  const ledger = await openLedger(ledgerTarget(options, terminal), { mustExist });
  try {
    await use(ledger);
    return exitCodes.ok;
  } finally {
    await ledger.close();
  }
}
