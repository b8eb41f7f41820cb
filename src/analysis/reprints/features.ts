import { type Profile, wordRange } from "./profile.ts";
import { connectingBits } from "./words.ts";

/** Anchors are paired with so many that follow in the sentence. */
const reach = 4;
/** A text with fewer pairs of anchors is known by its words in threes too. */
const fewestPairs = 16;

/**
 * What two texts share if one was made from the other, as 32-bit hashes, each with the two words that make it rare:
 * pairs of rarer words (names, numbers, what the report is about) close together in one sentence, in either order. Where
 * half of the words were replaced a quarter of the pairs is left; no order of sentences matters. A text that has few has
 * three words in a row instead.
 */
export function featuresOf(profile: Profile, isKnown: (key: number) => boolean): ReadonlyMap<number, Feature> {
  const features = new Map<number, Feature>();
  for (let at = 0; at < profile.sentences.length; at++) {
    const [from, to] = wordRange(profile, at);
    const keys = profile.keys.subarray(from, to);
    const anchors = keys.filter((key, word) => (profile.bits[from + word] ?? 0) >= connectingBits && isKnown(key));
    anchors.forEach((one, nth) => {
      for (const other of anchors.subarray(nth + 1, nth + 1 + reach))
        if (other !== one) features.set(mix(Math.min(one, other), Math.max(one, other)), [one, other]);
    });
  }
  if (features.size < fewestPairs) addShingles(profile, features);
  return features;
}

/** The keys of its rarer words. */
export type Feature = readonly [number, number];

function addShingles(profile: Profile, features: Map<number, Feature>): void {
  for (let at = 0; at < profile.sentences.length; at++) {
    const [from, to] = wordRange(profile, at);
    for (let word = from; word + 2 < to; word++) {
      const [first, second, third] = [
        profile.keys[word] ?? 0,
        profile.keys[word + 1] ?? 0,
        profile.keys[word + 2] ?? 0,
      ];
      features.set(mix(mix(first, second), third), [first, third]);
    }
  }
}

/** Two hashes in one, evenly spread; their order counts. */
export function mix(one: number, other: number): number {
  let hash = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ other;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
