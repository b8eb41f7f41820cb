import type { ContactNetwork, NetworkEdge, NetworkParty } from "../../../analysis/network/network.ts";
import type { PartyOf } from "../../../analysis/party.ts";
import type { ContactRow, PositionRow } from "../../../ledger/ledger.ts";
import { namesOf } from "../../record-rows.ts";
import { counted } from "../../wording.ts";
import { type DraftFinding, type DraftSection, type EvidenceParts, phrases } from "./finding.ts";
import { positionEvidence } from "./positions.ts";

/** The issue under which the shipped codebook has offers to mediate. */
const MEDIATION = "mediation";

/** Contacts shown of a mediator: those it mediated, then its own. */
const CONTACTS = 6;

/**
 * "Mediators": who mediated, hosted or offered to, and where others stand on that: by what contacts tell, and by
 * positions on mediation.
 */
export function mediatorSection(
  network: ContactNetwork,
  positions: readonly PositionRow[],
  partyOf: PartyOf,
): DraftSection {
  const offers = positions.filter(({ position }) => position.issue === MEDIATION);
  const between = new Map(network.parties.map((one) => [one.party.key, one]));
  const keys = new Map<string, string>();
  for (const { party, mediated } of network.parties) if (mediated.length > 0) keys.set(party.key, party.name);
  for (const row of offers) {
    const party = partyOf(row.actor);
    if (!keys.has(party.key)) keys.set(party.key, party.name);
  }
  return {
    id: "mediators",
    title: "Mediators and go-betweens",
    note: "Who mediated, hosted or offered to, by what is told of contacts and of stands on mediation. Betweenness: the share of the shortest ways between other parties that lead through this one.",
    findings: [...keys].map(([key, name]) =>
      finding(
        name,
        between.get(key) ?? null,
        network.edges.filter(
          ({ standing, between: pair }) => standing === "held" && pair.some((one) => one.key === key),
        ),
        offers.filter((row) => partyOf(row.actor).key === key),
        partyOf,
      ),
    ),
    empty: "No mediator is told of.",
  };
}

function finding(
  name: string,
  one: NetworkParty | null,
  edges: readonly NetworkEdge[],
  offers: readonly PositionRow[],
  partyOf: PartyOf,
): DraftFinding {
  const mediated = one?.mediated.flatMap(({ rows }) => rows) ?? [];
  const others = edges.flatMap(({ rows }) => rows).filter((row) => !mediated.includes(row));
  const contacts = [...mediated, ...new Set(others)].slice(0, CONTACTS);
  return {
    title: name,
    facts: phrases(
      ...(one?.mediated ?? []).map(({ standing, rows }) => `${counted(rows.length, "contact")} ${standing}`),
      one !== null && one.betweenness > 0 && `betweenness ${one.betweenness.toFixed(2)}`,
      one !== null && one.degree > 0 && `in touch with ${one.degree === 1 ? "1 party" : `${one.degree} parties`}`,
    ),
    evidence: [...contacts.map(contactEvidence), ...offers.map((row) => positionEvidence(row, partyOf, MEDIATION))],
  };
}

const contactEvidence = ({ contact, document, words, participants }: ContactRow): EvidenceParts => ({
  document,
  spans: contact.evidence,
  words: words.evidence,
  label: `${contact.form}, ${contact.status}`,
  facts: phrases(namesOf(participants), words.place, words.outcome !== null && `outcome: ${words.outcome}`),
  cautions: [],
});
