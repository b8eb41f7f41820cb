import { type Buckets, bucketsOf } from "./buckets.ts";
import type { Profile } from "./profile.ts";
import { countWords, sketchOf } from "./sketch.ts";

/** Two documents to be compared, by index, the smaller first. */
export type Candidate = readonly [number, number];

/** So few are compared each with each. */
const fewDocuments = 40;
/** What two sketches share by chance: less than this, save in texts that have little to share. */
const fewestShared = 2;
/** Each document is compared with so many: those that share most with it. */
const mostCandidates = 24;

/**
 * The pairs of documents that may carry one report, in time and space that grow with their number and no faster:
 * documents meet in the buckets of the features they keep (locality-sensitive hashing in tables of one feature each; Indyk
 * and Motwani 1998), and those that meet twice or more are candidates.
 */
export function candidatesOf(profiles: readonly Profile[]): readonly Candidate[] {
  if (profiles.length <= fewDocuments) return eachWithEach(profiles.length);
  const counts = countWords(profiles);
  const sketches = profiles.map((profile) => sketchOf(profile, counts));
  return bestOfEach(sketches, bucketsOf(sketches));
}

function eachWithEach(count: number): readonly Candidate[] {
  const out: Candidate[] = [];
  for (let a = 0; a < count; a++) for (let b = a + 1; b < count; b++) out.push([a, b]);
  return out;
}

function bestOfEach(sketches: readonly Uint32Array[], buckets: Buckets): readonly Candidate[] {
  const size = sketches.length;
  const found = new Set<number>();
  const shared = new Uint16Array(size);
  for (let document = 0; document < size; document++) {
    const met: number[] = [];
    for (const bucket of buckets.bucketsOf(document)) {
      for (const other of buckets.documents(bucket)) {
        if (other !== document && shared[other] === 0) met.push(other);
        shared[other] = (shared[other] ?? 0) + 1;
      }
    }
    const enough = Math.min(fewestShared, sketches[document]?.length ?? 0);
    const best = met
      .filter((other) => (shared[other] ?? 0) >= enough)
      .sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b)
      .slice(0, mostCandidates);
    for (const other of best) found.add(Math.min(document, other) * size + Math.max(document, other));
    for (const other of met) shared[other] = 0;
    shared[document] = 0;
  }
  return Array.from(found, (pair) => [Math.floor(pair / size), pair % size] as const).sort(
    (one, two) => one[0] - two[0] || one[1] - two[1],
  );
}
