import fc from "fast-check";
import type { Article, Unread } from "../../coding/article.ts";
import type { DateCandidate, Document, Region } from "../../document/document.ts";
import type { Attribution } from "../../reader/reading.ts";
import type { DocumentId } from "../../text/span.ts";
import { day, orNull, probability, share, someSpans, span, spans, words } from "./arbitrary-parts.ts";
import { arbitraryRecords } from "./arbitrary-records.ts";

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
      arbitrary: fc
        .record({
          kind: fc.constant("read" as const),
          reading: fc.record({
            document: fc.constant(id),
            reader: fc.record({ name: words(1, 10), version: fc.nat() }),
            sentences: spans(text),
            attributions: fc.array(attribution(text), { maxLength: 3 }),
          }),
          records: arbitraryRecords(id, text),
        })
        .map(({ records, ...read }) => ({ ...read, ...records })),
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
