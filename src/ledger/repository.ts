import { addArticles } from "./add.ts";
import { listAudit } from "./audit.ts";
import { listDecisions, recordDecision } from "./decide.ts";
import { findArticle, summarise } from "./find.ts";
import type { Ledger } from "./ledger.ts";
import { listDocuments, listStatements } from "./list.ts";
import type { Database } from "./sql.ts";

/** The one repository. The database's schema must be current; see `prepareSchema`. */
export const ledgerOver = (database: Database): Ledger => ({
  kind: database.kind,
  add: (articles, provenance) => addArticles(database, articles, provenance),
  documents: (filter) => listDocuments(database, filter),
  statements: (filter) => listStatements(database, filter),
  article: (id) => findArticle(database, id),
  decisions: (document) => listDecisions(database, document),
  decide: (decision, provenance) => recordDecision(database, decision, provenance),
  audit: (filter) => listAudit(database, filter),
  summary: () => summarise(database),
  close: () => database.close(),
});
