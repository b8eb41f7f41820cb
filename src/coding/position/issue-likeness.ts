import { likeness, type SentenceEncoder } from "../../reader/sentence-encoder.ts";
import type { Issue, IssueCodebook } from "./issue-codebook.ts";
import type { IssueFinder, LikeIssue } from "./issue-finder.ts";
import { withoutNames } from "./without-names.ts";

/** A text of the codebook as a vector. */
interface Anchor {
  readonly vector: Float32Array;
  readonly isContrary: boolean;
}

interface AnchoredIssue {
  readonly issue: Issue;
  /** Its label, its definition, its examples. */
  readonly anchors: readonly Anchor[];
  readonly counters: readonly Anchor[];
}

/** How like a text is to an issue. */
interface Likened {
  readonly issue: Issue;
  readonly cosine: number;
  readonly isContrary: boolean;
}

/**
 * Finds the issue that a text is most like: the mean cosine with the two nearest of the issue's texts, which one stray
 * example cannot carry. Nothing where it is below the threshold, where another issue is as near, or where one of the
 * issue's counter-examples is nearer. Measured in `docs/decisions/0015-issues-by-codebook.md`.
 */
export function issueLikeness(codebook: IssueCodebook, encoder: SentenceEncoder): IssueFinder["like"] {
  let anchoring: Promise<readonly AnchoredIssue[]> | null = null;
  return async (texts) => {
    if (texts.length === 0) return [];
    anchoring ??= anchorIssues(codebook, encoder);
    const issues = await anchoring;
    return (await encoder.encode(texts.map(withoutNames))).map((vector) => likest(vector, issues, codebook));
  };
}

interface AnchorText {
  readonly text: string;
  readonly isContrary: boolean;
  readonly isCounter: boolean;
}

async function anchorIssues({ issues }: IssueCodebook, encoder: SentenceEncoder): Promise<readonly AnchoredIssue[]> {
  const texts = issues.map(anchorTexts);
  const vectors = (await encoder.encode(texts.flat().map(({ text }) => withoutNames(text)))).values();
  return issues.map((issue, at) => {
    const encoded = (texts[at] ?? []).flatMap((text) => {
      const { value } = vectors.next();
      return value === undefined ? [] : [{ ...text, vector: value }];
    });
    return {
      issue,
      anchors: encoded.filter(({ isCounter }) => !isCounter),
      counters: encoded.filter(({ isCounter }) => isCounter),
    };
  });
}

const anchorTexts = ({ label, definition, examples, counterExamples }: Issue): readonly AnchorText[] => [
  ...[label, definition].map((text) => ({ text, isContrary: false, isCounter: false })),
  ...examples.map((example) => ({ ...example, isCounter: false })),
  ...counterExamples.map((text) => ({ text, isContrary: false, isCounter: true })),
];

function likest(
  vector: Float32Array,
  issues: readonly AnchoredIssue[],
  { threshold, margin }: IssueCodebook,
): LikeIssue | null {
  const [first, second] = issues
    .flatMap((each) => likened(vector, each) ?? [])
    .filter(({ issue, cosine }) => issue.threshold === null || cosine >= issue.threshold)
    .sort((a, b) => b.cosine - a.cosine);
  if (first === undefined || first.cosine < (first.issue.threshold ?? threshold)) return null;
  if (second !== undefined && first.cosine - second.cosine < margin) return null;
  return { issue: first.issue.id, likeness: Math.min(1, first.cosine), isContrary: first.isContrary };
}

function likened(vector: Float32Array, { issue, anchors, counters }: AnchoredIssue): Likened | null {
  const [nearest, next] = anchors
    .map((anchor) => ({ anchor, cosine: likeness(vector, anchor.vector) }))
    .sort((a, b) => b.cosine - a.cosine);
  if (nearest === undefined || next === undefined) return null;
  if (counters.some((counter) => likeness(vector, counter.vector) > nearest.cosine)) return null;
  return { issue, cosine: (nearest.cosine + next.cosine) / 2, isContrary: nearest.anchor.isContrary };
}
