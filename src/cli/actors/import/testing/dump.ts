/** A small dump as Wikidata makes them, of fictional countries, offices and persons. */

interface Qualified {
  readonly item: string;
  readonly from?: string;
  readonly to?: string;
  readonly jurisdiction?: string;
}

const item = (id: string) => ({ snaktype: "value", datavalue: { type: "wikibase-entityid", value: { id } } });
const text = (value: string) => ({ snaktype: "value", datavalue: { type: "string", value } });
/** YYYY, YYYY-MM or YYYY-MM-DD, with Wikidata's precision of it. */
const time = (date: string) => ({
  snaktype: "value",
  datavalue: {
    type: "time",
    value: {
      time: `+${`${date}-00-00`.slice(0, 10)}T00:00:00Z`,
      precision: { 4: 9, 7: 10, 10: 11 }[date.length as 4 | 7 | 10],
    },
  },
});
const statement = (mainsnak: object, qualifiers: object = []) => ({ mainsnak, qualifiers, rank: "normal" });

function entity(id: string, label: string | null, claims: object, aliases: readonly string[] = []): object {
  return {
    type: "item",
    id,
    labels:
      label === null ? [] : { en: { language: "en", value: label }, de: { language: "de", value: `${label} (de)` } },
    descriptions: [],
    aliases: aliases.length === 0 ? [] : { en: aliases.map((value) => ({ language: "en", value })) },
    claims,
    sitelinks: [],
  };
}

export const country = (id: string, label: string, iso3: string): object =>
  entity(id, label, { P31: [statement(item("Q6256"))], P298: [statement(text(iso3))] });

export const position = (id: string, label: string, of: string | null): object =>
  entity(id, label, {
    P31: [statement(item("Q4164871"))],
    ...(of === null ? {} : { P1001: [statement(item(of))] }),
  });

export interface HumanParts {
  readonly id: string;
  readonly name: string | null;
  readonly aliases?: readonly string[];
  readonly country?: string;
  readonly died?: string;
  readonly held: readonly Qualified[];
}

export const human = ({ id, name, aliases = [], country: of, died, held }: HumanParts): object =>
  entity(
    id,
    name,
    {
      P31: [statement(item("Q5"))],
      ...(of === undefined ? {} : { P27: [statement(item(of))] }),
      ...(died === undefined ? {} : { P570: [statement(time(died))] }),
      P39: held.map(({ item: held, from, to, jurisdiction }) =>
        statement(item(held), {
          ...(from === undefined ? {} : { P580: [time(from)] }),
          ...(to === undefined ? {} : { P582: [time(to)] }),
          ...(jurisdiction === undefined ? {} : { P1001: [item(jurisdiction)] }),
        }),
      ),
    },
    aliases,
  );

/** Persons come before their countries and offices, as they may in a dump. */
const entities: readonly object[] = [
  human({
    id: "Q900001",
    name: "Ilse Varga",
    aliases: ["I. Varga", "Ilse Varga-Lund"],
    country: "Q910001",
    held: [
      { item: "Q920001", from: "2024-03-01" },
      { item: "Q920002", from: "2019-06", to: "2024-02-29" },
    ],
  }),
  human({ id: "Q900002", name: "Otto Brandt", country: "Q910002", held: [{ item: "Q920003", from: "2021" }] }),
  human({ id: "Q900003", name: "Old King", country: "Q910001", died: "1911", held: [{ item: "Q920004", to: "1911" }] }),
  human({ id: "Q900004", name: "Club Head", country: "Q910001", held: [{ item: "Q920005", from: "2020" }] }),
  human({ id: "Q900005", name: null, held: [{ item: "Q920001", from: "2020" }] }),
  human({
    id: "Q900006",
    name: "Mira Holt",
    country: "Q910002",
    held: [{ item: "Q121998", from: "2022", jurisdiction: "Q910002" }],
  }),
  entity("Q930001", "Lake Sund", { P31: [statement(item("Q23397"))] }),
  country("Q910001", "Ostria", "OST"),
  country("Q910002", "Karsk", "KRS"),
  position("Q920001", "President of Ostria", "Q910001"),
  position("Q920002", "Minister of Foreign Affairs of Ostria", "Q910001"),
  position("Q920003", "member of the Karsk Assembly", "Q910002"),
  position("Q920004", "King of Ostria", "Q910001"),
  position("Q920005", "President of the Chess Club of Ostria", "Q910001"),
];

/** As one array, an entity a line. */
export const dump: string = `[\n${entities.map((each) => JSON.stringify(each)).join(",\n")}\n]\n`;
/** As JSON lines. */
export const dumpLines: string = `${entities.map((each) => JSON.stringify(each)).join("\n")}\n`;
