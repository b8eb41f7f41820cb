import type { Actor } from "../../coding/actor/actor.ts";
import type { Contact } from "../../coding/event/contact.ts";
import type { ActorId } from "../../text/span.ts";
import { oneLine } from "../printable.ts";
import { daysWords, wordsOf } from "../wording.ts";
import type { BriefData, BriefDocument } from "./gather.ts";

/** One contact of a brief, as one article tells it. */
export interface ContactLine {
  readonly contact: Contact;
  readonly in: BriefDocument;
  /** Index into `BriefData.documents`. */
  readonly document: number;
  /** From 1, in its document: what ties the line to the marks in the text. */
  readonly number: number;
  readonly participants: readonly Actor[];
  readonly mediator: Actor | null;
  readonly words: { readonly evidence: string; readonly about: string; readonly outcome: string };
  /** "10 March 2031", else the words that say when; null where the text does not say. */
  readonly when: string | null;
  readonly place: string | null;
}

/** Contacts between the same parties, in whatever articles. */
export interface Parties {
  readonly name: string;
  /** The latest first; those whose day is not known last. */
  readonly lines: readonly ContactLine[];
}

/** Every contact of the brief, in the order of its documents and texts. With a filter by actor, those that it is in. */
export function contactLinesOf({ documents, filter }: BriefData): readonly ContactLine[] {
  const wanted = filter.actor?.toLowerCase();
  const isWanted = ({ key, name }: Actor): boolean =>
    wanted === undefined || key.toLowerCase() === wanted || name.toLowerCase().includes(wanted);
  return documents.flatMap((one, document) => {
    const { outcome } = one.article;
    if (outcome.kind === "unread") return [];
    return outcome.contacts
      .map((contact, index) => lineOf(contact, one, document, index + 1))
      .filter(({ participants, mediator }) => [...participants, ...(mediator ? [mediator] : [])].some(isWanted));
  });
}

/** By parties: those most in contact first, then by name. */
export function partiesOf(lines: readonly ContactLine[]): readonly Parties[] {
  const groups = new Map<string, ContactLine[]>();
  for (const line of lines) {
    const key = line.participants
      .map((actor) => actor.key)
      .sort()
      .join("\n");
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()]
    .map((group) => ({
      name: oneLine(group[0]?.participants.map(({ name }) => name).join(" – ") ?? ""),
      lines: group.toSorted(latestFirst),
    }))
    .sort((a, b) => b.lines.length - a.lines.length || (a.name < b.name ? -1 : 1));
}

function lineOf(contact: Contact, one: BriefDocument, document: number, number: number): ContactLine {
  const { article } = one;
  const { text } = article.document;
  const actors = article.outcome.kind === "read" ? article.outcome.actors : [];
  const byIds = (ids: readonly ActorId[]): readonly Actor[] => actors.filter(({ id }) => ids.includes(id));
  const { participants, mediator, when, place, about, outcome, evidence } = contact;
  const words = (span: Contact["place"]): string => (span ? oneLine(wordsOf(text, [span])) : "");
  return {
    contact,
    in: one,
    document,
    number,
    participants: byIds(participants),
    mediator: mediator === null ? null : (byIds([mediator])[0] ?? null),
    words: { evidence: oneLine(wordsOf(text, evidence)), about: words(about), outcome: words(outcome) },
    when: when && (daysWords(when) ?? words(when.span)),
    place: words(place) || null,
  };
}

function latestFirst(a: ContactLine, b: ContactLine): number {
  const day = ({ contact: { when } }: ContactLine): string => when?.from ?? when?.to ?? "";
  const [first, second] = [day(a), day(b)];
  return first === second ? a.document - b.document || a.number - b.number : first < second ? 1 : -1;
}
