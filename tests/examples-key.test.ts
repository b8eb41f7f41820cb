import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { examplesFolder, type KeyDocument, wordsOf } from "../bench/examples-key.ts";
import { noFurtherActors } from "../src/cli/codebook.ts";
import { defaultLimits, readInputs } from "../src/cli/input/input.ts";
import { createPipeline } from "../src/cli/reading/pipeline.ts";
import type { Article } from "../src/coding/article.ts";

// examples/key.json says by hand what a careful person finds in examples/dispatches. Here the key itself is checked, and
// what Parley tells of each document against it; how many statements the reader finds is `npm run bench -- key`.

interface Evidence {
  readonly document: string;
  readonly words: string;
}
interface Interval {
  readonly from: string;
  readonly to: string;
}
interface ShiftSide {
  readonly position: string;
  readonly stance: string;
  readonly when: Interval;
  readonly evidence: Evidence;
}

/** examples/README.md describes each field. */
interface Key {
  readonly schema: string;
  readonly documents: Readonly<Record<string, KeyDocument>>;
  readonly contacts: readonly {
    readonly id: string;
    readonly participants: readonly string[];
    readonly form: string;
    readonly status: string;
    readonly mediator: string;
    readonly place: string;
    readonly when: Interval | null;
    readonly evidence: readonly (Evidence & { readonly status: string })[];
  }[];
  readonly positions: readonly {
    readonly id: string;
    readonly actor: string;
    readonly issue: string;
    readonly stance: string;
    readonly conditions: readonly string[];
    readonly audience: string;
    readonly when: Interval;
    readonly toldBy: string;
    readonly evidence: readonly Evidence[];
  }[];
  readonly shifts: readonly {
    readonly actor: string;
    readonly issue: string;
    readonly from: ShiftSide;
    readonly to: ShiftSide;
  }[];
  readonly disputes: readonly {
    readonly id: string;
    readonly cause: string;
    readonly kind: string;
    readonly sides: readonly { readonly by: string; readonly evidence: readonly Evidence[] }[];
  }[];
  readonly reprints: readonly { readonly copy: string; readonly of: string; readonly kind: string }[];
  readonly forecasts: readonly {
    readonly id: string;
    readonly holder: string;
    readonly content: string;
    readonly horizon: Interval | null;
    readonly evidence: readonly Evidence[];
    readonly outcome: string;
    readonly outcomeEvidence?: Evidence;
  }[];
}

// The tests below are the parser of this file.
const key = JSON.parse(readFileSync(join(examplesFolder, "key.json"), "utf8")) as Key;
const files = Object.keys(key.documents);
const dispatches = join(examplesFolder, "dispatches");
const articles = new Map<string, Article>();

beforeAll(async () => {
  const pipeline = await createPipeline({
    reader: "lexical",
    actors: noFurtherActors,
    issues: null,
    fields: {},
    limits: defaultLimits,
  });
  for await (const item of readInputs([dispatches])) {
    const outcome = await pipeline(item);
    if (outcome.kind === "failed") throw outcome.error;
    articles.set(outcome.file.slice(dispatches.length + 1), outcome.article);
  }
});

const textOf = (file: string): string => articles.get(file)?.document.text ?? "";

test("every dispatch has an entry in the key, and every entry a dispatch", () => {
  expect(key.schema).toBe("parley.key/1");
  expect([...articles.keys()].sort()).toEqual([...files].sort());
});

/** Where Parley is known to differ from the key. One that no longer does fails here and leaves the list. */
const knownDifferences: Readonly<Record<string, readonly Fact[]>> = {
  "coast6/2031-02-28_private-urging.txt": ["damage"],
  "coast6/20310313_karrod-denies.txt": ["order", "damage"],
  "coast6/20310318_pallanth-missiles.txt": ["order"],
};

const facts = ["title", "publishedAt", "outlet", "order", "damage", "unread"] as const;
type Fact = (typeof facts)[number];

describe.each(files)("%s", (file) => {
  const expected = key.documents[file];
  const known = knownDifferences[file] ?? [];

  test.each(facts.filter((fact) => !known.includes(fact)))("its %s is the key's", (fact) => {
    expect(factsOf(articles.get(file))[fact]).toEqual(factsOfKey(expected)[fact]);
  });

  test.each(known)("its %s still differs from the key's", (fact) => {
    expect(factsOf(articles.get(file))[fact]).not.toEqual(factsOfKey(expected)[fact]);
  });

  test("the key quotes its statements exactly", () => {
    const text = textOf(file);
    for (const { source, cue, content, relay = "", addressee = "" } of expected?.statements ?? []) {
      for (const words of [source, cue, relay, addressee]) expect(text).toContain(words);
      expect(content.length).toBeGreaterThan(0);
      for (const stretch of content) {
        const nth = typeof stretch === "string" ? 1 : stretch.occurrence;
        expect(wordsOf(stretch).trim()).not.toBe("");
        expect(occurrences(text, wordsOf(stretch)), `${file}: ${wordsOf(stretch)}`).toBeGreaterThanOrEqual(nth);
        if (typeof stretch === "string") expect(occurrences(text, stretch), `${file}: ${stretch}`).toBe(1);
      }
    }
  });
});

function factsOf(article: Article | undefined): Readonly<Record<Fact, unknown>> {
  const { title, published, outlet, order, damage } = article?.document ?? {};
  const unread = article?.outcome.kind === "unread" ? article.outcome.reason : null;
  return { title, publishedAt: published?.value ?? null, outlet, order, damage, unread };
}

function factsOfKey(document: KeyDocument | undefined): Readonly<Record<Fact, unknown>> {
  const { title, publishedAt, outlet, order, damage, unread } = document ?? {};
  return { title, publishedAt, outlet, order, damage, unread: unread ?? null };
}

/** How often the words stand in the text as whole words. */
function occurrences(text: string, words: string): number {
  const literal = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, "gu"))].length;
}

test("an unread document has no statements", () => {
  const unread = Object.values(key.documents).filter((document) => document.unread !== undefined);
  expect(unread).not.toHaveLength(0);
  for (const { statements } of unread) expect(statements).toEqual([]);
});

const all: readonly { readonly where: string; readonly evidence: readonly Evidence[] }[] = [
  ...key.contacts.map(({ id, evidence }) => ({ where: `contact ${id}`, evidence })),
  ...key.positions.map(({ id, evidence }) => ({ where: `position ${id}`, evidence })),
  ...key.shifts.map(({ actor, issue, from, to }) => ({
    where: `shift of ${actor} on ${issue}`,
    evidence: [from.evidence, to.evidence],
  })),
  ...key.disputes.map(({ id, sides }) => ({
    where: `dispute ${id}`,
    evidence: sides.flatMap((side) => side.evidence),
  })),
  ...key.forecasts.map(({ id, evidence, outcomeEvidence }) => ({
    where: `forecast ${id}`,
    evidence: [...evidence, ...(outcomeEvidence ? [outcomeEvidence] : [])],
  })),
];

test.each(all)("$where rests on words of the dispatches", ({ evidence }) => {
  expect(evidence).not.toHaveLength(0);
  for (const { document, words } of evidence) {
    expect(files).toContain(document);
    expect(words.trim()).not.toBe("");
    expect(textOf(document)).toContain(words);
  }
});

describe("the key's labels", () => {
  const statements = Object.values(key.documents).flatMap((document) => document.statements);
  const documents = Object.values(key.documents);
  const forms = ["meeting", "call", "visit", "talks", "message", "backchannel"];
  const statuses = ["held", "planned", "proposed", "refused", "denied", "cancelled"];
  const stances = ["supports", "opposes", "conditional", "ambivalent"];
  const seen = key.contacts.flatMap(({ status, evidence }) => [status, ...evidence.map((each) => each.status)]);
  test.each([
    { name: "quotation", used: statements.map((one) => one.quotation), allowed: ["direct", "indirect", "mixed"] },
    {
      name: "sourcing",
      used: statements.map((one) => one.sourcing),
      allowed: ["on-record", "anonymous", "documentary"],
    },
    { name: "unresolved", used: statements.flatMap((one) => one.unresolved ?? []), allowed: ["source"] },
    { name: "order", used: documents.map((one) => one.order), allowed: ["original", "suspect"] },
    {
      name: "damage",
      used: documents.flatMap((one) => one.damage),
      allowed: ["quotes-stripped", "apostrophes-stripped"],
    },
    { name: "unread", used: documents.flatMap((one) => one.unread ?? []), allowed: ["language"] },
    { name: "form", used: key.contacts.map((one) => one.form), allowed: forms },
    { name: "status", used: seen, allowed: statuses },
    { name: "stance", used: key.positions.map((one) => one.stance), allowed: stances },
    { name: "audience", used: key.positions.map((one) => one.audience), allowed: ["public", "private"] },
    { name: "kind of dispute", used: key.disputes.map((one) => one.kind), allowed: ["contradiction", "tension"] },
    {
      name: "kind of reprint",
      used: key.reprints.map((one) => one.kind),
      allowed: ["verbatim", "cut", "shuffled", "reworded", "mixed"],
    },
    { name: "outcome", used: key.forecasts.map((one) => one.outcome), allowed: ["true", "false", "open"] },
  ])("$name is one of its labels", ({ used, allowed }) => {
    expect(used).not.toHaveLength(0);
    for (const label of used) expect(allowed).toContain(label);
  });
});

test("ids are used once", () => {
  const ids = [...key.contacts, ...key.positions, ...key.disputes, ...key.forecasts].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("intervals are days that exist, in order", () => {
  const dated = [
    ...key.contacts.map(({ when }) => when),
    ...key.positions.map(({ when }) => when),
    ...key.forecasts.map(({ horizon }) => horizon),
  ];
  for (const { from, to } of dated.filter((interval) => interval !== null)) {
    for (const day of [from, to]) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
    expect(from <= to).toBe(true);
  }
});

test("a contact has at least two participants, and its status is one its evidence tells", () => {
  for (const { id, participants, status, evidence } of key.contacts) {
    expect(participants.length, id).toBeGreaterThanOrEqual(2);
    expect(
      evidence.map((each) => each.status),
      id,
    ).toContain(status);
  }
});

test("a position is conditional exactly where it names conditions, in words of its evidence", () => {
  for (const { id, stance, conditions, evidence } of key.positions) {
    expect(stance === "conditional", id).toBe(conditions.length > 0);
    for (const condition of conditions) expect(evidence.map(({ words }) => words).join("\n"), id).toContain(condition);
  }
});

test("a shift leads from one position of the key to a later one of the same actor on the same issue", () => {
  const byId = new Map(key.positions.map((position) => [position.id, position]));
  for (const { actor, issue, from, to } of key.shifts) {
    const [before, after] = [byId.get(from.position), byId.get(to.position)];
    for (const [side, position] of [
      [from, before],
      [to, after],
    ] as const) {
      expect(position).toMatchObject({ actor, issue, stance: side.stance, when: side.when });
      expect(position?.evidence).toContainEqual(side.evidence);
    }
    expect((before?.when.from ?? "") < (after?.when.from ?? "")).toBe(true);
  }
});

test("a dispute has two sides or more", () => {
  for (const { cause, sides } of key.disputes) {
    expect(cause).not.toBe("");
    expect(new Set(sides.map((side) => side.by)).size).toBeGreaterThanOrEqual(2);
    for (const { evidence } of sides) expect(evidence).not.toHaveLength(0);
  }
});

test("a reprint and what it reprints are two documents, the copy not the older", () => {
  for (const { copy, of } of key.reprints) {
    expect(files).toContain(copy);
    expect(files).toContain(of);
    expect(copy).not.toBe(of);
    const [later, earlier] = [key.documents[copy]?.publishedAt, key.documents[of]?.publishedAt];
    expect((later ?? "9999") >= (earlier ?? "9999")).toBe(true);
  }
  expect(new Set(key.reprints.map(({ copy }) => copy)).size).toBe(key.reprints.length);
});

test("what a forecast says stands in its evidence, and an outcome that is known has evidence of its own", () => {
  for (const { id, content, evidence, outcome, outcomeEvidence } of key.forecasts) {
    expect(evidence[0]?.words, id).toContain(content);
    expect(outcome === "open", id).toBe(outcomeEvidence === undefined);
  }
});
