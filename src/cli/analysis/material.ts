import type { Article } from "../../coding/article.ts";
import type {
  ActorRow,
  ContactRow,
  DocumentFilter,
  EventRow,
  ForecastRow,
  Ledger,
  PositionRow,
  StatementRow,
} from "../../ledger/ledger.ts";
import { newBar } from "../progress.ts";
import type { Terminal } from "../terminal.ts";

/** What analyses look at, out of a ledger: documents whole, with their actors as people decided, and rows of records. */
export interface Material {
  readonly articles: readonly Article[];
  readonly actors: readonly ActorRow[];
  readonly statements: readonly StatementRow[];
  readonly positions: readonly PositionRow[];
  readonly events: readonly EventRow[];
  readonly contacts: readonly ContactRow[];
  readonly forecasts: readonly ForecastRow[];
}

/** Reads it all into memory, with a bar on a terminal that somebody watches. */
export async function gatherMaterial(ledger: Ledger, filter: DocumentFilter, terminal: Terminal): Promise<Material> {
  const ids = (await collect(ledger.documents(filter))).map(({ id }) => id);
  const bar = terminal.interactive.stderr ? newBar(terminal, "looking at {bar} {value}/{total} articles") : null;
  bar?.start(ids.length, 0);
  try {
    const articles: Article[] = [];
    for (const id of ids) {
      articles.push(await ledger.asDecided(await ledger.article(id)));
      bar?.increment();
    }
    const { limit: _, ...all } = filter;
    const within = new Set<string>(ids);
    const rowsOf = async <Row extends { readonly document: { readonly id: string } }>(
      rows: AsyncIterable<Row>,
    ): Promise<readonly Row[]> => (await collect(rows)).filter(({ document }) => within.has(document.id));
    return {
      articles,
      actors: await collect(ledger.actors(all)),
      statements: await rowsOf(ledger.statements(all)),
      positions: await rowsOf(ledger.positions(all)),
      events: await rowsOf(ledger.events(all)),
      contacts: await rowsOf(ledger.contacts(all)),
      forecasts: await rowsOf(ledger.forecasts(all)),
    };
  } finally {
    bar?.stop();
  }
}

async function collect<Row>(rows: AsyncIterable<Row>): Promise<readonly Row[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}
