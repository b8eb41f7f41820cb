import type { ForecastState, JoinedForecast } from "../../../analysis/forecasts.ts";
import { byPeriod, periodOf } from "../../../analysis/period.ts";
import type { ContactRow } from "../../../ledger/ledger.ts";
import { originsTold } from "../../analysis-rows.ts";
import { holderOf, horizonTold, likelihoodWords, stateTold } from "../../forecast-rows.ts";
import { namesOf } from "../../record-rows.ts";
import { counted, daysWords } from "../../wording.ts";
import { type DraftFinding, type DraftSection, phrases } from "./finding.ts";

/** "What to watch": forecasts that are due, those still open, and meetings that were planned for a day to come. */
export function watchSection(
  forecasts: readonly JoinedForecast[],
  contacts: readonly ContactRow[],
  today: string,
): DraftSection {
  const inState = (wanted: ForecastState) => forecasts.filter(({ state }) => state === wanted);
  const group = (title: string, joined: readonly JoinedForecast[]): readonly DraftFinding[] =>
    joined.length === 0 ? [] : [{ title, facts: [], evidence: joined.map((one) => forecastEvidence(one, today)) }];
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

/** As the first article tells it; of the others that do their number, and how independent they are. */
function forecastEvidence({ rows: [first, ...others], origins }: JoinedForecast, today: string) {
  const { forecast, document, words } = first;
  const told = others.length === 0 ? null : `told in ${counted(others.length + 1, "place")}, ${originsTold(origins)}`;
  return {
    document,
    spans: forecast.content,
    words: words.content,
    label: `${holderOf(first)}: ${likelihoodWords[forecast.likelihood]}`,
    facts: phrases(`horizon: ${horizonTold(first)}`, stateTold(first, today), told),
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
