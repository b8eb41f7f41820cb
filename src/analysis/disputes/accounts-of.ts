import type { Article } from "../../coding/article.ts";
import type { RowDocument, StatementRow } from "../../ledger/ledger.ts";
import type { Account } from "./account.ts";

/** What sources say; without what people rejected. */
export function statementAccounts(_rows: Iterable<StatementRow>): readonly Account[] {
  return []; // the API alone; what makes them follows
}

/** What the outlet tells in its own name: the sentences of the body, without what they attribute to others. */
export function narratedAccounts(_article: Article, _document: RowDocument): readonly Account[] {
  return []; // the API alone; what makes them follows
}
