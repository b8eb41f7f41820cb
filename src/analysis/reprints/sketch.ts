import { type Feature, featuresOf, mix } from "./features.ts";
import type { Profile } from "./profile.ts";

/** Features kept of a text. */
const sketchSize = 192;
/** Any seed will do; the same in every run. */
const seed = 0x9e3779b1;

/** In how many of the documents a word stands, by key. */
export type WordCounts = ReadonlyMap<number, number>;

export function countWords(profiles: readonly Profile[]): WordCounts {
  const counts = new Map<number, number>();
  for (const { keys } of profiles) for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/**
 * A text's features by which it is looked up, in order of their values: those with the least values of one fixed hash
 * function, as `MIN_s` of Broder (1997), so that two texts keep the same of what they share, however much else they have.
 * A value grows with how common the feature's words are among all documents, so that more of what is rare is kept; words
 * of one document alone, which no other can share, are left out.
 */
export function sketchOf(profile: Profile, counts: WordCounts): Uint32Array {
  const countOf = (key: number): number => counts.get(key) ?? 1;
  const value = (hash: number, [one, other]: Feature): number =>
    mix(hash, seed) * Math.sqrt(countOf(one) * countOf(other));
  const valued = Array.from(
    featuresOf(profile, (key) => countOf(key) > 1),
    ([hash, words]) => [hash, value(hash, words)] as const,
  );
  valued.sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  return Uint32Array.from(valued.slice(0, sketchSize), ([hash]) => hash);
}
