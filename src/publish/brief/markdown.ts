import { oneLine } from "../printable.ts";
import {
  counted,
  damageOf,
  isNamedBy,
  isReprint,
  originWords,
  outletOf,
  publishedWords,
  quotationTold,
  sourcingWords,
  titleOf,
  uncertaintyOf,
  wordsOf,
} from "../wording.ts";
import { type ContactLine, contactLinesOf, type Parties, partiesOf } from "./contacts.ts";
import { cautionsOf, figuresOf, filterWords, quotationShares, sourcingShares, spanOfDates } from "./figures.ts";
import type { Evidence, Section } from "./findings/finding.ts";
import { type BriefAnalysis, sectionsOf } from "./findings/sections.ts";
import type { BriefData, BriefDocument } from "./gather.ts";
import { safeAddress } from "./markup.ts";
import { type Line, linesOf, type Speaker, speakersOf, type Voice } from "./speakers.ts";

const voiceTitles: Readonly<Record<Voice, string>> = {
  named: "Named sources",
  described: "Described, not named (told apart within one article only)",
  anonymous: "Anonymous sources (never merged across articles)",
  none: "No source given",
};

/** The brief as Markdown (CommonMark): findings, who said what, contacts, the articles by date. Ends with a line feed. */
export function renderBriefMarkdown(data: BriefData, analysis: BriefAnalysis | null = null): string {
  const lines = linesOf(data);
  const figures = figuresOf(data, lines);
  const filter = filterWords(data.filter);
  if (data.documents.length === 0) {
    return `# Parley brief\n\n${filter ? `No article in the ledger fits: ${escaped(filter)}.` : "The ledger holds no articles."}\n`;
  }
  const cautions = cautionsOf(data, lines).map(({ text }) => `- ${escaped(text)}`);
  const blocks = [
    `# Parley brief: ${spanOfDates(figures)}`,
    `${counted(figures.statements, "statement")} in ${counted(figures.documents, "article")} from ${counted(figures.outlets, "outlet")}. ${quotationShares(lines)}; ${sourcingShares(figures)}.`,
    ...(filter ? [`Filtered: ${escaped(filter)}.`] : []),
    ...(cautions.length > 0 ? ["## Bear in mind", cautions.join("\n")] : []),
    ...(analysis === null ? [] : sectionsOf(data, analysis).flatMap(sectionBlocks)),
    "## Who said what",
    ...voiceBlocks(speakersOf(lines)),
    ...contactBlocks(partiesOf(contactLinesOf(data))),
    "## The articles, by date",
    data.documents.map(articleItem).join("\n"),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function voiceBlocks(speakers: readonly Speaker[]): readonly string[] {
  let voice: Voice | null = null;
  return speakers.flatMap((speaker) => {
    const title = speaker.voice === voice ? [] : [`### ${voiceTitles[speaker.voice]}`];
    voice = speaker.voice;
    const where = speaker.within ? `, in ${linkTo(speaker.within)}` : "";
    const name = speaker.name === "" ? "source not given" : speaker.name;
    return [...title, `**${escaped(name)}** (${speaker.lines.length})${where}`, speaker.lines.map(lineItem).join("\n")];
  });
}

function sectionBlocks({ title, note, findings, empty }: Section): readonly string[] {
  const items = findings.flatMap((finding) => {
    const facts = finding.facts.length === 0 ? "" : ` — ${escaped(finding.facts.join(" · "))}`;
    const evidence = finding.evidence.map(evidenceItem).join("\n");
    return [`**${escaped(finding.title)}**${facts}`, ...(evidence === "" ? [] : [evidence])];
  });
  return [`## ${escaped(title)}`, escaped(items.length === 0 ? empty : note), ...items];
}

function evidenceItem({ document, label, words, facts, cautions }: Evidence): string {
  const known = [outletOf(document), document.publishedAt ?? "no date", ...facts, ...cautions];
  const id = document.id.replaceAll("`", "");
  return `- *${escaped(label)}*: ${escaped(words)} — ${escaped(known.join(" · "))} · \`${id}\``;
}

function contactBlocks(parties: readonly Parties[]): readonly string[] {
  if (parties.length === 0) return [];
  return [
    "## Contacts",
    ...parties.flatMap(({ name, lines }) => [
      `**${escaped(name)}** (${lines.length})`,
      lines.map(contactItem).join("\n"),
    ]),
  ];
}

function contactItem({ contact, words, when, place, mediator, in: one }: ContactLine): string {
  const { document } = one.article;
  const facts = [
    ...(when ? [when] : []),
    ...(place ? [`in ${place}`] : []),
    ...(mediator ? [`mediator: ${mediator.name}`] : []),
    ...(words.about ? [`about: ${words.about}`] : []),
    ...(words.outcome ? [`outcome: ${words.outcome}`] : []),
    outletOf(document),
    document.published?.value ?? "no date",
    ...damageOf(document),
  ];
  const told = `*${contact.form}, ${contact.status}*: ${escaped(words.evidence)}`;
  return `- ${told} — ${escaped(facts.join(" · "))} · \`${document.id.replaceAll("`", "")}\``;
}

function lineItem({ statement, words, actor, decision, alsoIn, in: one }: Line): string {
  const { document } = one.article;
  const relay = wordsOf(document.text, statement.relay);
  const facts = [
    outletOf(document),
    document.published?.value ?? "no date",
    sourcingWords[statement.sourcing],
    quotationTold(statement),
    ...uncertaintyOf(statement),
    ...(relay ? [`told to ${relay}`] : []),
    ...(alsoIn > 0 ? [`also in ${counted(alsoIn, "other article")}`] : []),
    ...(isReprint(document) && document.origin ? [`origin: ${document.origin.outlet}`] : []),
    ...damageOf(document),
    ...(decision ? [decision.verdict] : []),
  ];
  const source =
    actor === null || isNamedBy(actor, words.source) ? "" : `${escaped(words.source || "source not given")} `;
  const said = `${source}*${escaped(words.cue || "no cue")}*: ${escaped(words.content)}`;
  return `- ${said} — ${escaped(facts.join(" · "))} · \`${document.id.replaceAll("`", "")}\``;
}

function articleItem(one: BriefDocument): string {
  const { document, outcome } = one.article;
  const facts = [
    outletOf(document),
    publishedWords(document.published),
    outcome.kind === "unread" ? `not read: ${outcome.detail}` : counted(one.statements.length, "statement"),
    ...(document.origin && isReprint(document) ? [`first reported: ${originWords(document.origin)}`] : []),
    ...damageOf(document),
  ];
  return `- ${linkTo(one)} — ${escaped(facts.join(" · "))}`;
}

function linkTo({ article: { document } }: BriefDocument): string {
  const address = safeAddress(document.url);
  const title = escaped(titleOf(document));
  return address ? `[${title}](<${address.replace(/[<>\\]/gu, encodeURIComponent)}>)` : `“${title}”`;
}

/** Words on one line that Markdown takes for nothing but words: no emphasis, link, code, heading, table or HTML. */
const escaped = (text: string): string => oneLine(text).replace(/[\\`*_{}[\]<>#!|~&]/gu, "\\$&");
