import { likeness, type SentenceEncoder } from "../../reader/sentence-encoder.ts";
import type { Issue, IssueCodebook } from "./issue-codebook.ts";
import type { IssueFinder, LikeIssue } from "./issue-finder.ts";

/** A text of the codebook as a vector. */
interface Anchor {
  readonly vector: Float32Array;
  readonly isContrary: boolean;
  /** Whether it is a counter-example: what is likest to it is not about its issue. */
  readonly isCounter: boolean;
}

interface Anchored {
  readonly issue: Issue;
  readonly anchors: readonly Anchor[];
}

/** Finds the issue whose examples a text is most like; see `docs/decisions/0015-issues-by-codebook.md`. */
export function issueLikeness(codebook: IssueCodebook, encoder: SentenceEncoder): IssueFinder["like"] {
  let anchored: Promise<readonly Anchored[]> | null = null;
  return async (texts) => {
    anchored ??= anchorIssues(codebook, encoder);
    const issues = await anchored;
    return (await encoder.encode(texts)).map((vector) => likest(vector, issues, codebook));
  };
}

async function anchorIssues({ issues }: IssueCodebook, encoder: SentenceEncoder): Promise<readonly Anchored[]> {
  const texts = issues.map((issue) => [
    ...issue.examples.map(({ text, isContrary }) => ({ text, isContrary, isCounter: false })),
    ...issue.counterExamples.map((text) => ({ text, isContrary: false, isCounter: true })),
  ]);
  const vectors = (await encoder.encode(texts.flat().map(({ text }) => text))).values();
  return issues.map((issue, at) => ({
    issue,
    anchors: (texts[at] ?? []).flatMap(({ isContrary, isCounter }) => {
      const { value } = vectors.next();
      return value === undefined ? [] : [{ vector: value, isContrary, isCounter }];
    }),
  }));
}

function likest(vector: Float32Array, issues: readonly Anchored[], codebook: IssueCodebook): LikeIssue | null {
  const ranked = issues
    .flatMap(({ issue, anchors }) => {
      const best = nearest(vector, anchors);
      return best === null || best.anchor.isCounter ? [] : [{ issue, ...best }];
    })
    .sort((a, b) => b.cosine - a.cosine);
  const [first, second] = ranked;
  if (first === undefined || first.cosine < (first.issue.threshold ?? codebook.threshold)) return null;
  if (second !== undefined && first.cosine - second.cosine < codebook.margin) return null;
  return { issue: first.issue.id, likeness: Math.min(1, first.cosine), isContrary: first.anchor.isContrary };
}

function nearest(
  vector: Float32Array,
  anchors: readonly Anchor[],
): { readonly anchor: Anchor; readonly cosine: number } | null {
  let best: { readonly anchor: Anchor; readonly cosine: number } | null = null;
  for (const anchor of anchors) {
    const cosine = likeness(vector, anchor.vector);
    if (best === null || cosine > best.cosine) best = { anchor, cosine };
  }
  return best;
}
