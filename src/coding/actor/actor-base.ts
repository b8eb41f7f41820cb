import type { Sector } from "./sector.ts";
export interface Country {
  readonly iso3: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly adjectives: readonly string[];
  readonly people: readonly string[];
  readonly capital: readonly string[];
  readonly governments: readonly GovernmentName[];
}
export interface GovernmentName {
  readonly names: readonly string[];
  readonly body: string;
  readonly sector: Sector;
}
export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: "organization" | "group";
  readonly sector: Sector;
  readonly country: string | null;
}
export interface Tenure {
  readonly country: string | null;
  readonly office: string;
  readonly title: string | null;
  readonly body: string | null;
  readonly sector: Sector;
  readonly from: string | null;
  readonly to: string | null;
}
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country: string | null;
  readonly tenures: readonly Tenure[];
}
export interface ActorBase {
  readonly asOf: string;
  readonly countries: readonly Country[];
  readonly organizations: readonly Organization[];
  readonly persons: readonly Person[];
}
