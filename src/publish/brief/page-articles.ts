import { oneLine } from "../printable.ts";
import { counted, damageOf, dateWords, originWords, outletOf, publishedWords, titleOf } from "../wording.ts";
import type { Evidence, Section } from "./findings/finding.ts";
import type { BriefDocument } from "./gather.ts";
import { html, type Markup, safeAddress } from "./markup.ts";
import { articleText } from "./page-text.ts";

/** Every article under its date of publication, newest first, its text folded away. */
export function articleSections(documents: readonly BriefDocument[], sections: readonly Section[]): readonly Markup[] {
  const evidence = evidenceByDocument(sections);
  const days = new Map<string | null, Markup[]>();
  for (const [index, one] of documents.entries()) {
    const value = one.article.document.published?.value ?? null;
    days.set(value, [...(days.get(value) ?? []), articleMarkup(one, index, evidence.get(index) ?? [])]);
  }
  return [...days].map(
    ([value, articles]) =>
      html`<section class="day"><h3>${value ? html`<time datetime="${value}">${dateWords(value)}</time>` : "No date"}</h3>${articles}</section>`,
  );
}

export const articleId = (index: number): string => `a${index}`;

function evidenceByDocument(sections: readonly Section[]): ReadonlyMap<number, readonly Evidence[]> {
  const all = new Map<number, Evidence[]>();
  for (const evidence of sections.flatMap(({ findings }) => findings).flatMap((finding) => finding.evidence)) {
    if (evidence.at === null) continue;
    all.set(evidence.at.document, [...(all.get(evidence.at.document) ?? []), evidence]);
  }
  return all;
}

function articleMarkup(one: BriefDocument, index: number, evidence: readonly Evidence[]): Markup {
  const { document, outcome } = one.article;
  const title = oneLine(titleOf(document));
  const said = outcome.kind === "unread" ? "not read" : counted(one.statements.length, "statement");
  return html`<details class="article" id="${articleId(index)}"><summary><bdi class="title">${title}</bdi> <span class="meta"><bdi class="outlet">${oneLine(outletOf(document))}</bdi> <span>${said}</span>${cautions(one).map((text) => html` <span class="tag flag">${text}</span>`)}</span></summary><dl class="facts">${factsOf(one)}</dl><div class="text" lang="${document.language}">${articleText(one, index, evidence)}</div></details>`;
}

function cautions({ article: { document, outcome } }: BriefDocument): readonly string[] {
  return [...(outcome.kind === "unread" ? [outcome.detail] : []), ...damageOf(document)];
}

function factsOf({ article: { document, outcome }, rejected }: BriefDocument): readonly Markup[] {
  const address = safeAddress(document.url);
  const link = address ? html`<a href="${address}" rel="noreferrer noopener">${address}</a>` : null;
  const candidates = document.dateCandidates.filter(({ value }) => value !== document.published?.value);
  const rows: readonly (readonly [string, string | Markup | null])[] = [
    ["Published", publishedWords(document.published)],
    ["Other dates", candidates.map((one) => publishedWords(one)).join("; ") || null],
    ["By", document.bylines.map(oneLine).join(", ") || null],
    ["First reported", document.origin && originWords(document.origin)],
    ["Address", link ?? document.url],
    ["Damage", damageOf(document).join("; ") || null],
    ["Not read", outcome.kind === "unread" ? outcome.detail : null],
    ["Rejected", rejected > 0 ? counted(rejected, "statement") : null],
    ["File", document.file],
    ["Id", document.id],
  ];
  return rows.flatMap(([name, value]) =>
    value === null ? [] : [html`<dt>${name}</dt><dd>${typeof value === "string" ? oneLine(value) : value}</dd>`],
  );
}
