import { openLedger } from "../../ledger/open.ts";
import { gatherBrief } from "../../publish/brief/gather.ts";
import { renderBriefHtml } from "../../publish/brief/html.ts";
import { renderBriefMarkdown } from "../../publish/brief/markdown.ts";
import { counted } from "../../publish/wording.ts";
import { exitCodes } from "../exit-codes.ts";
import { type LedgerOptions, ledgerTarget } from "../options.ts";
import { writeOutput } from "../output.ts";
import { type Terminal, write } from "../terminal.ts";

export interface BriefOptions extends LedgerOptions {
  readonly format: "html" | "markdown";
  readonly out?: string;
  readonly outlet?: string;
  readonly from?: string;
  readonly to?: string;
  readonly limit?: number;
}

/** `parley brief`: the ledger as one HTML file, or as Markdown. */
export async function brief(options: BriefOptions, terminal: Terminal): Promise<number> {
  const ledger = await openLedger(ledgerTarget(options, terminal), { mustExist: true });
  try {
    const { outlet, from, to, limit } = options;
    const data = await gatherBrief(ledger, {
      ...(outlet === undefined ? {} : { outlet }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(limit === undefined ? {} : { limit }),
    });
    const text = options.format === "html" ? renderBriefHtml(data) : renderBriefMarkdown(data);
    const out = options.out ?? (options.format === "html" ? "parley-brief.html" : "parley-brief.md");
    if (out === "-") await write(terminal.stdout, text);
    else {
      await writeOutput(out, text);
      await write(terminal.stdout, `${out}: ${counted(data.documents.length, "document")}\n`);
    }
    return exitCodes.ok;
  } finally {
    await ledger.close();
  }
}
