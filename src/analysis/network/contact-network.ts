import type { ContactStatus } from "../../coding/event/contact.ts";
import type { ContactRow } from "../../ledger/ledger.ts";
import { grouped } from "../grouped.ts";
import { unknownOrigins } from "../origins-behind.ts";
import { ownParty, type Party, type PartyOf } from "../party.ts";
import { byPeriod, order, overlap, type Period, periodOf } from "../period.ts";
import { betweennessOf } from "./betweenness.ts";
import type { ContactNetwork, ContactStanding, NetworkEdge, NetworkOptions, NetworkParty } from "./network.ts";
import { contactStandings } from "./network.ts";

const standings: Readonly<Record<ContactStatus, ContactStanding>> = {
  held: "held",
  planned: "planned",
  proposed: "planned",
  refused: "refused",
  cancelled: "refused",
  denied: "denied",
};

/** A contact with whoever its people speak for. */
interface PartyContact {
  readonly row: ContactRow;
  readonly standing: ContactStanding;
  /** Each once, in order of their keys. */
  readonly parties: readonly Party[];
  /** Null also where it is one of them. */
  readonly mediator: Party | null;
}

/**
 * The network of contacts in a window. Contacts within one party are left out; of three at one table each two are in
 * touch. The order of the rows changes nothing.
 */
export function contactNetwork(rows: Iterable<ContactRow>, options: NetworkOptions = {}): ContactNetwork {
  const { window = null, partyOf = ownParty, originsBehind = unknownOrigins } = options;
  const inWindow = [...rows].filter((row) => isWithin(row, window)).sort(byDay);
  const contacts = inWindow.map((row) => partyContact(row, partyOf));
  const edges = edgesOf(contacts).map(({ between, standing, own: [first, ...others] }): NetworkEdge => {
    const rowsOfEdge = [first.row, ...others.map(({ row }) => row)] as const;
    return {
      between,
      standing,
      contacts: distinctContacts(rowsOfEdge),
      through: throughWhom([first, ...others]),
      rows: rowsOfEdge,
      origins: originsBehind(rowsOfEdge.map(({ document }) => document.id)),
    };
  });
  return {
    window,
    parties: partiesOf(contacts, edges),
    edges,
    open: contacts
      .filter(({ row, parties }) => row.participants.length === 1 && parties.length === 1)
      .map(({ row }) => row),
  };
}

function isWithin({ contact, document }: ContactRow, window: Period | null): boolean {
  if (window === null) return true;
  const period = periodOf(contact.when, document);
  return period !== null && overlap(period, window);
}

const byDay = (a: ContactRow, b: ContactRow): number =>
  byPeriod(periodOf(a.contact.when, a.document), periodOf(b.contact.when, b.document)) ||
  order(a.contact.id, b.contact.id);

function partyContact(row: ContactRow, partyOf: PartyOf): PartyContact {
  const parties = eachOnce(row.participants.map(partyOf)).sort(byKey);
  const mediator = row.mediator === null ? null : partyOf(row.mediator);
  const isOutside = mediator !== null && !parties.some(({ key }) => key === mediator.key);
  return { row, standing: standings[row.contact.status], parties, mediator: isOutside ? mediator : null };
}

const byKey = (a: Party, b: Party): number => order(a.key, b.key);
const eachOnce = (parties: readonly Party[]): Party[] => [
  ...new Map(parties.map((party) => [party.key, party])).values(),
];

type Several<T> = readonly [T, ...T[]];

interface Bundle extends Pick<NetworkEdge, "between" | "standing"> {
  readonly own: Several<PartyContact>;
}

/** By standing, then the parties' keys. */
function edgesOf(contacts: readonly PartyContact[]): readonly Bundle[] {
  const paired = contacts.flatMap((contact) => pairsOf(contact.parties).map((between) => ({ between, contact })));
  const keyOf = ({ between, contact }: (typeof paired)[number]): string =>
    JSON.stringify([contactStandings.indexOf(contact.standing), ...between.map(({ key }) => key)]);
  return [...grouped(paired, keyOf)]
    .sort(([a], [b]) => order(a, b))
    .map(([, [first, ...others]]) => ({
      between: first.between,
      standing: first.contact.standing,
      own: [first.contact, ...others.map(({ contact }) => contact)],
    }));
}

const pairsOf = (parties: readonly Party[]): readonly (readonly [Party, Party])[] =>
  parties.flatMap((party, at) => parties.slice(at + 1).map((other) => [party, other] as const));

/** The most whose days do not overlap: so many contacts there were at least. */
function distinctContacts(rows: readonly ContactRow[]): number {
  const periods = rows.flatMap(({ contact, document }) => (contact.when && periodOf(contact.when, document)) ?? []);
  let [count, end] = [0, ""];
  for (const period of periods.toSorted((a, b) => order(a.to, b.to))) {
    if (period.from <= end) continue;
    count++;
    end = period.to;
  }
  return Math.max(1, count);
}

function throughWhom(contacts: readonly PartyContact[]): readonly Party[] {
  const mediators = contacts.flatMap(({ mediator }) => mediator ?? []);
  const times = (party: Party): number => mediators.filter(({ key }) => key === party.key).length;
  return eachOnce(mediators).sort((a, b) => times(b) - times(a) || byKey(a, b));
}

function partiesOf(contacts: readonly PartyContact[], edges: readonly NetworkEdge[]): readonly NetworkParty[] {
  const held = edges.filter(({ standing }) => standing === "held").map(({ between }) => between);
  const betweenness = betweennessOf(held);
  const all = eachOnce(
    contacts.flatMap(({ parties, mediator }) => (mediator === null ? parties : [...parties, mediator])),
  );
  const described = all.map((party): NetworkParty => {
    const own = contacts.filter(({ mediator }) => mediator?.key === party.key);
    return {
      party,
      degree: held.filter((between) => between.some(({ key }) => key === party.key)).length,
      betweenness: betweenness.get(party.key) ?? 0,
      mediated: contactStandings.flatMap((standing) => {
        const rows = own.filter((contact) => contact.standing === standing).map(({ row }) => row);
        return rows.length === 0 ? [] : [{ standing, rows }];
      }),
    };
  });
  const count = ({ mediated }: NetworkParty): number => mediated.reduce((sum, { rows }) => sum + rows.length, 0);
  return described.sort(
    (a, b) => b.betweenness - a.betweenness || count(b) - count(a) || b.degree - a.degree || byKey(a.party, b.party),
  );
}
