import type { Actor } from "../../coding/actor/actor.ts";
import { type ActorDecision, splitKey } from "../../ledger/actors/actor-decision.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { type ActorView, type ArticleMentions, renderActor } from "../../publish/actor-view.ts";
import { oneLine } from "../../publish/printable.ts";
import { contactLine } from "../../publish/record-rows.ts";
import { jsonLine, statementLine } from "../../publish/rows.ts";
import { counted } from "../../publish/wording.ts";
import { ParleyError } from "../../text/errors.ts";
import type { ActorKey, CharSpan } from "../../text/span.ts";
import { ambiguous, type FoundActor, findActor } from "../actors/find-actor.ts";
import { type LedgerOptions, provenance } from "../options.ts";
import { type Terminal, write } from "../terminal.ts";
import { withLedger } from "../with-ledger.ts";

export interface ShowActorOptions extends LedgerOptions {
  readonly article?: string;
  readonly limit?: number;
  readonly json?: boolean;
}

interface DecideOptions extends LedgerOptions {
  readonly note?: string;
}

export interface SplitOptions extends DecideOptions {
  readonly article?: string;
  readonly mention?: readonly number[];
  readonly into?: string;
  readonly name?: string;
}

/** On a terminal, unless told otherwise. */
const STATEMENTS_ON_A_TERMINAL = 20;

/** `parley actors show ACTOR`. */
export function showActor(words: string, options: ShowActorOptions, terminal: Terminal): Promise<number> {
  return withLedger(options, terminal, async (ledger) => {
    const { row } = await findActor(ledger, words);
    if (row === null) throw notSpokenOf(words);
    const shortened = terminal.interactive.stdout && !options.json ? STATEMENTS_ON_A_TERMINAL : undefined;
    const limit = options.limit ?? shortened;
    const view: ActorView = {
      actor: row,
      statements: await collect(ledger.statements({ actor: row.key, ...(limit === undefined ? {} : { limit }) })),
      contacts: await collect(ledger.contacts({ actor: row.key })),
      mentions: options.article === undefined ? null : await mentionsIn(ledger, options.article, row.key),
    };
    await write(terminal.stdout, `${options.json ? jsonLine(asJson(view), 2) : renderActor(view, terminal)}\n`);
  });
}

const asJson = ({ actor, statements, contacts, mentions }: ActorView) => ({
  ...actor,
  said: statements.map(statementLine),
  contacts: contacts.map(contactLine),
  ...(mentions === null ? {} : { article: mentions.article.document.id, mentionsThere: mentions.actor.mentions }),
});

/** `parley actors merge ACTOR INTO`: the one is the other. */
export function mergeActors(words: string, into: string, options: DecideOptions, terminal: Terminal): Promise<number> {
  return withLedger(options, terminal, async (ledger) => {
    const [one, other] = [await findActor(ledger, words), await findActor(ledger, into)];
    if (one.key === other.key) {
      await write(terminal.stdout, `${told(one)} is what both mean already\n`);
      return;
    }
    await decide(ledger, { kind: "merge", actor: one.key, into: other.key, note: noteOf(options) }, terminal);
    await write(
      terminal.stdout,
      `${told(one)} is ${told(other)} now; parley actors split '${one.key}' takes it back\n`,
    );
  });
}

/** `parley actors rename ACTOR [NAME]`: without a name, back to what texts and actor base say. */
export function renameActor(
  words: string,
  name: string | undefined,
  options: DecideOptions,
  terminal: Terminal,
): Promise<number> {
  return withLedger(options, terminal, async (ledger) => {
    const { key } = await findActor(ledger, words);
    await decide(ledger, { kind: "rename", actor: key, name: name?.trim() ?? null, note: noteOf(options) }, terminal);
    await write(terminal.stdout, `${told(await findActor(ledger, key))} is its name now\n`);
  });
}

/** `parley actors split ACTOR`: takes a merge back; with `--article`, says of mentions there that they are somebody else. */
export function splitActor(words: string, options: SplitOptions, terminal: Terminal): Promise<number> {
  return withLedger(options, terminal, async (ledger) => {
    const found = await findActor(ledger, words);
    if (options.article === undefined) return unmerge(ledger, found, words, options, terminal);
    const { article, actor } = await mentionsIn(ledger, options.article, found.key);
    const chosen = chosenMentions(actor, options.mention ?? []);
    const name = options.name?.trim();
    if (name === "") throw invalid("an actor's name must have a letter in it");
    const document = article.document.id;
    const into =
      options.into === undefined ? splitKey(document, chosen[0]) : (await findActor(ledger, options.into)).key;
    const spans = options.mention === undefined ? [] : chosen.map(({ start, end }) => ({ start, end }));
    await decide(ledger, { kind: "split", actor: found.key, document, spans, into, note: noteOf(options) }, terminal);
    if (name !== undefined) {
      await decide(ledger, { kind: "rename", actor: into, name, note: noteOf(options) }, terminal);
    }
    const now = await findActor(ledger, into);
    const mentions = counted(chosen.length, "mention");
    await write(terminal.stdout, `${mentions} in ${document} ${chosen.length === 1 ? "is" : "are"} ${told(now)} now\n`);
  });
}

async function unmerge(
  ledger: Ledger,
  { key, name, row }: FoundActor,
  words: string,
  options: SplitOptions,
  terminal: Terminal,
): Promise<void> {
  if (options.mention !== undefined || options.into !== undefined || options.name !== undefined) {
    throw invalid("--mention, --into and --name say what of one article is meant: give it with --article ID");
  }
  const merged = row?.merged ?? [];
  const asked = merged.find((each) => each === words);
  const [only, ...others] = asked === undefined ? merged : [asked];
  if (only === undefined) throw invalid(`nothing was merged into ${name}; --article ID splits mentions of it off`);
  if (others.length > 0)
    throw ambiguous(
      words,
      merged.map((each) => ({ key: each, name })),
    );
  await decide(ledger, { kind: "unmerge", actor: only, note: noteOf(options) }, terminal);
  await write(terminal.stdout, `${told(await findActor(ledger, only))} is apart from ${told({ key, name })} again\n`);
}

/** @throws ParleyError PARLEY_LEDGER_NOT_FOUND if the article does not speak of the actor. */
async function mentionsIn(ledger: Ledger, id: string, key: ActorKey): Promise<ArticleMentions> {
  const article = await ledger.asDecided(await ledger.article(id.toLowerCase()));
  const actors = article.outcome.kind === "read" ? article.outcome.actors : [];
  const actor = actors.find((each) => each.key === key);
  if (actor === undefined) throw new ParleyError("PARLEY_LEDGER_NOT_FOUND", `${id} does not speak of ${key}`);
  return { article, actor };
}

/** By their numbers, from 1; all of them without any. */
function chosenMentions({ mentions, name }: Actor, numbers: readonly number[]): readonly [CharSpan, ...CharSpan[]] {
  const [first, ...more] = [...new Set(numbers)]
    .toSorted((a, b) => a - b)
    .map((number) => {
      const mention = mentions[number - 1];
      if (mention === undefined)
        throw invalid(`${name} has ${counted(mentions.length, "mention")} there, none with the number ${number}`);
      return mention;
    });
  return first === undefined ? mentions : [first, ...more];
}

const decide = (ledger: Ledger, decision: ActorDecision, terminal: Terminal): Promise<void> =>
  ledger.decideActor(decision, provenance(terminal));

const noteOf = ({ note }: DecideOptions): string | null => note ?? null;
const told = ({ name, key }: Pick<FoundActor, "name" | "key">): string => `${oneLine(name)} (${oneLine(key)})`;
const invalid = (message: string): ParleyError => new ParleyError("PARLEY_OPTION_INVALID", message);
const notSpokenOf = (words: string): ParleyError =>
  new ParleyError("PARLEY_LEDGER_NOT_FOUND", `${JSON.stringify(words)} was imported, and no document speaks of it`);

async function collect<T>(rows: AsyncIterable<T>): Promise<readonly T[]> {
  const collected: T[] = [];
  for await (const row of rows) collected.push(row);
  return collected;
}
