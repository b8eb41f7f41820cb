import { oneLine } from "../printable.ts";
import { counted, dateWords, isFact, outletOf } from "../wording.ts";
import type { ContactLine, Parties } from "./contacts.ts";
import { html, type Markup } from "./markup.ts";
import { contactId, contactPassage, recordMarkId } from "./page-text.ts";

/** The contacts, by who was in contact with whom. Every line opens to its words, with or without a script. */
export function contactSection(parties: readonly Parties[]): Markup | null {
  if (parties.length === 0) return null;
  const count = parties.reduce((sum, { lines }) => sum + lines.length, 0);
  return html`<section id="contacts" class="records" aria-labelledby="contacts-title"><h2 id="contacts-title">Contacts <span class="count">${count}</span></h2><p class="note">Who was in touch with whom, as each article tells it; the same contact in two articles stands twice.</p>${parties.map(partiesGroup)}</section>
`;
}

/** For the beginning of the page. */
export const contactsLink = (lines: readonly ContactLine[]): Markup | null =>
  lines.length === 0
    ? null
    : html` <a href="#contacts">${counted(lines.length, "contact")} told of</a>, ${lines.filter(({ contact }) => isFact(contact.status)).length} as held.`;

const partiesGroup = ({ name, lines }: Parties): Markup =>
  html`<section class="group"><h3 class="parties"><bdi>${name}</bdi> <span class="count">${lines.length}</span></h3><ol class="lines">${lines.map(contactMarkup)}</ol></section>`;

function contactMarkup(line: ContactLine): Markup {
  const { contact, document, number, words, when, place, mediator, in: one } = line;
  const { document: article } = one.article;
  const date = article.published;
  const told = date ? html`<time datetime="${date.value}">${dateWords(date.value)}</time>` : html`<span>no date</span>`;
  const status = isFact(contact.status)
    ? html`<span class="tag">${contact.form}, ${contact.status}</span>`
    : html`<span class="tag flag">${contact.form}, ${contact.status}</span>`;
  const known = [
    ...(when ? [html` <span class="when">${when}</span>`] : []),
    ...(place ? [html` <span class="place">${place}</span>`] : []),
    ...(mediator ? [html` <span>mediator <bdi>${oneLine(mediator.name)}</bdi></span>`] : []),
  ];
  const rows: readonly (readonly [string, string])[] = [
    ["About", words.about],
    ["Outcome", words.outcome],
  ];
  const facts = rows.flatMap(([name, value]) => (value ? [html`<dt>${name}</dt><dd>${value}</dd>`] : []));
  return html`<li class="line record" data-kind="Contact" id="${contactId(document, number)}"><details><summary><span class="words">${words.evidence}</span> <span class="meta">${status}${known} <bdi class="outlet">${oneLine(outletOf(article))}</bdi> ${told}</span></summary>${contactPassage(line)}${facts.length > 0 ? html`<dl class="facts">${facts}</dl>` : null}<p class="go"><a href="#${recordMarkId(document, number)}">In the article</a></p></details></li>`;
}
