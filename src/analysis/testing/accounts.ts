import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { NamedActor, StatementRow } from "../../ledger/ledger.ts";
import { charSpan, type StatementId } from "../../text/span.ts";
import type { Account } from "../disputes/account.ts";
import { statementAccounts } from "../disputes/accounts-of.ts";
import { parseDisputeLexicon } from "../disputes/dispute-lexicon.ts";
import { publishedOn } from "../period.ts";
import { documentRow } from "./rows.ts";

export const lexicon = parseDisputeLexicon(
  parse(readFileSync(new URL("../../../codebook/disputes.yaml", import.meta.url), "utf8")),
);

/** Who says what with which cue; the outlet's own narration where there is neither. */
export type Told = readonly [by: NamedActor | string, cue: string, words: string] | readonly [narration: string];

/** The accounts of one document, told one after the other, with a paragraph's end between them. */
export function dispatch(id: string, day: string | null, ...all: readonly Told[]): readonly Account[] {
  const document = documentRow(id, day, { outlet: "Meridian" });
  let start = 0;
  return all.flatMap((told, nth) => {
    const words = told.length === 1 ? told[0] : told[2];
    const span = charSpan(start, start + words.length);
    start = span.end + 40;
    if (told.length === 1) {
      const by = { kind: "outlet", outlet: document.outlet } as const;
      return [
        { key: `${id} ${nth}`, document, day: publishedOn(document), by, cue: "", words, spans: [span], row: null },
      ];
    }
    const [by, cue] = told;
    const actor = typeof by === "string" ? null : by;
    const row: StatementRow = {
      statement: {
        id: `${id} ${nth}` as StatementId,
        source: { spans: [], actor: actor?.id ?? null },
        cue: { spans: [] },
        content: { spans: [span] },
        quotation: "indirect",
        quotationConfidence: null,
        sourcing: "on-record",
        descriptor: null,
        relay: [],
        addressee: null,
        unresolved: [],
        confidence: null,
      },
      document,
      actor,
      words: { source: typeof by === "string" ? by : by.name, cue, content: words },
      decision: null,
    };
    return statementAccounts([row]);
  });
}
