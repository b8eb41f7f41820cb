import type { ActorId, ActorKey, CharSpan } from "../../text/span.ts";
import type { Sector } from "./sector.ts";

export type ActorType = "person" | "government" | "organization" | "group" | "anonymous";

/** Words of the text that stand for an actor. */
export interface Mention extends CharSpan {
  readonly kind: "name" | "nominal" | "pronoun";
  /** Where the words name a place and nobody acts or speaks by them: "a trip to Kyiv". */
  readonly asPlace: boolean;
}

/**
 * Someone a document speaks of and who acts, speaks, or is acted on: a person, a government, an organisation, a group
 * of them, or a source whose name is not given.
 */
export interface Actor {
  /** "a1", "a2" … by first mention: unique within its document. */
  readonly id: ActorId;
  /** The same in every document that speaks of the same actor; an anonymous source has one of its document alone. */
  readonly key: ActorKey;
  /** Of the actor base (`codebook/actors/`, or imported), where the actor is known there; null otherwise. */
  readonly base: string | null;
  /** The base's name, else the fullest that the text gives; for an anonymous source its descriptor. */
  readonly name: string;
  readonly type: ActorType;
  /** ISO 3166-1 alpha-3; null where neither text nor base tell, or for international bodies. */
  readonly country: string | null;
  /** "president", "foreign minister": as of the document's date, or as the text puts it. */
  readonly role: string | null;
  readonly sector: Sector | null;
  /** Whether one or several are meant: "a second official", "two officials". */
  readonly number: "one" | "several";
  /** How an anonymous source knows: "familiar with the discussions". */
  readonly knowledge: CharSpan | null;
  /** Who a group is made of, where the text names them: "Macron and Scholz". */
  readonly members: readonly ActorId[];
  /** In text order, at least one. */
  readonly mentions: readonly [Mention, ...Mention[]];
}
