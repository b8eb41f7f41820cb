import type { Actor, ActorType } from "../coding/actor/actor.ts";
import type { ContactStatus } from "../coding/event/contact.ts";
import type { EventStatus } from "../coding/event/event.ts";
import type { Quotation, Sourcing, Statement } from "../coding/statement/statement.ts";
import type { Damage, DateCandidate, DateSource, Document, Origin, RegionKind } from "../document/document.ts";
import { isSameOutlet } from "../document/outlet-names.ts";
import type { CharSpan } from "../text/span.ts";

export const quotationWords: Readonly<Record<Quotation, string>> = {
  direct: "direct",
  indirect: "indirect",
  mixed: "mixed",
};

export const sourcingWords: Readonly<Record<Sourcing, string>> = {
  "on-record": "on record",
  anonymous: "anonymous",
  documentary: "documentary",
};

export const damageWords: Readonly<Record<Damage, string>> = {
  "quotes-stripped": "quotation marks stripped",
  "apostrophes-stripped": "apostrophes stripped",
};

const orderWords = "the sentences cannot stand in the order in which they were published";

const dateSourceWords: Readonly<Record<DateSource, string>> = {
  user: "as the user gave it",
  sidecar: "from the record or sidecar",
  "structured-data": "from the page’s structured data",
  "meta-tag": "from the page’s metadata",
  "time-element": "from the page’s time element",
  url: "from the address",
  "record-line": "from a record line",
  dateline: "from the dateline",
  byline: "from the visible text",
};

export const originBasisWords: Readonly<Record<Origin["basis"], string>> = {
  relay: "told to",
  dateline: "dateline",
  "credit-line": "credit line",
  "url-path": "address",
  "first-reported": "first reported by",
  "canonical-link": "canonical link",
  metadata: "metadata",
};

const months = "January February March April May June July August September October November December".split(" ");

/** `2031-03-09` as "9 March 2031", `2031-03` as "March 2031", `2031` as it is. Anything else unchanged. */
export function dateWords(value: string): string {
  const [year, month, day] = value.split("-");
  const name = months[Number(month) - 1];
  if (!year || !name) return value;
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}

/** The days that words mean: "9 March 2031", "1 March 2031 – 31 March 2031", "since …", "until …"; null where none is known. */
export function daysWords({ from, to }: { readonly from: string | null; readonly to: string | null }): string | null {
  if (from === null) return to === null ? null : `until ${dateWords(to)}`;
  if (to === null) return `since ${dateWords(from)}`;
  return from === to ? dateWords(from) : `${dateWords(from)} – ${dateWords(to)}`;
}

/** The same for a column: "2031-03-09", "2031-03-01 – 2031-03-31", "2031-03-01 –". */
export function daysShort({ from, to }: { readonly from: string | null; readonly to: string | null }): string | null {
  if (from === null && to === null) return null;
  return from === to && from !== null ? from : `${from ?? ""} – ${to ?? ""}`.trim();
}

export const actorTypeWords: Readonly<Record<ActorType, string>> = {
  person: "person",
  government: "government",
  organization: "organisation",
  group: "group",
  anonymous: "unnamed source",
};

/** Statuses that mean a thing took place; every other is told as what it is. */
export const isFact = (status: EventStatus | ContactStatus): boolean => status === "happened" || status === "held";

/** "foreign minister, OST, GOV": what is known of an actor beside its name; its type where nothing is. */
export function actorFacts({
  type,
  role,
  country,
  sector,
}: Pick<Actor, "type" | "role" | "country" | "sector">): string {
  const kind = type === "person" ? [] : [actorTypeWords[type]];
  const known = [...kind, role, country, sector].filter((fact) => fact !== null);
  return known.length === 0 ? actorTypeWords[type] : known.join(", ");
}

/** Whom a statement's source refers to; null where that is not resolved. */
export const speakerOf = <Known extends Pick<Actor, "id">>(
  { source }: Pick<Statement, "source">,
  actors: readonly Known[],
): Known | null => (source.actor === null ? null : (actors.find(({ id }) => id === source.actor) ?? null));

/** True where words name an actor as the ledger does, or it has no name but such words. */
export const isNamedBy = ({ name, type }: Pick<Actor, "name" | "type">, words: string): boolean =>
  type === "anonymous" || words.toLowerCase().includes(name.toLowerCase());

/** The date with its precision, where it is not a day, and what it rests on: "March 2031 (month only; from the address: …)". */
export function publishedWords(published: DateCandidate | null): string {
  if (!published) return "no date";
  const precision = published.precision === "day" ? "" : `${published.precision} only; `;
  return `${dateWords(published.value)} (${precision}${dateSourceWords[published.source]}: ${published.evidence})`;
}

/** "Meridian Wire (told to: “told Meridian”)". */
export const originWords = (origin: Origin): string =>
  `${origin.outlet} (${originBasisWords[origin.basis]}: “${origin.evidence}”)`;

/** True where the text names another outlet than the one that published it as the first to report. */
export const isReprint = (document: Document): boolean =>
  document.origin !== null && (document.outlet === null || !isSameOutlet(document.origin.outlet, document.outlet));

/** What a reader of this document must bear in mind, a phrase each; empty where there is nothing. */
export function damageOf(document: Pick<Document, "damage" | "order">): readonly string[] {
  return [
    ...document.damage.map((damage) => damageWords[damage]),
    ...(document.order === "suspect" ? [orderWords] : []),
  ];
}

export const titleOf = (document: Pick<Document, "title">): string => document.title ?? "(no title)";
export const outletOf = (document: Pick<Document, "outlet">): string => document.outlet ?? "(outlet unknown)";

/**
 * The outlets of these documents with how many each published; null stands for the unknown. "coast6.example" and
 * "Coast 6" are one, under the name that is not an address.
 */
export function outletsOf(
  documents: readonly Pick<Document, "outlet">[],
): readonly { readonly outlet: string | null; readonly count: number }[] {
  const groups: { outlet: string | null; count: number }[] = [];
  for (const { outlet } of documents) {
    const known = groups.find((group) =>
      group.outlet === null || outlet === null ? group.outlet === outlet : isSameOutlet(group.outlet, outlet),
    );
    if (known === undefined) groups.push({ outlet, count: 1 });
    else {
      known.count++;
      if (known.outlet !== null && !/\s/u.test(known.outlet) && known.outlet.includes(".")) known.outlet = outlet;
    }
  }
  return groups;
}

/** Spans' words, joined with " … " where there are several. */
export const wordsOf = (text: string, spans: readonly CharSpan[]): string =>
  spans.map((span) => text.slice(span.start, span.end)).join(" … ");

/** "direct", and "direct (0.82)" where its marks are lost and the reader says how probable that is. */
export function quotationTold({ quotation, quotationConfidence }: Statement): string {
  const words = quotationWords[quotation];
  return quotationConfidence === null ? words : `${words} (${quotationConfidence.toFixed(2)})`;
}

/** What the text leaves open and how sure the reader is, a phrase each; empty where there is nothing to say. */
export function uncertaintyOf(statement: Statement): readonly string[] {
  const open = statement.unresolved.map((what) => `${what} unresolved`);
  return statement.confidence === null ? open : [...open, `confidence ${statement.confidence.toFixed(2)}`];
}

/** "1 article", "2 articles": `noun` takes an s. */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString("en-GB")} ${noun}${count === 1 ? "" : "s"}`;

/** Regions that are not the report itself and are shown dimmed. The title is the report's own. */
export const isFurniture = (kind: RegionKind | null): boolean =>
  kind === "boilerplate" || kind === "metadata" || kind === "repeat";

/** Shares of a whole in percent, rounded: "27 %". Zero of zero is "0 %"; a share above none is never rounded to none. */
export function share(part: number, whole: number): string {
  if (part === 0 || whole === 0) return "0 %";
  const percent = (100 * part) / whole;
  return percent < 1 ? "< 1 %" : `${Math.round(percent)} %`;
}
