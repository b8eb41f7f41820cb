import fc from "fast-check";
import type { Article } from "../../coding/article.ts";
import type { Statement } from "../../coding/statement/statement.ts";
import type { DateCandidate, Document, Region } from "../../document/document.ts";
import { arbitraryRecords } from "../../ledger/testing/arbitrary-records.ts";
import { type CharSpan, charSpan, type DocumentId, type StatementId } from "../../text/span.ts";

/** A statement told by its words, each found in the text at its place nearest to the content. */
export interface Said
  extends Partial<Pick<Statement, "quotation" | "quotationConfidence" | "sourcing" | "confidence" | "unresolved">> {
  readonly source?: string;
  readonly cue?: string;
  readonly content: string | readonly string[];
  readonly relay?: string;
  readonly addressee?: string;
}

export interface ArticleParts extends Partial<Omit<Document, "id" | "text">> {
  readonly id: string;
  readonly text: string;
  readonly said?: readonly Said[];
  readonly unread?: string;
}

/** An article written by hand: every span is found by its words, so that a test reads like the article. */
export function articleOf({ id, text, said = [], unread, ...rest }: ArticleParts): Article {
  const document: Document = {
    id: id as DocumentId,
    file: `dispatches/${id}.txt`,
    url: null,
    title: null,
    outlet: null,
    bylines: [],
    published: null,
    dateCandidates: rest.published ? [rest.published] : [],
    language: "en",
    text,
    regions: [{ kind: "body", ...charSpan(0, text.length) }],
    order: "original",
    damage: [],
    origin: null,
    ...rest,
  };
  if (unread !== undefined) return { document, outcome: { kind: "unread", reason: "language", detail: unread } };
  const statements = said.map((one, index) => statementOf(text, one, `${id}-s${index + 1}`));
  const reading = { document: document.id, reader: { name: "by-hand", version: 1 }, sentences: [], attributions: [] };
  const none = { actors: [], times: [], events: [], contacts: [], positions: [], forecasts: [] };
  return { document, outcome: { kind: "read", reading, ...none, statements } };
}

/** The span of `words` in `text`. @throws RangeError where they are not there. */
export function spanOf(text: string, words: string, from = 0): CharSpan {
  const start = text.indexOf(words, from);
  if (start === -1) throw new RangeError(`not in the text: ${words}`);
  return charSpan(start, start + words.length);
}

export function statementOf(text: string, said: Said, id: string): Statement {
  const contents = typeof said.content === "string" ? [said.content] : said.content;
  const [first, ...more] = contents.map((words) => spanOf(text, words));
  if (!first) throw new RangeError("a statement needs content");
  const near = (words: string | undefined): CharSpan | null => {
    if (words === undefined) return null;
    const [before, after] = [text.lastIndexOf(words, first.start), text.indexOf(words, first.end)];
    return spanOf(
      text,
      words,
      before === -1 || (after !== -1 && after - first.end < first.start - before) ? after : before,
    );
  };
  const list = (words: string | undefined): readonly CharSpan[] => [near(words)].flatMap((span) => span ?? []);
  const sourcing = said.sourcing ?? "on-record";
  return {
    id: id as StatementId,
    source: { spans: list(said.source), actor: null },
    cue: { spans: list(said.cue) },
    content: { spans: [first, ...more] },
    quotation: said.quotation ?? "indirect",
    quotationConfidence: said.quotationConfidence ?? null,
    sourcing,
    descriptor: sourcing === "anonymous" ? near(said.source) : null,
    relay: list(said.relay),
    addressee: near(said.addressee),
    unresolved: said.unresolved ?? [],
    confidence: said.confidence ?? null,
  };
}

export const onDay = (
  value: string,
  source: DateCandidate["source"] = "dateline",
  evidence = value,
): DateCandidate => ({
  value,
  precision: "day",
  source,
  span: null,
  evidence,
});

/** Texts that try what a text can try: escape sequences, markup, wide and combining characters, bidirectional overrides. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "\u001b[2J",
        "\u009b31m",
        "\u0007",
        "</script>",
        "<b>",
        "&amp;",
        "平和会談",
        "👩‍👩‍👧",
        "é",
        "\u202e",
      ),
      fc.constantFrom(" ", "\n", "\n\n", "\r\n", "\t", "Verel said ", "[x](javascript:y)", "=1+1", "\ud800", '"', "'"),
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((parts) => `x${parts.join("")}`);

/** Articles of any shape that the types allow: overlapping statements, odd regions, missing metadata, no reading. */
export const anyArticle: fc.Arbitrary<Article> = hostileText.chain((text) => {
  const span = spanIn(text.length);
  const spans = fc.array(span, { maxLength: 3 }).map((list) => list.toSorted((a, b) => a.start - b.start));
  const words = fc.option(hostileText);
  const date = fc.record({
    value: fc.constant("2031-03"),
    precision: fc.constant("month" as const),
    source: fc.constantFrom("url" as const, "byline" as const),
    span: fc.option(span),
    evidence: hostileText,
  });
  const statement: fc.Arbitrary<Statement> = fc.record({
    id: fc.uuid().map((id) => id as StatementId),
    source: fc.record({ spans, actor: fc.constant(null) }),
    cue: fc.record({ spans }),
    content: fc.record({ spans: fc.tuple(span, spans).map(([first, more]) => [first, ...more] as const) }),
    quotation: fc.constantFrom("direct" as const, "indirect" as const, "mixed" as const),
    quotationConfidence: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    sourcing: fc.constantFrom("on-record" as const, "anonymous" as const, "documentary" as const),
    descriptor: fc.option(span),
    relay: spans,
    addressee: fc.option(span),
    unresolved: fc.subarray(["source", "addressee", "quotation"] as const),
    confidence: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  });
  const document = fc.record({
    id: fc.uuid().map((id) => id as DocumentId),
    file: hostileText,
    url: fc.option(fc.oneof(fc.webUrl(), fc.constantFrom("javascript:alert(1)", "data:text/html,x"), hostileText)),
    title: words,
    outlet: words,
    bylines: fc.array(hostileText, { maxLength: 2 }),
    published: fc.option(date),
    dateCandidates: fc.array(date, { maxLength: 2 }),
    language: fc.option(fc.constantFrom("en", "fr")),
    text: fc.constant(text),
    regions: spans.map((list) => list.reduce(withoutOverlap, [])),
    order: fc.constantFrom("original" as const, "suspect" as const),
    damage: fc.subarray(["quotes-stripped", "apostrophes-stripped"] as const),
    origin: fc.option(
      fc.record({ outlet: hostileText, spans, basis: fc.constant("relay" as const), evidence: hostileText }),
    ),
  });
  const outcome = fc.oneof(
    { weight: 1, arbitrary: fc.constant({ kind: "unread", reason: "language", detail: "written in French" } as const) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(
          fc.array(statement, { maxLength: 5 }),
          spans,
          arbitraryRecords("" as DocumentId, text),
          fc.array(hostileText, { minLength: 1, maxLength: 3 }),
        )
        .map(([statements, sentences, { actors, times, events, contacts, positions, forecasts }, names]) => ({
          kind: "read" as const,
          reading: { document: "" as DocumentId, reader: { name: "any", version: 3 }, sentences, attributions: [] },
          actors: actors.map((actor, nth) => ({ ...actor, name: names[nth % names.length] ?? "x" })),
          statements: statements.map((each, nth) => ({
            ...each,
            source: { ...each.source, actor: actors[nth]?.id ?? null },
          })),
          times,
          events: events.map((event) => ({ ...event, statement: null })),
          contacts,
          positions: positions.map((position) => ({ ...position, statement: null })),
          forecasts: forecasts.map((forecast) => ({ ...forecast, statement: null })),
        })),
    },
  );
  return fc.record({ document, outcome });
});

const spanIn = (length: number): fc.Arbitrary<CharSpan> =>
  fc.tuple(fc.nat(length - 1), fc.nat(length - 1)).map(([a, b]) => charSpan(Math.min(a, b), Math.max(a, b) + 1));

const withoutOverlap = (kept: Region[], span: CharSpan): Region[] =>
  (kept.at(-1)?.end ?? 0) <= span.start
    ? [...kept, { ...span, kind: kept.length % 2 ? ("boilerplate" as const) : ("body" as const) }]
    : kept;
