import { createHash } from "node:crypto";
import { counted, sourcingWords } from "../wording.ts";
import { contactLinesOf, partiesOf } from "./contacts.ts";
import {
  type Caution,
  cautionsOf,
  type Figures,
  figuresOf,
  filterWords,
  quotationShares,
  spanOfDates,
} from "./figures.ts";
import type { Section } from "./findings/finding.ts";
import { type BriefAnalysis, sectionsOf } from "./findings/sections.ts";
import type { BriefData } from "./gather.ts";
import { html, type Markup, trusted } from "./markup.ts";
import { articleId, articleSections } from "./page-articles.ts";
import { calendar } from "./page-calendar.ts";
import { contactSection, contactsLink } from "./page-contacts.ts";
import { contentsOf, findingSection } from "./page-findings.ts";
import { speakerSections } from "./page-lines.ts";
import { pageScript } from "./page-script.ts";
import { pageStyle } from "./page-style.ts";
import { linesOf, speakersOf } from "./speakers.ts";

/**
 * The brief as one HTML file that asks nothing of the network. Every line opens to its words: with a script beside the
 * list, at the place in the article; without one in place, by `<details>`. Same data, same bytes. Without an analysis
 * there are no findings, statements and contacts alone.
 */
export function renderBriefHtml(data: BriefData, analysis: BriefAnalysis | null = null): string {
  const lines = linesOf(data);
  const figures = figuresOf(data, lines);
  const body = data.documents.length === 0 ? emptyPage(data) : fullPage(data, figures, lines, analysis);
  const title = `Parley brief: ${counted(figures.documents, "article")}, ${spanOfDates(figures)}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trusted(pageStyle)}</style>
</head>
<body>
<a class="skip" href="#who">Skip to the statements</a>
${body}
<script>${trusted(pageScript)}</script>
</body>
</html>
`.markup;
}

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;

/** Only our own style and script, known by their hashes; nothing is fetched, sent or framed. */
const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src ${hashOf(pageStyle)}`,
  `script-src ${hashOf(pageScript)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function fullPage(
  data: BriefData,
  figures: Figures,
  lines: ReturnType<typeof linesOf>,
  analysis: BriefAnalysis | null,
): Markup {
  const cautions = cautionsOf(data, lines);
  const contacts = contactLinesOf(data);
  const sections = analysis === null ? [] : sectionsOf(data, analysis);
  const [before, after] = aroundContacts(sections);
  return html`${masthead(data, figures)}
<div class="desk">
<main>
<section class="glance" aria-labelledby="glance"><h2 id="glance" class="quiet">At a glance</h2>
${sourcingBar(figures)}<p class="note">${quotationShares(lines)}.${contactsLink(contacts)}</p>
${calendar(data.documents)}
${cautions.length > 0 ? cautionList(data, cautions) : null}${contentsOf(sections, contacts.length)}</section>
${tools(data)}
${before.map(findingSection)}${contactSection(partiesOf(contacts))}${after.map(findingSection)}
<section id="who" aria-labelledby="who-title" tabindex="-1"><h2 id="who-title">Who said what</h2>
${legend}
<div id="by-source">${lines.length > 0 ? speakerSections(speakersOf(lines)) : html`<p class="empty">No statements in these articles.</p>`}</div>
<div id="by-date" hidden></div>
<p class="empty" id="nothing" hidden>No statement fits. Clear the search or a filter.</p></section>
<section aria-labelledby="articles-title" id="articles"><h2 id="articles-title">The articles, by date</h2>${articleSections(data.documents, sections)}</section>
</main>
<aside id="pane" aria-label="The article" tabindex="-1" hidden></aside>
</div>
<p id="said" class="unseen" role="status"></p>
${footer}`;
}

/** Contacts stand after what changed, where each side stands and what is disputed. */
function aroundContacts(sections: readonly Section[]): readonly [readonly Section[], readonly Section[]] {
  const at = sections.findIndex(({ id }) => id === "disputes") + 1;
  return [sections.slice(0, at), sections.slice(at)];
}

function masthead(data: BriefData, figures: Figures): Markup {
  const filter = filterWords(data.filter);
  return html`<header class="masthead"><p class="name">Parley <span>brief</span></p><h1>${spanOfDates(figures)}</h1><p class="sum">${counted(figures.statements, "statement")} in ${counted(figures.documents, "article")} from ${counted(figures.outlets, "outlet")}</p>${filter ? html`<p class="note">Filtered: ${filter}.</p>` : null}</header>`;
}

/** A bar in three patterns, with its figures in words beside it. */
function sourcingBar(figures: Figures): Markup {
  const whole = Math.max(1, figures.statements);
  const parts = [
    ["on-record", figures.onRecord],
    ["anonymous", figures.anonymous],
    ["documentary", figures.documentary],
  ] as const;
  let x = 0;
  const bars = parts.map(([sourcing, count]) => {
    const width = (1000 * count) / whole;
    const bar = html`<rect class="${sourcing}" x="${x.toFixed(1)}" width="${Math.max(0, width - 3).toFixed(1)}" height="10"/>`;
    x += width;
    return bar;
  });
  const words = parts.map(
    ([sourcing, count]) =>
      html`<li><span class="tag ${sourcing}">${sourcingWords[sourcing]}</span> <b>${count}</b></li>`,
  );
  return html`<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${bars}</svg><ul class="key">${words}</ul>`;
}

function cautionList(data: BriefData, cautions: readonly Caution[]): Markup {
  const items = cautions.map(({ text, documents }) => {
    const links = documents.map((one) => {
      const { title, outlet } = one.article.document;
      return html`<li><a href="#${articleId(data.documents.indexOf(one))}"><bdi>${title ?? "(no title)"}</bdi></a> <span class="meta">${outlet}</span></li>`;
    });
    return documents.length === 0
      ? html`<li>${text}</li>`
      : html`<li><details><summary>${text}</summary><ul>${links}</ul></details></li>`;
  });
  return html`<div class="cautions"><h3>Bear in mind</h3><ul>${items}</ul></div>`;
}

/** Shown by the script, which it needs. */
function tools({ documents }: BriefData): Markup {
  const names = [...new Set(documents.flatMap(({ article }) => article.document.outlet ?? []))].sort();
  const outlets = names.map((name) => html`<option>${name}</option>`);
  return html`<form class="tools" role="search" hidden><label class="search"><span class="unseen">Search source, outlet and words</span><input type="search" id="query" placeholder="Search source, outlet, words" autocomplete="off" spellcheck="false"><kbd aria-hidden="true">/</kbd></label>
<label><span class="unseen">Outlet</span><select id="outlet"><option value="">All outlets</option>${outlets}</select></label>
<label><span class="unseen">Quotation</span><select id="quotation"><option value="">Any quotation</option><option value="direct">direct</option><option value="mixed">mixed</option><option value="indirect">indirect</option></select></label>
<label><span class="unseen">Sourcing</span><select id="sourcing"><option value="">Any sourcing</option><option value="on-record">on record</option><option value="anonymous">anonymous</option><option value="documentary">documentary</option></select></label>
<label><span class="unseen">Grouped</span><select id="order"><option value="source">By source</option><option value="date">By date</option></select></label>
<output id="count" for="query outlet quotation sourcing"></output></form>`;
}

const legend = html`<p class="legend">Marked in the articles: <span class="s">source</span>, <span class="q">cue</span>, <span class="c">content</span>.</p>`;

const footer = html`<footer><p class="keys"><kbd>j</kbd> <kbd>k</kbd> next and previous line, <kbd>Enter</kbd> open it in its article, <kbd>Esc</kbd> back, <kbd>/</kbd> search.</p><p>Everything here was read from the articles, word for word; what the texts leave open says “unresolved”.</p></footer>`;

const emptyPage = ({ filter }: BriefData): Markup => {
  const words = filterWords(filter);
  return html`<header class="masthead"><p class="name">Parley <span>brief</span></p><h1>Nothing to read yet</h1></header>
<main id="who" class="nothing"><p>${words ? html`No article in the ledger fits: ${words}.` : "The ledger holds no articles."}</p><p>${words ? "Widen the filter and write the brief again." : html`Add some with <code>parley add PATH…</code> and write the brief again.`}</p></main>`;
};
