import type { ChalkInstance } from "chalk";
import type { Actor } from "../coding/actor/actor.ts";
import type { Article, Read } from "../coding/article.ts";
import type { Contact } from "../coding/event/contact.ts";
import type { Event } from "../coding/event/event.ts";
import type { Forecast } from "../coding/forecast/forecast.ts";
import type { Position } from "../coding/position/position.ts";
import type { TimeExpression } from "../coding/time/time-expression.ts";
import type { When } from "../coding/time/when.ts";
import type { ActorId, CharSpan } from "../text/span.ts";
import { likelihoodWords } from "./forecast-rows.ts";
import { foundTold, stanceTold } from "./position-rows.ts";
import { oneLine } from "./printable.ts";
import { plain, type Run, wrapRuns } from "./terminal.ts";
import { actorFacts, counted, daysWords, wordsOf } from "./wording.ts";

export interface RecordsView {
  readonly chalk: ChalkInstance;
  readonly width: number;
}

/**
 * What an article holds beside its statements, for the terminal: its positions, contacts, events, forecasts, actors and
 * times, each with its words. A block of lines for each kind that there is.
 */
export function recordBlocks({ document, outcome }: Article, view: RecordsView): readonly (readonly string[])[] {
  if (outcome.kind === "unread") return [];
  const { positions, contacts, events, forecasts, actors, times } = outcome;
  const nameOf = namesIn(outcome);
  const { text } = document;
  return [
    block("position", positions, (position) => positionItem(position, text, nameOf), view),
    block("contact", contacts, (contact) => contactItem(contact, text, nameOf), view),
    block("event", events, (event) => eventItem(event, text, nameOf), view),
    block("forecast", forecasts, (forecast) => forecastItem(forecast, text, nameOf), view),
    block("actor", actors, (actor) => actorItem(actor, text, nameOf), view),
    block("time", times, (time) => timeItem(time, text), view),
  ].filter((lines) => lines.length > 0);
}

/** What an actor is called by its id. */
export function namesIn({ actors }: Pick<Read, "actors">): (id: ActorId) => string {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

type NameOf = (id: ActorId) => string;

/** One record: what it is, then what its words are and what else is known of it. */
interface Item {
  readonly head: string;
  readonly words: string;
  readonly facts: readonly (string | null)[];
}

function block<Record>(
  noun: string,
  records: readonly Record[],
  itemOf: (record: Record) => Item,
  { chalk, width }: RecordsView,
): readonly string[] {
  if (records.length === 0) return [];
  const indent = "     ";
  const items = records.flatMap((record) => {
    const { head, words, facts } = itemOf(record);
    const known = facts.filter((fact) => fact !== null);
    const rest: readonly Run[] = [
      { text: oneLine(words), style: plain },
      ...(known.length === 0 ? [] : [{ text: ` · ${oneLine(known.join(" · "))}`, style: chalk.dim }]),
    ];
    return [
      ...wrapRuns([{ text: oneLine(head), style: chalk.bold }], width - 2).map((line) => `  ${line}`),
      ...wrapRuns(rest, width - indent.length).map((line) => indent + line),
    ];
  });
  return [chalk.bold(counted(records.length, noun)), ...items];
}

function contactItem(contact: Contact, text: string, nameOf: NameOf): Item {
  const { form, status, participants, mediator, when, place, about, outcome, evidence } = contact;
  const by = mediator === null ? "" : `; mediator ${nameOf(mediator)}`;
  return {
    head: `${form}, ${status}: ${participants.map(nameOf).join(", ")}${by}`,
    words: quoted(text, evidence),
    facts: [whenTold(when, text), told("in", place, text), told("about", about, text), told("outcome", outcome, text)],
  };
}

function positionItem(position: Position, text: string, nameOf: NameOf): Item {
  const { actor, issue, counterpart, toldBy, evidence, when, found, conditions } = position;
  const words = { conditions: conditions.map((span) => oneLine(wordsOf(text, [span]))) };
  const about = counterpart === null ? issue : `${issue} (${nameOf(counterpart)})`;
  return {
    head: `${nameOf(actor)} on ${about}: ${stanceTold({ position, words })}`,
    words: quoted(text, evidence),
    facts: [
      toldBy.kind === "self" ? null : `told by ${tellerName(toldBy, nameOf)}`,
      whenTold(when, text),
      found.by === "likeness" ? `issue by ${foundTold(found)}` : null,
    ],
  };
}

const tellerName = (toldBy: Position["toldBy"], nameOf: NameOf): string => {
  if (toldBy.kind !== "other") return "the article’s narration";
  return toldBy.actor === null ? "another (unresolved)" : nameOf(toldBy.actor);
};

function forecastItem(
  { holder, statement, likelihood, content, horizon }: Forecast,
  text: string,
  nameOf: NameOf,
): Item {
  const narrated = statement === null ? "the article’s narration" : "(unresolved)";
  return {
    head: `${holder === null ? narrated : nameOf(holder)}: ${likelihoodWords[likelihood]}`,
    words: quoted(text, content),
    facts: [horizon === null ? "no time set" : `horizon ${whenTold(horizon, text)}`],
  };
}

function eventItem(event: Event, text: string, nameOf: NameOf): Item {
  const { type, mode, status, actors, recipients, when, place, evidence, contexts } = event;
  const to = recipients.length === 0 ? "" : ` → ${recipients.map(nameOf).join(", ")}`;
  const what = [type, mode, status].filter((part) => part !== null).join(", ");
  return {
    head: `${what}: ${actors.map(nameOf).join(", ") || "(not told)"}${to}`,
    words: quoted(text, evidence),
    facts: [whenTold(when, text), told("in", place, text), contexts.length > 0 ? contexts.join(", ") : null],
  };
}

function actorItem(actor: Actor, text: string, nameOf: NameOf): Item {
  const counts = new Map<string, number>();
  for (const mention of actor.mentions) {
    const words = `“${oneLine(wordsOf(text, [mention]))}”`;
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const several = actor.members.length > 0 ? `made of ${actor.members.map(nameOf).join(", ")}` : null;
  return {
    head: `${actor.name}: ${actorFacts(actor)}`,
    words: [...counts].map(([words, count]) => (count === 1 ? words : `${words} ${count}×`)).join(", "),
    facts: [told("knows by", actor.knowledge, text), several],
  };
}

function timeItem(time: TimeExpression, text: string): Item {
  const days = time.unresolved ? "unresolved" : (daysWords(time) ?? "no days");
  return { head: `${days} (${time.precision})`, words: quoted(text, [time]), facts: [] };
}

const quoted = (text: string, spans: readonly CharSpan[]): string => `“${oneLine(wordsOf(text, spans))}”`;

/** The days with the words they were read from; the words alone where no days are known. */
function whenTold(when: When | null, text: string): string | null {
  if (when === null) return null;
  const days = daysWords(when);
  return days === null ? quoted(text, [when.span]) : `${days} (${quoted(text, [when.span])})`;
}

const told = (name: string, span: CharSpan | null, text: string): string | null =>
  span === null ? null : `${name} ${quoted(text, [span])}`;
