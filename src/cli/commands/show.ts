import { openLedger } from "../../ledger/open.ts";
import { renderArticle } from "../../publish/article-view.ts";
import { toReadObject } from "../../publish/read-object.ts";
import { jsonLine } from "../../publish/rows.ts";
import { exitCodes } from "../exit-codes.ts";
import { type LedgerOptions, ledgerTarget } from "../options.ts";
import { type Terminal, write } from "../terminal.ts";

export interface ShowOptions extends LedgerOptions {
  readonly json?: boolean;
}

/** `parley show ID`: one article with its records marked in the text. */
export async function show(id: string, options: ShowOptions, terminal: Terminal): Promise<number> {
  const ledger = await openLedger(ledgerTarget(options, terminal), { mustExist: true });
  try {
    const article = await ledger.asDecided(await ledger.article(id.toLowerCase()));
    const decisions = await ledger.decisions(article.document.id);
    const text = options.json
      ? jsonLine({ ...toReadObject(article), decisions }, 2)
      : renderArticle(article, decisions, terminal);
    await write(terminal.stdout, `${text}\n`);
    return exitCodes.ok;
  } finally {
    await ledger.close();
  }
}
