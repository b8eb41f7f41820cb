import { byPeriod, periodOf } from "../../../analysis/period.ts";
import type { ContactRow, ForecastRow } from "../../../ledger/ledger.ts";
import { holderOf, horizonTold, likelihoodWords, stateOf, stateTold } from "../../forecast-rows.ts";
import { namesOf } from "../../record-rows.ts";
import { daysWords } from "../../wording.ts";
import { type DraftFinding, type DraftSection, phrases } from "./finding.ts";

/** "What to watch": forecasts that are due, those still open, and meetings that were planned for a day to come. */
export function watchSection(
  forecasts: readonly ForecastRow[],
  contacts: readonly ContactRow[],
  today: string,
): DraftSection {
  const inState = (state: ReturnType<typeof stateOf>) => forecasts.filter((row) => stateOf(row, today) === state);
  const group = (title: string, rows: readonly ForecastRow[]): readonly DraftFinding[] =>
    rows.length === 0 ? [] : [{ title, facts: [], evidence: rows.map((row) => forecastEvidence(row, today)) }];
  return {
    id: "watch",
    title: "What to watch",
    note: `Forecasts with their holders and horizons, as of ${today}. Whether one came true is for a person to say: parley forecasts resolve.`,
    findings: [
      ...group("Due: the horizon is over", inState("due")),
      ...group("Open", inState("open")),
      ...plannedGroup(contacts, today),
      ...group("Resolved", inState("resolved")),
    ],
    empty: "No forecast is told.",
  };
}

function forecastEvidence(row: ForecastRow, today: string) {
  const { forecast, document, words } = row;
  return {
    document,
    spans: forecast.content,
    words: words.content,
    label: `${holderOf(row)}: ${likelihoodWords[forecast.likelihood]}`,
    facts: phrases(`horizon: ${horizonTold(row)}`, stateTold(row, today)),
    cautions: phrases(forecast.horizon === null && "no time set: it stays open"),
  };
}

function plannedGroup(contacts: readonly ContactRow[], today: string): readonly DraftFinding[] {
  const planned = contacts
    .filter(({ contact }) => contact.status === "planned" && (contact.when?.to ?? "") >= today)
    .toSorted((a, b) => byPeriod(periodOf(a.contact.when, a.document), periodOf(b.contact.when, b.document)));
  if (planned.length === 0) return [];
  const evidence = planned.map(({ contact, document, words, participants }) => ({
    document,
    spans: contact.evidence,
    words: words.evidence,
    label: `${(contact.when && daysWords(contact.when)) ?? words.when ?? "no day"}: ${contact.form}`,
    facts: phrases(namesOf(participants), words.place),
    cautions: [],
  }));
  return [{ title: "Planned contacts", facts: [], evidence }];
}
