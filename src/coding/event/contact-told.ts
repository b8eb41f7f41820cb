import type { ActorId } from "../../text/span.ts";
import type { ContactForm } from "./contact.ts";
import type { ContactVerb } from "./contact-lexicon.ts";

/** A contact that a word tells of, before it is known how it stands. */
export interface Told {
  readonly token: number;
  readonly form: ContactForm;
  readonly initiators: readonly ActorId[];
  readonly others: readonly ActorId[];
  /** Tokens of those who arrange it. */
  readonly arrangers: readonly number[];
  /** The token that names the place gone to. */
  readonly place: number | null;
  /** Words of which the details may hang: the one that names the contact first. */
  readonly words: readonly number[];
  /** Whether those who take part may be the ones of a contact told before: "those talks", "the sides met". */
  readonly isDefinite: boolean;
  /** Whether they are named only as "the sides" or "the ministers". */
  readonly isSides: boolean;
  /** Whether it is another one of those who were in contact before: "a second meeting". */
  readonly isAnother: boolean;
  readonly verb: ContactVerb | null;
}
