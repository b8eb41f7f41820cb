import type { ActorId, CharSpan, EventId, StatementId } from "../../text/span.ts";
import type { When } from "../time/when.ts";

/** PLOVER's event types. Open Event Data Alliance, PLOVER codebook (2021). */
export const eventTypes = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
] as const;
export type EventType = (typeof eventTypes)[number];

/** PLOVER's contexts: what an event is about, whatever its type. */
export const eventContexts = [
  "asylum",
  "cbrn",
  "corruption",
  "crime",
  "cyber",
  "democracy",
  "diplomatic",
  "economic",
  "election",
  "executive",
  "human_rights",
  "human_security",
  "humanitarian",
  "intelligence",
  "legal",
  "military",
  "peacekeeping",
  "political_institutions",
  "pro_autocracy",
  "refugee",
  "religion_ethnicity",
  "resource",
  "rights_freedoms",
  "terrorism",
] as const;
export type EventContext = (typeof eventContexts)[number];

/** Whether the text tells an event as something that took place. */
export type EventStatus = "happened" | "planned" | "demanded" | "denied" | "hypothetical";

export interface Event {
  /** Derived from document, type and evidence: the same words have the same id in every reading. */
  readonly id: EventId;
  readonly type: EventType;
  /** PLOVER's mode of the type ("visit", "third-party"), where the words tell. */
  readonly mode: string | null;
  readonly contexts: readonly EventContext[];
  readonly actors: readonly ActorId[];
  readonly recipients: readonly ActorId[];
  readonly status: EventStatus;
  readonly when: When | null;
  /** The words that name where. */
  readonly place: CharSpan | null;
  /** The word or words that name the event: "signed", "call". */
  readonly trigger: CharSpan;
  /** The clause that tells it; the first holds the trigger. */
  readonly evidence: readonly [CharSpan, ...CharSpan[]];
  /** The innermost statement whose content tells the event; null where the article itself does. */
  readonly statement: StatementId | null;
}
