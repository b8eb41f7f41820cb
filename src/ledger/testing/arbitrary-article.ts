import fc from "fast-check";
import type { Article, Unread } from "../../coding/article.ts";
import type { Statement } from "../../coding/statement/statement.ts";
import type { DateCandidate, Document, Region } from "../../document/document.ts";
import type { Attribution } from "../../reader/reading.ts";
import { type ActorId, type CharSpan, charSpan, type DocumentId, type StatementId } from "../../text/span.ts";

/**
 * Any article the types allow: texts of every script and of characters outside the BMP, spans anywhere in them, also
 * inside a character. No two documents have a statement's id in common.
 */
export const arbitraryArticle: fc.Arbitrary<Article> = fc
  .tuple(hexadecimal(32), words(1, 120))
  .chain(([id, text]) => fc.tuple(document(id as DocumentId, text), outcome(id as DocumentId, text)))
  .map(([made, outcome]) => ({ document: made, outcome }));

function hexadecimal(length: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: length, maxLength: length });
}

/** Without U+0000, which no ledger holds; fast-check's "binary" units are code points, never lone surrogates. */
function words(minLength: number, maxLength: number): fc.Arbitrary<string> {
  const unit = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(..."ab 😀𝔘\u0301é\"'\\%_\n\t\u2028\u0085\u{10FFFF}") },
    { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }).filter((char) => char !== "\0") },
  );
  return fc.string({ unit, minLength, maxLength });
}

const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });

const span = (text: string): fc.Arbitrary<CharSpan> =>
  fc
    .tuple(fc.nat(text.length - 1), fc.nat(text.length - 1))
    .map(([a, b]) => charSpan(Math.min(a, b), Math.max(a, b) + 1));

const spans = (text: string): fc.Arbitrary<readonly CharSpan[]> => fc.array(span(text), { maxLength: 3 });
const someSpans = (text: string): fc.Arbitrary<readonly [CharSpan, ...CharSpan[]]> =>
  fc.tuple(span(text), spans(text)).map(([first, rest]) => [first, ...rest]);

const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0); // no -0 in JSON
const probability = orNull(share);

const day = fc
  .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const candidate = (text: string): fc.Arbitrary<DateCandidate> =>
  fc
    .record({
      day,
      precision: fc.constantFrom("day", "month", "year"),
      source: fc.constantFrom("user", "sidecar", "url", "record-line", "dateline"),
      span: orNull(span(text)),
      evidence: words(0, 10),
    })
    .map(({ day: value, precision, ...rest }) => ({
      value: value.slice(0, { day: 10, month: 7, year: 4 }[precision]),
      precision,
      ...rest,
    }));

const document = (id: DocumentId, text: string): fc.Arbitrary<Document> =>
  fc.record({
    id: fc.constant(id),
    file: words(1, 20),
    url: orNull(words(0, 20)),
    title: orNull(words(0, 20)),
    outlet: orNull(words(0, 20)),
    bylines: fc.array(words(0, 20), { maxLength: 3 }),
    published: orNull(candidate(text)),
    dateCandidates: fc.array(candidate(text), { maxLength: 3 }),
    language: orNull(fc.constantFrom("en", "fr")),
    text: fc.constant(text),
    regions: fc.array(
      fc
        .tuple(span(text), fc.constantFrom("title", "body", "boilerplate"))
        .map(([where, kind]): Region => ({ kind, ...where })),
      { maxLength: 3 },
    ),
    order: fc.constantFrom("original", "suspect"),
    damage: fc.subarray(["quotes-stripped", "apostrophes-stripped"] as const),
    origin: orNull(
      fc.record({
        outlet: words(0, 20),
        spans: spans(text),
        basis: fc.constantFrom("relay", "dateline", "url-path"),
        evidence: words(0, 20),
      }),
    ),
  });

const unread: fc.Arbitrary<Unread> = fc.record({
  kind: fc.constant("unread"),
  reason: fc.constant("language"),
  detail: words(0, 20),
});

const outcome = (id: DocumentId, text: string): fc.Arbitrary<Article["outcome"]> =>
  fc.oneof(
    { weight: 1, arbitrary: unread },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant("read" as const),
        reading: fc.record({
          document: fc.constant(id),
          reader: fc.record({ name: words(1, 10), version: fc.nat() }),
          sentences: spans(text),
          attributions: fc.array(attribution(text), { maxLength: 3 }),
        }),
        actors: fc.constant([]),
        times: fc.constant([]),
        events: fc.constant([]),
        contacts: fc.constant([]),
        statements: fc
          .array(statement(text), { maxLength: 4 })
          .map((found) => found.map((each, nth) => ({ ...each, id: `${id}${nth}` as StatementId }))),
      }),
    },
  );

const attribution = (text: string): fc.Arbitrary<Attribution> =>
  fc.record({
    source: spans(text),
    cue: spans(text),
    content: someSpans(text),
    quotation: orNull(fc.record({ direct: share, indirect: share, mixed: share })),
    confidence: probability,
  });

const statement = (text: string): fc.Arbitrary<Omit<Statement, "id">> =>
  fc.record({
    source: fc.record({ spans: spans(text), actor: orNull(words(1, 8).map((id) => id as ActorId)) }),
    cue: fc.record({ spans: spans(text) }),
    content: fc.record({ spans: someSpans(text) }),
    quotation: fc.constantFrom("direct", "indirect", "mixed"),
    quotationConfidence: probability,
    sourcing: fc.constantFrom("on-record", "anonymous", "documentary"),
    descriptor: orNull(span(text)),
    relay: spans(text),
    addressee: orNull(span(text)),
    unresolved: fc.subarray(["source", "addressee", "quotation"] as const),
    confidence: probability,
  });
