import { oneLine } from "../printable.ts";
import { counted, dateWords, outletOf } from "../wording.ts";
import type { Evidence, Finding, Section } from "./findings/finding.ts";
import { html, type Markup } from "./markup.ts";
import { evidenceId, evidencePassage, recordMarkId } from "./page-text.ts";

/** Findings shown before the rest are folded away. */
const SHOWN = 12;

/** Links to the findings, for the beginning of the page. */
export function contentsOf(sections: readonly Section[], contacts: number): Markup | null {
  if (sections.length === 0) return null;
  const links = sections.map(
    ({ id, title, findings }) =>
      html`<li><a href="#${id}">${title}</a> <span class="count">${findings.length}</span></li>`,
  );
  const further = [
    ...(contacts === 0 ? [] : [html`<li><a href="#contacts">Contacts</a> <span class="count">${contacts}</span></li>`]),
    html`<li><a href="#who">Who said what</a></li>`,
    html`<li><a href="#articles">The articles</a></li>`,
  ];
  return html`<nav class="contents" aria-label="Contents"><ul>${[...links, ...further]}</ul></nav>`;
}

/** One section of findings. Every piece of evidence opens to its words, with or without a script. */
export function findingSection(section: Section): Markup {
  const { id, title, note, findings, empty } = section;
  const head = html`<h2 id="${id}-title">${title} <span class="count">${findings.length}</span></h2>`;
  if (findings.length === 0) {
    return html`<section id="${id}" aria-labelledby="${id}-title">${head}<p class="empty">${empty}</p></section>
`;
  }
  const rest = findings.slice(SHOWN);
  const folded =
    rest.length === 0
      ? null
      : html`<details class="rest"><summary>${counted(rest.length, "more finding")}</summary>${rest.map(findingMarkup)}</details>`;
  return html`<section id="${id}" class="records" aria-labelledby="${id}-title">${head}<p class="note">${note}</p>${findings.slice(0, SHOWN).map(findingMarkup)}${folded}</section>
`;
}

function findingMarkup({ title, facts, evidence }: Finding): Markup {
  const known =
    facts.length === 0
      ? null
      : html`<p class="meta known">${facts.map((fact) => html`<span>${oneLine(fact)}</span> `)}</p>`;
  const lines = evidence.length === 0 ? null : html`<ol class="lines">${evidence.map(evidenceMarkup)}</ol>`;
  return html`<section class="group finding"><h3 class="parties"><bdi>${oneLine(title)}</bdi></h3>${known}${lines}</section>`;
}

function evidenceMarkup({ document, spans, words, label, facts, cautions, at }: Evidence): Markup {
  const date = document.publishedAt;
  const told = date ? html`<time datetime="${date}">${dateWords(date)}</time>` : html`<span>no date</span>`;
  const tags = [
    ...facts.map((fact) => html`<span class="tag">${oneLine(fact)}</span> `),
    ...cautions.map((caution) => html`<span class="tag flag">${oneLine(caution)}</span> `),
  ];
  const summary = html`<span class="label">${oneLine(label)}</span> <span class="words">${words}</span> <span class="meta">${tags}<bdi class="outlet">${oneLine(outletOf(document))}</bdi> ${told}</span>`;
  if (at === null)
    return html`<li class="elsewhere">${[summary]} <span class="meta">in an article that is not in this brief</span></li>`;
  const link = spans.length === 0 ? `a${at.document}` : recordMarkId(at.document, at.number);
  return html`<li class="line record" data-kind="Evidence" id="${evidenceId(at.document, at.number)}"><details><summary>${[summary]}</summary>${evidencePassage(spans, at.in)}<p class="go"><a href="#${link}">In the article</a></p></details></li>`;
}
