import fc from "fast-check";
import { type CharSpan, charSpan } from "../../text/span.ts";

/** Without U+0000, which no ledger holds; fast-check's "binary" units are code points, never lone surrogates. */
export function words(minLength: number, maxLength: number): fc.Arbitrary<string> {
  const unit = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(..."ab 😀𝔘\u0301é\"'\\%_\n\t\u2028\u0085\u{10FFFF}") },
    { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }).filter((char) => char !== "\0") },
  );
  return fc.string({ unit, minLength, maxLength });
}

export const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });

export const span = (text: string): fc.Arbitrary<CharSpan> =>
  fc
    .tuple(fc.nat(text.length - 1), fc.nat(text.length - 1))
    .map(([a, b]) => charSpan(Math.min(a, b), Math.max(a, b) + 1));

export const spans = (text: string): fc.Arbitrary<readonly CharSpan[]> => fc.array(span(text), { maxLength: 3 });
export const someSpans = (text: string): fc.Arbitrary<readonly [CharSpan, ...CharSpan[]]> =>
  fc.tuple(span(text), spans(text)).map(([first, rest]) => [first, ...rest]);

export const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0); // no -0 in JSON
export const probability = orNull(share);

export const day = fc
  .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
