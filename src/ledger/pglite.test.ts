import { openMemoryDatabase } from "./pglite.ts";
import { describeActors } from "./testing/actor-suite.ts";
import { describeLedger } from "./testing/ledger-suite.ts";

describeLedger("PGlite", openMemoryDatabase);
describeActors("PGlite", openMemoryDatabase);
