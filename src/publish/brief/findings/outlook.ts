import type { Outlook, OutlookPoint, Signal } from "../../../analysis/outlook/outlook.ts";
import type { PartyOf } from "../../../analysis/party.ts";
import { originsTold } from "../../analysis-rows.ts";
import { counted } from "../../wording.ts";
import { type DraftFinding, type DraftSection, type EvidenceParts, phrases } from "./finding.ts";
import { positionEvidence } from "./positions.ts";

/** Signals shown of a pair: the latest, the strongest of a day first. */
const SIGNALS = 6;

/** "Outlook": for each pair the index of openness over time, with how far it may be trusted, and its latest signals. */
export function outlookSection(outlooks: readonly Outlook[], partyOf: PartyOf): DraftSection {
  return {
    id: "outlook",
    title: "Openness between the parties",
    note: "An index of what the press tells, −1 (signals of closure alone) to 1 (of openness alone), with the band in which it may lie for so few independent origins. It is no prophecy.",
    findings: outlooks.map((one) => outlookFinding(one, partyOf)),
    empty: "No pair of parties has signals of openness or closure.",
  };
}

function outlookFinding({ pair, step, points }: Outlook, partyOf: PartyOf): DraftFinding {
  const told = points.filter(({ index }) => index !== null);
  const signals = told
    .toReversed()
    .flatMap(({ signals: own }) => own.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)));
  return {
    title: pair.map(({ name }) => name).join(" – "),
    facts: [`by ${step}`, ...told.map(pointTold)],
    evidence: signals.slice(0, SIGNALS).map((signal) => signalEvidence(signal, partyOf)),
  };
}

/** "2031-03-03: +0.40 (−0.10 to 0.90; 2 origins, 5 signals)". */
function pointTold({ period, index, band, origins, signals }: OutlookPoint): string {
  const within = band === null ? "" : `${signed(band.low)} to ${signed(band.high)}; `;
  return `${period.from}: ${signed(index ?? 0)} (${within}${originsTold(origins)}, ${counted(signals.length, "signal")})`;
}

const signed = (value: number): string => `${value < 0 ? "−" : value > 0 ? "+" : ""}${Math.abs(value).toFixed(2)}`;

function signalEvidence(signal: Signal, partyOf: PartyOf): EvidenceParts {
  const sign = signal.weight > 0 ? "▲ open" : "▼ closed";
  if (signal.kind === "position") return positionEvidence(signal.row, partyOf, `${sign}, ${signal.by.name}`);
  const { event, document, words } = signal.row;
  return {
    document,
    spans: event.evidence,
    words: words.evidence,
    label: `${sign}, ${signal.by.name}: ${signal.period.from} ${event.type}, ${event.status}`,
    facts: phrases(`towards ${signal.towards.name}`),
    cautions: [],
  };
}
