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
import { collect } from "../collect.ts";
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

/**
 * Reads it all into memory, with a bar on a terminal that somebody watches.
 * @param held the articles to look at, where somebody has read them already.
 */
export async function gatherMaterial(
  ledger: Ledger,
  filter: Omit<DocumentFilter, "limit">,
  terminal: Terminal,
  held: readonly Article[] | null = null,
): Promise<Material> {
  const articles = held ?? (await readArticles(ledger, filter, terminal));
  const within = new Set<string>(articles.map(({ document }) => document.id));
  const rowsOf = async <Row extends { readonly document: { readonly id: string } }>(
    rows: AsyncIterable<Row>,
  ): Promise<readonly Row[]> => (await collect(rows)).filter(({ document }) => within.has(document.id));
  return {
    articles,
    actors: await collect(ledger.actors(filter)),
    statements: await rowsOf(ledger.statements(filter)),
    positions: await rowsOf(ledger.positions(filter)),
    events: await rowsOf(ledger.events(filter)),
    contacts: await rowsOf(ledger.contacts(filter)),
    forecasts: await rowsOf(ledger.forecasts(filter)),
  };
}

async function readArticles(ledger: Ledger, filter: DocumentFilter, terminal: Terminal): Promise<readonly Article[]> {
  const rows = await collect(ledger.documents(filter));
  const bar = terminal.interactive.stderr ? newBar(terminal, "looking at {bar} {value}/{total} articles") : null;
  bar?.start(rows.length, 0);
  try {
    const articles: Article[] = [];
    for (const { id } of rows) {
      articles.push(await ledger.asDecided(await ledger.article(id)));
      bar?.increment();
    }
    return articles;
  } finally {
    bar?.stop();
  }
}
