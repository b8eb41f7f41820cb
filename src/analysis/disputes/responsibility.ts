import type { EventRow } from "../../ledger/ledger.ts";
import { wordsIn } from "../content-words.ts";
import { grouped } from "../grouped.ts";
import type { PartyOf } from "../party.ts";
import { order, publishedOn } from "../period.ts";
import type { Account } from "./account.ts";
import type { Conflict } from "./dispute.ts";
import type { DisputeLexicon } from "./dispute-lexicon.ts";

/** Two accusations further apart in their text than this are of two matters. UTF-16 code units. */
const nearby = 600;

/** Two parties that lay one thing at each other's door: each accuses the other, beside each other in one document. */
export function responsibilityConflicts(
  events: Iterable<EventRow>,
  partyOf: PartyOf,
  { blaming }: DisputeLexicon,
): readonly Conflict[] {
  const blames = [...events].filter(({ event: { type, status }, words }) => {
    if (type !== "ACCUSE" || status !== "happened") return false;
    return wordsIn(words.trigger).some(({ stem }) => blaming.has(stem));
  });
  return [...grouped(blames, ({ document }) => document.id).values()].flatMap((rows) => {
    const sorted = rows.toSorted(
      (a, b) => a.event.trigger.start - b.event.trigger.start || order(a.event.id, b.event.id),
    );
    return sorted.flatMap((one, at) => {
      const other = sorted.slice(at + 1).find((later) => isNear(one, later) && isReturned(one, later, partyOf));
      return other === undefined ? [] : [conflict(one, other)];
    });
  });
}

const isNear = ({ event: a }: EventRow, { event: b }: EventRow): boolean => b.trigger.start - a.trigger.start <= nearby;

/** The accused of the one accuses its accuser. */
function isReturned(one: EventRow, other: EventRow, partyOf: PartyOf): boolean {
  const keys = (actors: EventRow["actors"]): readonly string[] => actors.map((actor) => partyOf(actor).key);
  const [by, to] = [keys(one.actors), keys(one.recipients)];
  const [backBy, backTo] = [keys(other.actors), keys(other.recipients)];
  const meets = (a: readonly string[], b: readonly string[]): boolean => a.some((key) => b.includes(key));
  return meets(by, backTo) && meets(to, backBy) && !meets(by, backBy);
}

const conflict = (one: EventRow, other: EventRow): Conflict => ({
  cause: "responsibility",
  kind: "tension",
  about: [one, other].map(({ words }) => words.trigger).join(", "),
  accounts: [eventAccount(one), eventAccount(other)],
});

function eventAccount(row: EventRow): Account {
  const { event, document, actors, words } = row;
  const [actor] = actors;
  return {
    key: event.id,
    document,
    day: publishedOn(document),
    by: actor === undefined ? { kind: "outlet", outlet: document.outlet } : { kind: "actor", actor },
    cue: "",
    words: words.evidence,
    spans: event.evidence,
    row,
  };
}
