import type { RowDocument } from "../../../ledger/ledger.ts";
import type { CharSpan, DocumentId } from "../../../text/span.ts";
import { oneLine } from "../../printable.ts";
import type { BriefDocument } from "../gather.ts";

/** What a finding rests on: words at one place of one document. */
export interface EvidenceParts {
  readonly document: Pick<RowDocument, "id" | "outlet" | "publishedAt">;
  readonly spans: readonly CharSpan[];
  readonly words: string;
  /** What these words show, before them: "2031-02-28 ± on conditions", "Teo Castellin". */
  readonly label: string;
  /** What else is known of them, a phrase each: who tells it, on which terms, how sourced. */
  readonly facts: readonly string[];
  /** What to be careful of, a phrase each. */
  readonly cautions: readonly string[];
}

/** Evidence with its place in the brief. */
export interface Evidence extends EvidenceParts {
  /** Where the brief holds the article: it may have been left out by the brief's bounds. */
  readonly at: {
    readonly in: BriefDocument;
    /** Index into `BriefData.documents`. */
    readonly document: number;
    /** Among the records of its document that have a line of their own, after the contacts: ties the line to the marks. */
    readonly number: number;
  } | null;
}

/** One line of an analysis with what it rests on. */
export interface FindingOf<E extends EvidenceParts> {
  readonly title: string;
  /** A phrase each, behind the title. */
  readonly facts: readonly string[];
  readonly evidence: readonly E[];
}

export interface SectionOf<E extends EvidenceParts> {
  /** For links within the page. */
  readonly id: string;
  readonly title: string;
  /** How to read it, a sentence or two. */
  readonly note: string;
  readonly findings: readonly FindingOf<E>[];
  /** Said where there are no findings. */
  readonly empty: string;
}

export type Finding = FindingOf<Evidence>;
export type Section = SectionOf<Evidence>;
export type DraftFinding = FindingOf<EvidenceParts>;
export type DraftSection = SectionOf<EvidenceParts>;

/** Gives every piece of evidence its place in the brief's articles. `taken`: how many numbers each document has given away. */
export function placed(
  sections: readonly DraftSection[],
  documents: readonly BriefDocument[],
  taken: (one: BriefDocument) => number,
): readonly Section[] {
  const places = new Map<DocumentId, { readonly in: BriefDocument; readonly document: number; next: number }>();
  for (const [document, one] of documents.entries()) {
    places.set(one.article.document.id, { in: one, document, next: taken(one) + 1 });
  }
  const place = (parts: EvidenceParts): Evidence => {
    const found = places.get(parts.document.id);
    const words = oneLine(parts.words);
    if (found === undefined) return { ...parts, words, at: null };
    return { ...parts, words, at: { in: found.in, document: found.document, number: found.next++ } };
  };
  return sections.map((section) => ({
    ...section,
    findings: section.findings.map((finding) => ({ ...finding, evidence: finding.evidence.map(place) })),
  }));
}

/** Several where there are any, else none. */
export const phrases = (...parts: readonly (string | null | false)[]): readonly string[] =>
  parts.filter((part): part is string => typeof part === "string" && part !== "");
