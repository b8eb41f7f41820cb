import type { Known } from "./actor-index.ts";
import type { OfficeNoun } from "./office-lexicon.ts";
import type { Sector } from "./sector.ts";

/** What the words of one mention say by themselves, without the rest of the text. */
export interface Description {
  readonly sentence: number;
  /** Tokens of the mention, both inclusive, and the one that its sentence hangs it by. */
  readonly first: number;
  readonly last: number;
  readonly head: number;
  /** Tokens at which `ActorsInText.at` gives this mention. */
  readonly tokens: readonly number[];
  readonly says: Says;
}

export type Says =
  /** "Foreign Minister Teo Castellin", "Castellin". */
  | ({
      readonly kind: "person";
      readonly name: readonly string[];
      readonly known: readonly Known[];
      readonly offices: readonly OfficeNoun[];
      readonly honorific: string | null;
    } & Affiliated)
  /** A capitalised name of something that is not known: type is the parser's guess. */
  | ({
      readonly kind: "name";
      readonly name: readonly string[];
      readonly guess: "person" | "organization" | "place" | null;
      readonly isPlace: boolean;
    } & Affiliated)
  | {
      readonly kind: "known";
      readonly known: readonly [Known, ...Known[]];
      readonly isModifier: boolean;
      readonly isPlace: boolean;
    }
  /** "the Velmaran foreign minister", "a senior official", "the ministry", "sources". */
  | ({
      readonly kind: "noun";
      readonly nouns: readonly OfficeNoun[];
      readonly noun: string;
      readonly isPlural: boolean;
      readonly definite: "definite" | "indefinite" | "bare";
      readonly isCapital: boolean;
      /** "a second official". */
      readonly isOther: boolean;
      readonly isPlace: boolean;
    } & Affiliated)
  | { readonly kind: "pronoun"; readonly pronoun: string; readonly isPossessive: boolean }
  /** Names joined by "and", of which each is a mention of its own. */
  | { readonly kind: "group" };

export interface Affiliated {
  /** ISO 3166-1 alpha-3 of the countries among its modifiers. */
  readonly countries: readonly string[];
  /** Bodies and organisations among its modifiers: "State Department", "foreign ministry". */
  readonly bodies: readonly Body[];
  /** Token of whom it belongs to: "Putin" of "Putin's adviser". */
  readonly possessor: number | null;
}

export interface Body {
  readonly name: string;
  readonly sector: Sector | null;
  /** Of the actor base. */
  readonly organization: string | null;
}
