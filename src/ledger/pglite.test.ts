import { openMemoryDatabase } from "./pglite.ts";
import { describeLedger } from "./testing/ledger-suite.ts";

describeLedger("PGlite", openMemoryDatabase);
