import type { ActorId, CharSpan, PositionId, StatementId } from "../../text/span.ts";
import type { When } from "../time/when.ts";

export const stances = ["supports", "opposes", "conditional", "ambivalent"] as const;
export type Stance = (typeof stances)[number];

/**
 * How the actor stands behind it: `states` a view, `acts` on it (a vote, a decree, a refusal carried out), `will` do
 * it, is `ready` to, `may`, `demands` it of others, has `ruled-out` it.
 */
export const modalities = ["states", "acts", "will", "ready", "may", "demands", "ruled-out"] as const;
export type Modality = (typeof modalities)[number];

/** To whom it is shown: said for everybody to hear, or urged, admitted, offered where others do not hear it. */
export type Audience = "public" | "private";

/**
 * Whose account it is: the actor's own, in its words or by an act that the article tells; another's, who says where
 * the actor stands; or the article's own narration.
 */
export type ToldBy =
  | { readonly kind: "self" }
  | { readonly kind: "article" }
  /** `actor` is null where the text does not say who "they" are. */
  | { readonly kind: "other"; readonly actor: ActorId | null };

/** What showed which issue is meant: words that the codebook lists, or words that are like its examples. */
export type IssueFound =
  | { readonly by: "cue"; readonly span: CharSpan }
  /** Cosine of the words' vector with the nearest of the issue's examples, 0 to 1. */
  | { readonly by: "likeness"; readonly likeness: number };

/** Where somebody stands on an issue of the codebook, as one place of one document tells it. */
export interface Position {
  /** Derived from document, actor, issue and evidence: the same words have the same id in every reading. */
  readonly id: PositionId;
  readonly actor: ActorId;
  /** Id of an issue in the codebook: "ceasefire". */
  readonly issue: string;
  readonly found: IssueFound;
  /** With whom or whose, where the words name one: of talks with a given person that person, of a withdrawal the party to withdraw. */
  readonly counterpart: ActorId | null;
  readonly stance: Stance;
  /** The words that set the conditions; some of them where, and only where, `stance` is conditional. */
  readonly conditions: readonly CharSpan[];
  readonly modality: Modality;
  readonly audience: Audience;
  readonly toldBy: ToldBy;
  /** When the actor took it, where the text says; else null: on the day of the document. */
  readonly when: When | null;
  /** The innermost statement whose content, or whose source and cue, tell it; null where the article does. */
  readonly statement: StatementId | null;
  /** The clause that tells it, the words of the stance in the first. */
  readonly evidence: readonly [CharSpan, ...CharSpan[]];
}
