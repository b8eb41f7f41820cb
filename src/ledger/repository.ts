import { listActorDecisions, recordActorDecision } from "./actors/decide-actor.ts";
import { importKnownActors, listKnownActors } from "./actors/known-actors.ts";
import { listActors } from "./actors/list-actors.ts";
import { asDecided } from "./actors/resolve.ts";
import { addArticles } from "./add.ts";
import { listAudit } from "./audit.ts";
import { listDecisions, recordDecision } from "./decide.ts";
import { findArticle, summarise } from "./find.ts";
import type { Ledger } from "./ledger.ts";
import { listDocuments, listStatements, listTexts } from "./list.ts";
import { listContacts, listEvents, listForecasts, listPositions } from "./records/list-records.ts";
import { resolveForecast } from "./records/resolve-forecast.ts";
import type { Database } from "./sql.ts";

/** The one repository. The database's schema must be current; see `prepareSchema`. */
export const ledgerOver = (database: Database): Ledger => ({
  kind: database.kind,
  add: (articles, provenance) => addArticles(database, articles, provenance),
  documents: (filter) => listDocuments(database, filter),
  statements: (filter) => listStatements(database, filter),
  actors: (filter) => listActors(database, filter),
  events: (filter) => listEvents(database, filter),
  contacts: (filter) => listContacts(database, filter),
  positions: (filter) => listPositions(database, filter),
  forecasts: (filter) => listForecasts(database, filter),
  texts: (filter) => listTexts(database, filter),
  article: (id) => findArticle(database, id),
  asDecided: (article) => asDecided(database, article),
  decisions: (document) => listDecisions(database, document),
  decide: (decision, provenance) => recordDecision(database, decision, provenance),
  resolveForecast: (resolution, provenance) => resolveForecast(database, resolution, provenance),
  decideActor: (decision, provenance) => recordActorDecision(database, decision, provenance),
  actorDecisions: () => listActorDecisions(database),
  importActors: (persons, source, provenance) => importKnownActors(database, persons, source, provenance),
  knownActors: () => listKnownActors(database),
  audit: (filter) => listAudit(database, filter),
  summary: () => summarise(database),
  close: () => database.close(),
});
