import type { Person } from "../../coding/actor/actor-base.ts";
import { foldName } from "../../ledger/fold.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { readActorBase } from "../codebook.ts";

/**
 * The persons imported into a ledger, for the reading of what is added to it: plain data, as `FurtherActors` asks. Those
 * whom the actor base has under an id of its own are left out, or every name of theirs would be of two.
 */
export async function knownPersons(ledger: Ledger): Promise<readonly Person[]> {
  const imported = await ledger.knownActors();
  return imported.length === 0 ? [] : withoutKnown(imported, readActorBase().persons);
}

/** Without those that `base` has by one of their names in the same country under another id. */
export function withoutKnown(persons: readonly Person[], base: readonly Person[]): readonly Person[] {
  const known = new Map(base.flatMap((person) => namesOf(person).map((name) => [name, person.id] as const)));
  return persons.filter((person) => namesOf(person).every((name) => (known.get(name) ?? person.id) === person.id));
}

const namesOf = ({ name, aliases, country }: Person): readonly string[] =>
  [name, ...aliases].filter((each) => each.includes(" ")).map((each) => `${country ?? ""} ${foldName(each)}`);
