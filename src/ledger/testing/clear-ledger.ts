import type { Database } from "../sql.ts";

/** Takes out all that tests have kept, and counts from 1 again. */
export const clearLedger = (database: Database): Promise<void> =>
  database.script(
    "truncate parley.document, parley.audit, parley.actor_decision, parley.known_actor restart identity cascade",
  );
