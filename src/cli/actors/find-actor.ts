import { foldName } from "../../ledger/fold.ts";
import type { ActorRow, Ledger } from "../../ledger/ledger.ts";
import { ParleyError } from "../../text/errors.ts";
import type { ActorKey } from "../../text/span.ts";

/** Somebody a command is told of. */
export interface FoundActor {
  readonly key: ActorKey;
  readonly name: string;
  /** Null for one that was imported and that no document speaks of. */
  readonly row: ActorRow | null;
}

/** So many are named where a name fits several. */
const named = 8;

/**
 * The actor with a key, else the one whose name these words are, else the one that texts name by them, else the only one
 * of whose names they are a part.
 * @throws ParleyError PARLEY_LEDGER_NOT_FOUND, PARLEY_ACTOR_AMBIGUOUS
 */
export async function findActor(ledger: Ledger, words: string): Promise<FoundActor> {
  const rows: ActorRow[] = [];
  for await (const row of ledger.actors({ actor: words })) rows.push(row);
  const [only, ...others] = closest(rows, words);
  if (only !== undefined && others.length === 0) return { key: only.key, name: only.name, row: only };
  if (only !== undefined) throw ambiguous(words, [only, ...others]);
  const imported = (await ledger.knownActors()).filter(
    ({ id, name, aliases }) => `person:${id}` === words || [name, ...aliases].some((each) => isSame(each, words)),
  );
  const candidates = imported.map(({ id, name }) => ({ key: `person:${id}` as ActorKey, name, row: null }));
  const [person, ...more] = candidates;
  if (person !== undefined && more.length === 0) return person;
  if (person !== undefined) throw ambiguous(words, candidates);
  throw new ParleyError("PARLEY_LEDGER_NOT_FOUND", `no actor has the key or name ${JSON.stringify(words)}`);
}

/** Those whom the words fit best. */
function closest(rows: readonly ActorRow[], words: string): readonly ActorRow[] {
  const tests: readonly ((row: ActorRow) => boolean)[] = [
    ({ key, merged }) => key === words || merged.includes(words as ActorKey),
    ({ name }) => isSame(name, words),
    ({ names }) => names.some((name) => isSame(name, words)),
    () => true,
  ];
  for (const test of tests) {
    const fitting = rows.filter(test);
    if (fitting.length > 0) return fitting;
  }
  return [];
}

const isSame = (name: string, words: string): boolean => foldName(name) === foldName(words);

export function ambiguous(words: string, actors: readonly Pick<FoundActor, "key" | "name">[]): ParleyError {
  const shown = actors.slice(0, named).map(({ key, name }) => `${name} (${key})`);
  const more = actors.length > named ? `, and ${actors.length - named} more` : "";
  return new ParleyError(
    "PARLEY_ACTOR_AMBIGUOUS",
    `${JSON.stringify(words)} fits ${actors.length} actors: ${shown.join(", ")}${more}`,
  );
}
