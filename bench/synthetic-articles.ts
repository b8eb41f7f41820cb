import { createHash } from "node:crypto";
import type { Actor, Mention } from "../src/coding/actor/actor.ts";
import type { Article, Read } from "../src/coding/article.ts";
import type { Statement } from "../src/coding/statement/statement.ts";
import type { DateCandidate } from "../src/document/document.ts";
import type { Attribution } from "../src/reader/reading.ts";
import {
  type ActorId,
  type ActorKey,
  type CharSpan,
  type ContactId,
  charSpan,
  type DocumentId,
  type EventId,
  type PositionId,
  type StatementId,
} from "../src/text/span.ts";

export const statementsPerArticle = 10;
export const outlets: readonly string[] = Array.from({ length: 40 }, (_, nth) => `${nameOf(nth * 7)} Courier ${nth}`);

/** Names as unequal as in the press: the first is in the news a thousand times as often as the last. */
export const persons: readonly string[] = Array.from(
  { length: 2000 },
  (_, nth) => `${nameOf(nth)} ${nameOf(nth * 31 + 5)}`,
);

/**
 * The article of that number, the same in every run: about 2,400 characters of made-up words, ten statements, those who
 * make them as actors, two contacts with their events and times, a date within three years. A later `version` of the
 * reader finds the same statements and one more.
 */
export function syntheticArticle(number: number, version = 1): Article {
  const random = mulberry32(number);
  const id = digest(`document ${number}`) as DocumentId;
  let text = `Talks, day ${number}\n\n`;
  const put = (words: string): CharSpan => {
    const start = text.length;
    text += words;
    return charSpan(start, text.length);
  };
  const statements: Statement[] = [];
  const attributions: Attribution[] = [];
  const sentences: CharSpan[] = [];
  const mentions = new Map<string, Mention[]>();
  for (let nth = 0; nth < statementsPerArticle + version - 1; nth++) {
    const begin = text.length;
    const anonymous = random() < 0.3;
    const person = anonymous ? null : (persons[zipf(random, persons.length)] ?? "");
    const source = put(person ?? "a Western official");
    const known = mentions.get(person ?? "a Western official") ?? [];
    mentions.set(person ?? "a Western official", [...known, { ...source, kind: "name", asPlace: false }]);
    const actor = `a${[...mentions.keys()].indexOf(person ?? "a Western official") + 1}` as ActorId;
    text += " ";
    const cue = put("said");
    text += " ";
    const content = put(Array.from({ length: 18 }, () => nameOf(Math.floor(random() * 5000)).toLowerCase()).join(" "));
    text += ". ";
    sentences.push(charSpan(begin, text.length - 1));
    attributions.push({ source: [source], cue: [cue], content: [content], quotation: null, confidence: random() });
    statements.push({
      id: digest(`${id} ${content.start} ${content.end}`) as StatementId,
      source: { spans: [source], actor },
      cue: { spans: [cue] },
      content: { spans: [content] },
      quotation: random() < 0.4 ? "direct" : "indirect",
      quotationConfidence: null,
      sourcing: anonymous ? "anonymous" : "on-record",
      descriptor: anonymous ? source : null,
      relay: [],
      addressee: null,
      unresolved: [],
      confidence: null,
    });
  }
  const published = publishedOn(Math.floor(random() * 1095));
  return {
    document: {
      id,
      file: `synthetic/${number}.txt`,
      url: `https://courier.example/${number}`,
      title: `Talks, day ${number}`,
      outlet: outlets[Math.floor(random() * outlets.length)] ?? null,
      bylines: [],
      published,
      dateCandidates: [published],
      language: "en",
      text,
      regions: [{ kind: "body", ...charSpan(0, text.length) }],
      order: "original",
      damage: [],
      origin: null,
    },
    outcome: {
      kind: "read",
      reading: { document: id, reader: { name: "synthetic", version }, sentences, attributions },
      statements,
      ...recordsOf(id, mentions, sentences),
    },
  };
}

/** Actors by the words that name them, and two contacts between the first of them. */
function recordsOf(
  document: DocumentId,
  mentions: ReadonlyMap<string, readonly Mention[]>,
  sentences: readonly CharSpan[],
): Pick<Read, "actors" | "times" | "events" | "contacts" | "positions" | "forecasts"> {
  const actors = [...mentions].map(([name, own], nth): Actor => {
    const anonymous = name === "a Western official";
    return {
      id: `a${nth + 1}` as ActorId,
      key: (anonymous ? `document:${document}` : `person:${name}`) as ActorKey,
      base: null,
      name,
      type: anonymous ? "anonymous" : "person",
      country: anonymous ? null : (["OST", "KRS", "VEL"][persons.indexOf(name) % 3] ?? null),
      role: anonymous ? null : "minister",
      sector: anonymous ? null : "GOV",
      number: "one",
      knowledge: null,
      members: [],
      mentions: own as unknown as Actor["mentions"], // whoever is there was put there
    };
  });
  const ids = actors.slice(0, 2).map(({ id }) => id) as [ActorId, ...ActorId[]]; // an article has a statement
  const told = sentences.slice(0, 2);
  const times = told.map(
    ({ start }) =>
      ({
        ...charSpan(start, start + 2),
        from: "2031-05-01",
        to: "2031-05-01",
        precision: "day",
        unresolved: false,
      }) as const,
  );
  const when = times.map(({ start, end, from, to }) => ({ from, to, span: charSpan(start, end) }));
  return {
    actors,
    times,
    events: told.map((evidence, nth) => ({
      id: digest(`${document} event ${nth}`) as EventId,
      type: nth === 0 ? "CONSULT" : "REQUEST",
      mode: null,
      contexts: ["diplomatic"],
      actors: ids.slice(0, 1),
      recipients: ids.slice(1),
      status: "happened",
      when: when[nth] ?? null,
      place: null,
      trigger: evidence,
      evidence: [evidence],
      statement: null,
    })),
    contacts: told.map((evidence, nth) => ({
      id: digest(`${document} contact ${nth}`) as ContactId,
      event: nth === 0 ? (digest(`${document} event 0`) as EventId) : null,
      participants: ids,
      form: nth === 0 ? "meeting" : "call",
      status: nth === 0 ? "held" : "planned",
      mediator: null,
      when: when[nth] ?? null,
      place: null,
      about: null,
      outcome: null,
      evidence: [evidence],
    })),
    positions: told.slice(0, 1).map((evidence, nth) => ({
      id: digest(`${document} position ${nth}`) as PositionId,
      actor: ids[0],
      issue: "talks",
      found: { by: "cue", span: evidence },
      counterpart: ids[1] ?? null,
      stance: "supports",
      conditions: [],
      modality: "ready",
      audience: "public",
      toldBy: { kind: "self" },
      when: when[nth] ?? null,
      statement: null,
      evidence: [evidence],
    })),
    forecasts: [],
  };
}

/** Tommy Ettinger's mulberry32, public domain: small, and good enough to make text of. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const zipf = (random: () => number, size: number): number => Math.floor(size ** random()) - 1;

const digest = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 32);

function nameOf(number: number): string {
  const syllables = ["ka", "lo", "ves", "tir", "mo", "ran", "sel", "du", "vik", "os"];
  let left = number + 100;
  let name = "";
  for (; left > 0; left = Math.floor(left / 10)) name += syllables[left % 10];
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function publishedOn(day: number): DateCandidate {
  const value = new Date(Date.UTC(2031, 0, 1 + day)).toISOString().slice(0, 10);
  return { value, precision: "day", source: "url", span: null, evidence: value };
}
