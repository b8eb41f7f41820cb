import type { ActorId, CharSpan, ContactId, EventId } from "../../text/span.ts";
import type { When } from "../time/when.ts";

export type ContactForm = "meeting" | "call" | "visit" | "talks" | "message" | "backchannel";
export type ContactStatus = "held" | "planned" | "proposed" | "refused" | "denied" | "cancelled";

/** Parties in touch with each other, once however often the document tells of it. */
export interface Contact {
  /** Derived from document and evidence. */
  readonly id: ContactId;
  /** The CONSULT event that tells it, where one does; a noun ("the talks in Turkey") alone may, too. */
  readonly event: EventId | null;
  /** Two or more, or one where the text leaves the other unsaid. */
  readonly participants: readonly [ActorId, ...ActorId[]];
  readonly form: ContactForm;
  readonly status: ContactStatus;
  /** Who mediates or hosts. */
  readonly mediator: ActorId | null;
  readonly when: When | null;
  readonly place: CharSpan | null;
  /** What it was about, in the text's words. */
  readonly about: CharSpan | null;
  /** What came of it, in the text's words: "without an agreement reached". */
  readonly outcome: CharSpan | null;
  /** One for each sentence that tells of it, the fullest first. */
  readonly evidence: readonly [CharSpan, ...CharSpan[]];
}
