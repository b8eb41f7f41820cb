/** What a query may be given. Lists and records go in as one JSON text, which both drivers pass on untouched. */
export type SqlParameter = string | number | null;

/**
 * One row as it comes from a driver. Both adapters agree on how values look: int8 is a number, date and numeric are
 * strings, json and jsonb are parsed.
 */
export type SqlRow = Readonly<Record<string, unknown>>;

/** Where queries run: a database, or a transaction in it. */
export interface Sql {
  query(text: string, parameters?: readonly SqlParameter[]): Promise<readonly SqlRow[]>;
  /** Several commands in one text, without parameters. */
  script(text: string): Promise<void>;
}

/** The port to a PostgreSQL: embedded or a server. The schema and every query are the same for both. */
export interface Database extends Sql {
  readonly kind: "pglite" | "postgres";
  /**
   * Read committed; rolled back if `body` throws. Inside it only the given `Sql` may be used: the database's own
   * `query` would wait for the transaction's end.
   */
  transaction<T>(body: (sql: Sql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
