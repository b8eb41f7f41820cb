import type { Region } from "../../document/document.ts";
import { splitSentences } from "../../text/sentences.ts";
import { type CharSpan, charSpan, trimSpan } from "../../text/span.ts";
import type { ReportText } from "./reprint.ts";
import { connectingBits, wordsIn } from "./words.ts";

/** The words of a document's report, sentence by sentence, as they are compared. */
export interface Profile {
  readonly sentences: readonly CharSpan[];
  /** The first word of each sentence, and at the end the number of words. */
  readonly starts: Uint32Array;
  /** Of each word, as in `Word`. */
  readonly keys: Uint32Array;
  readonly sounds: Uint32Array;
  readonly bits: Float32Array;
  /**
   * What it tells of whose sentence this is: its bits, half of them for a name, less the logarithm of the number of
   * sentences that have it. What all reports of an event name, or the whole article is about, tells less.
   */
  readonly weights: Float32Array;
  /** The keys of its rarer words, each once, sorted. */
  readonly connecting: Uint32Array;
}

/**
 * The words of the body. What else a page holds (headline, byline, furniture, sentences printed twice) is no part of the
 * report; where nothing is body, what is not furniture is taken.
 */
export function profileOf({ text, regions }: Pick<ReportText, "text" | "regions">): Profile {
  const sentences: CharSpan[] = [];
  const [starts, keys, sounds, bits]: [number[], number[], number[], number[]] = [[], [], [], []];
  const telling: number[] = [];
  for (const region of reportRegions(regions)) {
    for (const span of splitSentences(text, region.start, region.end).flatMap((one) => pieces(text, one))) {
      const words = wordsIn(text.slice(span.start, span.end));
      if (words.length === 0) continue;
      sentences.push(span);
      starts.push(keys.length);
      for (const word of words) {
        keys.push(word.key);
        sounds.push(word.sound);
        bits.push(word.bits);
        telling.push(word.isName ? namePart * word.bits : word.bits);
      }
    }
  }
  starts.push(keys.length);
  const profile = {
    sentences,
    starts: Uint32Array.from(starts),
    keys: Uint32Array.from(keys),
    sounds: Uint32Array.from(sounds),
    bits: Float32Array.from(bits),
  };
  return { ...profile, weights: weightsOf(profile, telling), connecting: connectingKeys(profile) };
}

/** No word tells nothing: where all agree, the little ones do too. */
const leastWeight = 0.3;

/** Of a name's bits that count. */
const namePart = 0.7;

function weightsOf({ starts, keys }: Pick<Profile, "starts" | "keys">, telling: readonly number[]): Float32Array {
  const counts = new Map<number, number>();
  for (let at = 0; at + 1 < starts.length; at++)
    for (const key of new Set(keys.subarray(starts[at], starts[at + 1]))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Float32Array.from(telling, (own, word) =>
    Math.max(leastWeight, own - Math.log2(counts.get(keys[word] ?? 0) ?? 1)),
  );
}

const connectingKeys = ({ keys, bits }: Pick<Profile, "keys" | "bits">): Uint32Array =>
  Uint32Array.from(new Set(keys.filter((_, word) => (bits[word] ?? 0) >= connectingBits))).sort();

function reportRegions(regions: readonly Region[]): readonly Region[] {
  const body = regions.filter(({ kind }) => kind === "body");
  return body.length > 0 ? body : regions.filter(({ kind }) => kind === "title" || kind === "dateline");
}

/** Aligning takes the square of a sentence's length: what has no full stop for long is taken in pieces. */
const longestSentence = 1000;

function pieces(text: string, { start, end }: CharSpan): readonly CharSpan[] {
  if (end - start <= longestSentence) return [charSpan(start, end)];
  const out: (CharSpan | null)[] = [];
  for (let from: number = start; from < end; ) {
    const space = text.indexOf(" ", from + longestSentence / 2);
    const to =
      space < 0 || space >= end || space - from > longestSentence ? Math.min(end, from + longestSentence) : space;
    out.push(trimSpan(text, from, to));
    from = to;
  }
  return out.filter((span) => span !== null);
}

/** The words of a sentence, `to` outside. */
export const wordRange = ({ starts }: Profile, at: number): readonly [from: number, to: number] => [
  starts[at] ?? 0,
  starts[at + 1] ?? 0,
];

/** What the words of each sentence tell together, in bits. */
export const sentenceBits = (profile: Profile): Float32Array =>
  Float32Array.from(profile.sentences, (_, at) => {
    const [from, to] = wordRange(profile, at);
    return profile.weights.subarray(from, to).reduce((sum, bits) => sum + bits, 0);
  });
