import type { ActorId, CharSpan, StatementId } from "../../text/span.ts";
import type { When } from "../time/when.ts";
import type { ContactForm, ContactStatus } from "./contact.ts";

/** One telling of a contact, by a verb ("met") or a noun ("a three-way call"). */
export interface ContactMention {
  /** Index of the sentence, and in it of the word that names the contact. */
  readonly sentence: number;
  readonly token: number;
  readonly form: ContactForm;
  readonly status: ContactStatus;
  /** Those who act where the words tell ("X called Y": X), in text order; else all who take part. */
  readonly initiators: readonly ActorId[];
  readonly others: readonly ActorId[];
  readonly mediator: ActorId | null;
  readonly when: When | null;
  readonly place: CharSpan | null;
  readonly about: CharSpan | null;
  readonly outcome: CharSpan | null;
  /** The clause that tells it. */
  readonly evidence: CharSpan;
  /** The innermost statement whose content tells it. */
  readonly statement: StatementId | null;
}
