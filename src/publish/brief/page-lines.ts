import { oneLine } from "../printable.ts";
import {
  counted,
  dateWords,
  isNamedBy,
  isReprint,
  outletOf,
  quotationTold,
  sourcingWords,
  titleOf,
  wordsOf,
} from "../wording.ts";
import { html, type Markup, trusted } from "./markup.ts";
import { lineId, markId, passage } from "./page-text.ts";
import type { Line, Speaker, Voice } from "./speakers.ts";

const voiceTitles: Readonly<Record<Voice, readonly [title: string, note: string]>> = {
  named: [
    "Named",
    "Grouped by whom the words refer to; where that is not resolved, by the words that name them, each wording apart.",
  ],
  described: ["Described, not named", "“The minister”, “a delegation”: told apart within one article only."],
  anonymous: ["Anonymous", "Never merged across articles: the same wording may hide two people."],
  none: ["No source given", "The text attributes the words and does not say to whom."],
};

/** Longer contents are cut in the list; the passage has them whole. In UTF-16 code units. */
const longestInList = 360;
/** Sources listed before the rest are folded away. */
const sourcesShown = 14;

/** The lines grouped by who said them. Every line opens to its passage, with or without a script. */
export function speakerSections(speakers: readonly Speaker[]): readonly Markup[] {
  return (Object.keys(voiceTitles) as Voice[]).flatMap((voice) => {
    const own = speakers.filter((speaker) => speaker.voice === voice);
    if (own.length === 0) return [];
    const [title, note] = voiceTitles[voice];
    const count = own.reduce((sum, { lines }) => sum + lines.length, 0);
    return [
      html`<section class="voice ${voice}" aria-labelledby="v-${voice}"><h3 id="v-${voice}">${title} <span class="count">${count}</span></h3><p class="note">${note}</p>${
        voice === "named" ? [sourceIndex(own), ...own.map(namedGroup)] : byArticle(own).map(articleGroup)
      }</section>`,
    ];
  });
}

function sourceIndex(named: readonly Speaker[]): Markup {
  const link = ({ name, lines }: Speaker, index: number) =>
    html`<li><a href="#g${index}">${name}</a> <span class="count">${lines.length}</span></li>`;
  const links = named.map(link);
  const rest = links.slice(sourcesShown);
  const folded = html`<details><summary>${counted(rest.length, "more source")}</summary><ul>${rest}</ul></details>`;
  return html`<nav class="sources" aria-label="Named sources"><ul>${links.slice(0, sourcesShown)}</ul>${rest.length > 0 ? folded : null}</nav>`;
}

const namedGroup = ({ name, lines }: Speaker, index: number): Markup =>
  html`<section class="group" id="g${index}"><h4><bdi>${name}</bdi> <span class="count">${lines.length}</span></h4><ol class="lines">${lines.map(lineMarkup)}</ol></section>`;

/** Speakers that are told apart within an article stand together under it. */
function byArticle(speakers: readonly Speaker[]): readonly (readonly Line[])[] {
  const groups = new Map<number, Line[]>();
  for (const line of speakers.flatMap(({ lines }) => lines)) {
    groups.set(line.document, [...(groups.get(line.document) ?? []), line]);
  }
  return [...groups.values()];
}

function articleGroup(lines: readonly Line[]): Markup {
  const document = lines[0]?.in.article.document;
  const title = document ? oneLine(titleOf(document)) : "";
  return html`<section class="group told-apart"><h4>in <bdi class="title">${title}</bdi></h4><ol class="lines">${lines.map(lineMarkup)}</ol></section>`;
}

function lineMarkup(line: Line): Markup {
  const { statement, document, number, words, in: one } = line;
  const { document: article } = one.article;
  const date = article.published;
  const when = date ? html`<time datetime="${date.value}">${dateWords(date.value)}</time>` : html`<span>no date</span>`;
  return html`<li class="line" id="${lineId(document, number)}"><details><summary><span class="words ${statement.quotation}">${clipped(words.content)}</span> <span class="meta">${sourceMarkup(line)} <i>${words.cue || "(no cue)"}</i> <bdi class="outlet">${oneLine(outletOf(article))}</bdi> ${when} <span class="tag ${statement.sourcing}">${sourcingWords[statement.sourcing]}</span> <span class="tag">${quotationTold(statement)}</span>${flags(line)}</span></summary>${passage(line)}${facts(line)}<p class="go"><a href="#${markId(document, number)}">In the article</a></p></details></li>`;
}

/** The source's words, and whom they refer to where they do not say it themselves. */
function sourceMarkup({ words, actor, voice }: Line): Markup {
  const isSame = actor === null || isNamedBy(actor, words.source);
  const source = html`<b dir="auto"${isSame && voice === "named" ? trusted(' class="same"') : null}>${words.source || "source not given"}</b>`;
  return isSame ? source : html`${[source]} <span class="who">(<bdi>${oneLine(actor.name)}</bdi>)</span>`;
}

/** What must be borne in mind of this line: a word or two each. */
function flags({ statement, decision, alsoIn, in: { article } }: Line): readonly Markup[] {
  const { document } = article;
  const texts = [
    ...statement.unresolved.map((what) => `${what} unresolved`),
    ...(alsoIn > 0 ? [`also in ${counted(alsoIn, "other article")}`] : []),
    ...(isReprint(document) && document.origin ? [`origin: ${oneLine(document.origin.outlet)}`] : []),
    ...(document.order === "suspect" ? ["order suspect"] : []),
    ...(document.damage.length > 0 ? ["text damaged"] : []),
  ];
  const sure =
    statement.confidence === null
      ? []
      : [html` <span class="tag">confidence ${statement.confidence.toFixed(2)}</span>`];
  const review = decision ? [html` <span class="tag reviewed">${decision.verdict}</span>`] : [];
  return [...sure, ...texts.map((text) => html` <span class="tag flag">${text}</span>`), ...review];
}

/** What is told apart from source, cue and content; nothing where the text says no more. */
function facts({ statement, decision, in: { article } }: Line): Markup | null {
  const { text } = article.document;
  const rows: readonly (readonly [string, string | null])[] = [
    ["Told to", wordsOf(text, statement.relay) || null],
    ["Addressed to", statement.addressee && wordsOf(text, [statement.addressee])],
    ["Described as", statement.descriptor && wordsOf(text, [statement.descriptor])],
    ["Review note", decision?.note ?? null],
  ];
  const given = rows.flatMap(([name, value]) => (value ? [html`<dt>${name}</dt><dd>${oneLine(value)}</dd>`] : []));
  return given.length === 0 ? null : html`<dl class="facts">${given}</dl>`;
}

const clipped = (content: string): string =>
  content.length <= longestInList ? content : `${content.slice(0, longestInList).replace(/\s+\S*$/u, "")} …`;
