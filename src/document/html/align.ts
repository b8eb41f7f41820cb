import type { KindedBlock } from "./furniture.ts";

/** Words in a row that count as the same passage; the measure of the article-extraction benchmark. */
const runLength = 4;
/** The published text counts as complete if it holds this share of the extracted body, and the body of it. */
const completeShare = 0.8;
/** A block is a passage of the published text if that holds this share of it. */
const passageShare = 0.9;
/** Furniture with fewer words may stand in the published text by chance. */
const fewestWords = 6;

/**
 * Corrects kinds by the article's text as its own structured data gives it, where that is complete: what stands before
 * its first passage or after its last is furniture, and furniture that is in it is body. Blocks in between stay:
 * publishers leave embedded posts and quotations out of that text. Where it is incomplete nothing changes.
 */
export function alignWithArticleText(
  blocks: readonly KindedBlock[],
  articleText: string | null,
): readonly KindedBlock[] {
  if (articleText === null) return blocks;
  const published = runsOf(articleText);
  const body = blocks.filter((block) => block.kind === "body");
  const extracted = runsOf(body.map((block) => block.text).join(" "));
  if (shareIn(extracted, published) < completeShare || shareIn(published, extracted) < completeShare) return blocks;

  const shares = blocks.map((block) => shareIn(runsOf(block.text), published));
  const first = shares.findIndex((share) => share >= passageShare);
  const last = shares.findLastIndex((share) => share >= passageShare);
  return blocks.map((block, index) => {
    const share = shares[index] ?? 0;
    if (block.kind === "body" && (index < first || index > last)) return { ...block, kind: "boilerplate" };
    const isPassage = share >= passageShare && wordCount(block.text) >= fewestWords;
    return block.kind === "boilerplate" && isPassage ? { ...block, kind: "body" } : block;
  });
}

/** Every run of four words, without case; a shorter text is one run. */
function runsOf(text: string): ReadonlySet<string> {
  const words = wordsOf(text.toLowerCase());
  const runs = new Set<string>();
  for (let start = 0; start + runLength <= words.length; start++)
    runs.add(words.slice(start, start + runLength).join(" "));
  if (words.length > 0 && words.length < runLength) runs.add(words.join(" "));
  return runs;
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const wordCount = (text: string): number => wordsOf(text).length;

/** Which share of the runs the others hold, 0 to 1; 0 where there are none. */
function shareIn(runs: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let found = 0;
  for (const run of runs) if (others.has(run)) found++;
  return runs.size === 0 ? 0 : found / runs.size;
}
