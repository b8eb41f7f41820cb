import {
  classWords,
  type HtmlElement,
  type HtmlNode,
  type HtmlPage,
  isElement,
  isText,
  longestName,
  sharedNames,
} from "./dom.ts";

/** What an article is filed under, as WordPress's `post_class` writes it: `tag-polls` says nothing of the element. */
const filedUnder = /(?<!\S)(?:tag|category)-\S+/gu;
const namingAttributes = ["role", "itemprop"];

/**
 * Changes a page so that Readability neither errs by its names nor loses them. It drops an element whose id is an
 * anchor made from a heading's words ("related-talks"), or whose class says what the article is filed under; it takes
 * the place of an element that holds but one other with that other, and keeps the names of one of them.
 */
export function prepare(page: HtmlPage): void {
  // Readability would compare every heading with the titles in them, however long and many
  for (const tag of [...page.querySelectorAll("meta")]) tag.remove();
  for (const heading of page.querySelectorAll("h1, h2, h3, h4, h5, h6")) heading.removeAttribute("id");
  for (const element of page.querySelectorAll("[class]")) {
    const name = (element.getAttribute("class") ?? "").slice(0, longestName);
    element.setAttribute("class", name.replace(filedUnder, ""));
  }
  for (const element of page.querySelectorAll("div, section")) shareNames(element);
}

/** An element and the only one in it are one to a reader, so each gets the names of both, beside its class. */
function shareNames(outer: HtmlElement): void {
  const inner = onlyElementIn(outer);
  if (inner === null || !/^(?:div|section|p)$/u.test(inner.localName)) return;
  const names = [...classWords(outer), "|", ...classWords(inner)].join(" ").slice(0, longestName);
  for (const element of [outer, inner]) element.setAttribute(sharedNames, names);
  for (const attribute of namingAttributes) {
    const value = inner.getAttribute(attribute) ?? outer.getAttribute(attribute);
    if (value !== null) for (const element of [outer, inner]) element.setAttribute(attribute, value);
  }
}

/** The only child, white space and comments aside, or null. */
function onlyElementIn(element: HtmlElement): HtmlElement | null {
  let only: HtmlElement | null = null;
  for (let child: HtmlNode | null = element.firstChild; child; child = child.nextSibling) {
    if (isText(child) && child.textContent.trim() !== "") return null;
    if (!isElement(child)) continue;
    if (only !== null) return null;
    only = child;
  }
  return only;
}
