import { getCountryDataList } from "countries-list";
import type { Person, Tenure } from "../../../coding/actor/actor-base.ts";
import type { OfficeLexicon } from "../../../coding/actor/office-lexicon.ts";
import { foldName } from "../../../ledger/fold.ts";
import { type CountryNamed, officeOf, type PositionOffice } from "./position-office.ts";
import type { ItemId, WikidataHuman, WikidataItem } from "./wikidata-entity.ts";
import { wellKnownCountries, wellKnownPositions } from "./wikidata-tables.ts";

const iso3Of = new Map(getCountryDataList().map(({ iso2, iso3 }): [string, string] => [iso2, iso3]));

/**
 * What a dump says of countries and positions, gathered as it is read: small, however long the dump is, as an item that
 * is neither a country nor holds a word for an office is let go.
 */
export class DumpItems {
  readonly #lexicon: OfficeLexicon;
  readonly #countries = new Map<ItemId, string>(wellKnownCountries);
  readonly #names = new Map<string, string>();
  readonly #positions = new Map<ItemId, Pick<WikidataItem, "label" | "jurisdiction">>();

  /** `names`: countries' ISO codes by name. */
  constructor(lexicon: OfficeLexicon, names: Iterable<readonly [name: string, iso3: string]>) {
    this.#lexicon = lexicon;
    for (const [name, iso3] of names) this.#names.set(foldName(name), iso3);
    for (const [id, label] of wellKnownPositions) this.#positions.set(id, { label, jurisdiction: null });
  }

  add({ id, label, iso3, iso2, jurisdiction }: WikidataItem): void {
    const code = iso3 ?? iso3Of.get(iso2 ?? "") ?? null;
    if (code !== null && /^[A-Z]{3}$/u.test(code)) {
      this.#countries.set(id, code);
      if (label !== null) this.#names.set(foldName(label), code);
    } else if (label !== null && this.#mayBeOffice(label)) this.#positions.set(id, { label, jurisdiction });
  }

  country(id: ItemId | null): string | null {
    return id === null ? null : (this.#countries.get(id) ?? null);
  }

  /** To be asked once the whole dump was read: a country may stand behind its offices. */
  office(id: ItemId): (PositionOffice & { readonly jurisdiction: string | null }) | null {
    const position = this.#positions.get(id);
    const office = position?.label ? officeOf(position.label, this.#lexicon, this.#countryNamed) : null;
    return office && { ...office, jurisdiction: this.country(position?.jurisdiction ?? null) };
  }

  readonly #countryNamed: CountryNamed = (name) => this.#names.get(foldName(name)) ?? null;

  #mayBeOffice(label: string): boolean {
    return (
      /\b(?:member|deputy|senator|representative)\b/iu.test(label) ||
      foldName(label)
        .replace(/-/gu, " ")
        .split(" ")
        .some((word) => this.#lexicon.longestFrom.has(word))
    );
  }
}

/** A person's years: whoever left office before `since` is of no use for what the press says after it. */
export function isSince({ positions, born, died }: WikidataHuman, since: number): boolean {
  if (died !== null && died < since) return false;
  const ends = positions.flatMap(({ from, to }) => (to === null && from === null ? [] : [to]));
  if (ends.length === 0) return born !== null && born >= since - 90;
  return ends.some((to) => to === null || Number(to.slice(0, 4)) >= since);
}

/** Null for whoever held no office that the actor base knows. */
export function personOf(human: WikidataHuman, items: DumpItems): Person | null {
  const country = human.countries.map((id) => items.country(id)).find((code) => code !== null) ?? null;
  const tenures = human.positions.flatMap(({ position, from, to, jurisdiction }): readonly Tenure[] => {
    const found = items.office(position);
    if (found === null) return [];
    const { office, title, body, sector } = found;
    const where = items.country(jurisdiction) ?? found.jurisdiction ?? found.country ?? country;
    return [{ country: sector === "IGO" ? null : where, office, title, body, sector, from, to }];
  });
  if (tenures.length === 0) return null;
  const { id, name, aliases } = human;
  return { id: id.toLowerCase(), name, aliases, country: country ?? tenures[0]?.country ?? null, tenures };
}
