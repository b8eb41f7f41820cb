import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { parseDisputeLexicon } from "../src/analysis/disputes/dispute-lexicon.ts";
import { readCodebookFile } from "../src/cli/codebook.ts";
import { packageRoot, version } from "../src/cli/package-root.ts";
import { loadSentenceEncoder } from "../src/cli/reading/sentence-encoder.ts";
import type { ReadContact, ReadObject, ReadStatement } from "../src/publish/read-object.ts";
import { type KeyForecast, scoreForecasts } from "./examples-forecasts.ts";
import { type DisputeKey, scoreDisputes } from "./key-disputes.ts";
import { scorePositions } from "./key-positions.ts";
import { type KeyPosition, type ShiftKey, scoreShifts } from "./key-shifts.ts";

// How much of what a person finds in the examples does `parley read` find? Input: examples/dispatches and
// examples/key.json. A statement of the key is found where one of the reader's shares at least half of its content's
// words (Dice) and a word of its source, or both name no source; each of either side counts once, the closest pairs first.
// A contact of the key is looked for in every document that has words for it: it is found where words of one of the
// reader's overlap them and two of its participants fit, by a name or by the state that they are of.

/** Exact words of a text; with `occurrence`, counted from 1 over whole words, where they stand in it more than once. */
export type Stretch = string | { readonly words: string; readonly occurrence: number };

export interface KeyStatement {
  readonly source: string;
  readonly cue: string;
  readonly content: readonly Stretch[];
  readonly quotation: string;
  readonly sourcing: string;
  readonly relay?: string;
  readonly addressee?: string;
  readonly who: string;
  readonly unresolved?: readonly string[];
}

export interface KeyDocument {
  readonly title: string;
  readonly publishedAt: string | null;
  readonly outlet: string | null;
  readonly origin: string | null;
  readonly order: string;
  readonly damage: readonly string[];
  readonly unread?: string;
  readonly statements: readonly KeyStatement[];
}

export const examplesFolder = join(packageRoot, "examples");
export const wordsOf = (stretch: Stretch): string => (typeof stretch === "string" ? stretch : stretch.words);

const program = fileURLToPath(new URL("../src/cli/main.js", import.meta.url));

/** One statement as either side has it. */
interface Side {
  readonly source: readonly string[];
  readonly content: readonly string[];
  readonly quotation: string;
  readonly sourcing: string;
  readonly line: string;
}

interface Pair {
  readonly key: Side;
  readonly read: Side;
  readonly dice: number;
}

interface Scored {
  readonly file: string;
  readonly damaged: boolean;
  readonly key: readonly Side[];
  readonly read: readonly Side[];
  readonly found: readonly Pair[];
}

export interface KeyContact {
  readonly id: string;
  readonly participants: readonly string[];
  readonly form: string;
  readonly evidence: readonly { readonly document: string; readonly words: string; readonly status: string }[];
}

/** Prints one JSON object; with --list also what was missed and what was found beyond the key, by document. */
export async function run(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...argv], options: { list: { type: "boolean", default: false } } });
  const dispatches = join(examplesFolder, "dispatches");
  const documents = await keyDocuments();
  const reads = await readDispatches(dispatches);
  const copies = await keyCopies();
  const scored = reads.map((read) => {
    const file = read.document.file.slice(dispatches.length + 1);
    const key = documents[file];
    if (key === undefined) throw new Error(`examples/key.json has no document ${file}`);
    return score(file, key, read);
  });
  const originals = reads.filter(({ document }) => !copies.has(document.file.slice(dispatches.length + 1)));
  const contacts = scoreContacts(await keyContacts(), originals, dispatches);
  const fileOf = (read: ReadObject): string => nameOf(read, dispatches);
  const shifts = scoreShifts(await keyFile<ShiftKey>(), reads, fileOf);
  const lexicon = parseDisputeLexicon(readCodebookFile("disputes.yaml"));
  const encoder = await loadSentenceEncoder();
  const disputes = await scoreDisputes(await keyFile<DisputeKey>(), reads, fileOf, { lexicon, encoder });
  await encoder.release();
  const forecasts = scoreForecasts(
    await keyForecasts(),
    new Map(originals.map((read) => [nameOf(read, dispatches), read])),
  );
  const positions = scorePositions(await keyPositions(), originals, fileOf);
  const found = scored.flatMap((one) => one.found);
  const result = {
    bench: "key",
    version,
    input: { documents: scored.length, statements: scored.reduce((sum, one) => sum + one.key.length, 0) },
    all: figures(scored),
    clean: figures(scored.filter((one) => !one.damaged)),
    damaged: figures(scored.filter((one) => one.damaged)),
    quotation: { agreed: share(found, ({ key, read }) => key.quotation === read.quotation) },
    sourcing: { agreed: share(found, ({ key, read }) => key.sourcing === read.sourcing) },
    contacts: contacts.figures,
    shifts: figuresOf(shifts),
    disputes: figuresOf(disputes),
    forecasts: forecasts.figures,
    positions: positions.figures,
    documents: Object.fromEntries(scored.map((one) => [one.file, figures([one])])),
    ...(values.list
      ? {
          differences: Object.fromEntries(scored.map((one) => [one.file, differences(one)])),
          contactDifferences: contacts.differences,
          shiftDifferences: differencesOf(shifts),
          disputeDifferences: differencesOf(disputes),
          forecastDifferences: forecasts.differences,
          positionDifferences: positions.differences,
        }
      : {}),
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}

interface Scores {
  readonly figures: Readonly<Record<string, number>>;
  readonly differences: { readonly missed: readonly string[]; readonly beyond: readonly string[] };
}

const figuresOf = (scores: Readonly<Record<string, Scores>>): Readonly<Record<string, Scores["figures"]>> =>
  Object.fromEntries(Object.entries(scores).map(([name, score]) => [name, score.figures]));
const differencesOf = (scores: Readonly<Record<string, Scores>>): Readonly<Record<string, Scores["differences"]>> =>
  Object.fromEntries(Object.entries(scores).map(([name, score]) => [name, score.differences]));

/** What the key holds beside its documents. */
async function keyFile<Key>(): Promise<Key> {
  return JSON.parse(await readFile(join(examplesFolder, "key.json"), "utf8")) as Key; // checked by tests/examples-key.test.ts
}

async function keyDocuments(): Promise<Readonly<Record<string, KeyDocument>>> {
  const text = await readFile(join(examplesFolder, "key.json"), "utf8");
  // tests/examples-key.test.ts checks the file against this type.
  return (JSON.parse(text) as { readonly documents: Readonly<Record<string, KeyDocument>> }).documents;
}

async function readDispatches(folder: string): Promise<readonly ReadObject[]> {
  const options = { maxBuffer: 2 ** 28 };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, "read", folder, "--actors", join(examplesFolder, "actors.yaml")],
    options,
  );
  return stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ReadObject);
}

function score(file: string, document: KeyDocument, read: ReadObject): Scored {
  const key = document.statements.map(sideOfKey);
  const theirs = read.statements.map((statement) => sideOfRead(statement, read.document.text));
  const candidates = key
    .flatMap((one) => theirs.map((other) => ({ key: one, read: other, dice: dice(one.content, other.content) })))
    .filter((pair) => pair.dice >= 0.5 && sameSource(pair))
    .sort((a, b) => b.dice - a.dice);
  const used = new Set<Side>();
  const found: Pair[] = [];
  for (const pair of candidates) {
    if (used.has(pair.key) || used.has(pair.read)) continue;
    used.add(pair.key).add(pair.read);
    found.push(pair);
  }
  return { file, damaged: document.damage.length > 0, key, read: theirs, found };
}

function sideOfKey({ source, cue, content, quotation, sourcing }: KeyStatement): Side {
  const words = content.map(wordsOf).join(" … ");
  return { source: tokens(source), content: tokens(words), quotation, sourcing, line: `${source} | ${cue} | ${words}` };
}

function sideOfRead({ source, cue, content, quotation, sourcing }: ReadStatement, text: string): Side {
  const [who, how, what] = [source, cue, content].map(({ spans }) =>
    spans.map(([start, end]) => text.slice(start, end)).join(" … "),
  ) as [string, string, string];
  return { source: tokens(who), content: tokens(what), quotation, sourcing, line: `${who} | ${how} | ${what}` };
}

const tokens = (words: string): readonly string[] => words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const sameSource = ({ key, read }: Pair): boolean =>
  key.source.length === 0 ? read.source.length === 0 : key.source.some((word) => read.source.includes(word));

/** Twice the words in common, each as often as in both, over all words. */
function dice(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  const common = a.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / Math.max(1, a.length + b.length);
}

function figures(scored: readonly Scored[]): Readonly<Record<string, number>> {
  const sum = (of: (one: Scored) => readonly unknown[]): number =>
    scored.reduce((total, one) => total + of(one).length, 0);
  const [key, read, found] = [sum((one) => one.key), sum((one) => one.read), sum((one) => one.found)];
  return {
    key,
    read,
    found,
    precision: round(found / Math.max(1, read)),
    recall: round(found / Math.max(1, key)),
    f1: round((2 * found) / Math.max(1, key + read)),
  };
}

function differences({ key, read, found }: Scored): { readonly missed: string[]; readonly beyond: string[] } {
  const missed = key.filter((one) => !found.some((pair) => pair.key === one));
  const beyond = read.filter((one) => !found.some((pair) => pair.read === one));
  return { missed: missed.map(({ line }) => line), beyond: beyond.map(({ line }) => line) };
}

async function keyContacts(): Promise<readonly KeyContact[]> {
  const text = await readFile(join(examplesFolder, "key.json"), "utf8");
  return (JSON.parse(text) as { readonly contacts: readonly KeyContact[] }).contacts;
}

async function keyForecasts(): Promise<readonly KeyForecast[]> {
  const text = await readFile(join(examplesFolder, "key.json"), "utf8");
  return (JSON.parse(text) as { readonly forecasts: readonly KeyForecast[] }).forecasts;
}

/** As the key has it: of a file of several documents with the document's number. */
const nameOf = ({ document }: ReadObject, dispatches: string): string => document.file.slice(dispatches.length + 1);

async function keyPositions(): Promise<readonly KeyPosition[]> {
  const text = await readFile(join(examplesFolder, "key.json"), "utf8");
  return (JSON.parse(text) as { readonly positions: readonly KeyPosition[] }).positions;
}

/** The key has no words of contacts for articles that are copies of others. */
async function keyCopies(): Promise<ReadonlySet<string>> {
  const text = await readFile(join(examplesFolder, "key.json"), "utf8");
  const { reprints } = JSON.parse(text) as { readonly reprints: readonly { readonly copy: string }[] };
  return new Set(reprints.map(({ copy }) => copy));
}

interface ScoredContacts {
  readonly figures: Readonly<Record<string, number>>;
  readonly differences: { readonly missed: readonly string[]; readonly beyond: readonly string[] };
}

function scoreContacts(key: readonly KeyContact[], reads: readonly ReadObject[], folder: string): ScoredContacts {
  const states = new Map(
    reads.flatMap(({ actors }) =>
      actors.flatMap(({ name, country }) => (country === null ? [] : [[name, country] as const])),
    ),
  );
  const [missed, beyond]: [string[], string[]] = [[], []];
  let [wanted, found, read, right, sameForm, sameStatus] = [0, 0, 0, 0, 0, 0];
  for (const object of reads) {
    const { text, file } = object.document;
    const name = file.slice(folder.length + 1).replace(/#.*$/, "");
    const fitting = new Set<ReadContact>();
    for (const contact of key) {
      const evidence = contact.evidence.filter((one) => one.document === name && text.includes(one.words));
      if (evidence.length === 0) continue;
      wanted++;
      const fits = object.contacts.filter(
        (own) => isTold(own, evidence, text) && haveMet(own, contact, object, states),
      );
      for (const one of fits) fitting.add(one);
      const [first] = fits;
      if (first === undefined) {
        missed.push(
          `${name}: ${contact.id} ${contact.participants.join(", ")}: ${evidence.map(({ words }) => words).join(" … ")}`,
        );
        continue;
      }
      found++;
      if (fits.some(({ form }) => form === contact.form)) sameForm++;
      if (fits.some(({ status }) => evidence.some((one) => one.status === status))) sameStatus++;
    }
    read += object.contacts.length;
    right += fitting.size;
    for (const own of object.contacts) {
      if (fitting.has(own)) continue;
      const words = own.evidence.map(([start, end]) => text.slice(start, end)).join(" … ");
      beyond.push(`${name}: ${own.form} ${own.status} ${namesIn(own, object).join(", ")}: ${words}`);
    }
  }
  const figures = {
    key: wanted,
    read,
    found,
    precision: round(right / Math.max(1, read)),
    recall: round(found / Math.max(1, wanted)),
    form: round(sameForm / Math.max(1, found)),
    status: round(sameStatus / Math.max(1, found)),
  };
  return { figures, differences: { missed, beyond } };
}

const isTold = (own: ReadContact, evidence: KeyContact["evidence"], text: string): boolean =>
  evidence.some(({ words }) => {
    const start = text.indexOf(words);
    return own.evidence.some(([from, to]) => from < start + words.length && start < to);
  });

const namesIn = ({ participants }: ReadContact, { actors }: ReadObject): readonly string[] =>
  participants.flatMap((id) => actors.find((actor) => actor.id === id)?.name ?? []);

function haveMet(
  own: ReadContact,
  { participants }: KeyContact,
  { actors }: ReadObject,
  states: ReadonlyMap<string, string>,
): boolean {
  const theirs = own.participants.flatMap((id) => actors.find((actor) => actor.id === id) ?? []);
  const fits = (name: string): boolean => {
    const words = tokens(name).filter((word) => word.length > 3);
    const country = states.get(name) ?? null;
    return theirs.some(
      (actor) =>
        words.some((word) => tokens(actor.name).includes(word)) || (country !== null && actor.country === country),
    );
  };
  return participants.filter(fits).length >= 2;
}

const share = (found: readonly Pair[], holds: (pair: Pair) => boolean): number =>
  round(found.filter(holds).length / Math.max(1, found.length));
const round = (value: number): number => Math.round(value * 1000) / 1000;
