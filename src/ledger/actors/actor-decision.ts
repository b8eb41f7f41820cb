import type { ActorKey, CharSpan, DocumentId } from "../../text/span.ts";

/**
 * What a person decided about an actor, by its key: it is applied to whatever any reading says, and never written into
 * one. A later decision takes the place of an earlier one of its kind on the same actor; the audit keeps both.
 */
export type ActorDecision = ActorRenamed | ActorMerged | ActorUnmerged | ActorSplit;

export interface ActorRenamed {
  readonly kind: "rename";
  readonly actor: ActorKey;
  /** Null takes an earlier name back: the actor has the names that texts and actor base give it. */
  readonly name: string | null;
  readonly note: string | null;
}

/** The one is the other, in every document. */
export interface ActorMerged {
  readonly kind: "merge";
  readonly actor: ActorKey;
  readonly into: ActorKey;
  readonly note: string | null;
}

/** Takes the merge of `actor` into another back. */
export interface ActorUnmerged {
  readonly kind: "unmerge";
  readonly actor: ActorKey;
  readonly note: string | null;
}

/** In one document, mentions that were taken for `actor` are somebody else. */
export interface ActorSplit {
  readonly kind: "split";
  readonly actor: ActorKey;
  readonly document: DocumentId;
  /** The mentions meant, each known by any part of its span; empty: all of them. */
  readonly spans: readonly CharSpan[];
  /** Who they are: an actor the ledger has, or a key of their own. `actor` itself takes earlier splits back. */
  readonly into: ActorKey;
  readonly note: string | null;
}

/** A key for mentions that are somebody whom no other document is known to speak of, by the first of them. */
export const splitKey = (document: DocumentId, { start }: CharSpan): ActorKey =>
  `split:${document}:${start}` as ActorKey; // the door through which words become a key
