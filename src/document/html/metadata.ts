import { shownText } from "./blocks.ts";
import { attribute, classWords, collapse, type HtmlElement, type HtmlPage, parentOf } from "./dom.ts";
import { decodeEntities, firstText, type JsonObject, namesOf, plain } from "./structured-data.ts";
import { longestTitle, sameTitle, withoutOutlet, withoutSiteName } from "./titles.ts";

/** What a page says of itself: JSON-LD nodes of its article, `<meta>` by lower-case name, and its elements. */
export interface PageFacts {
  readonly page: HtmlPage;
  readonly nodes: readonly JsonObject[];
  /** `content` by `property`, `name` or `itemprop`; the first that is not empty. */
  readonly meta: ReadonlyMap<string, string>;
}

export interface PageDate {
  readonly source: "structured-data" | "meta-tag" | "time-element";
  /** As the page gives it. */
  readonly evidence: string;
}

export function metaTags(page: HtmlPage): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const tag of page.querySelectorAll("meta[content]")) {
    const name = (attribute(tag, "property") ?? attribute(tag, "name") ?? attribute(tag, "itemprop"))?.toLowerCase();
    const content = collapse(plain(attribute(tag, "content") ?? ""));
    if (name && content !== "" && !tags.has(name)) tags.set(name, content);
  }
  return tags;
}

/** The visible headline where it is the one the metadata gives, else what the metadata gives, else `<title>`. */
export function pageTitle(facts: PageFacts): string | null {
  const outlet = pageOutlet(facts);
  const given = titlesOf(facts).map((title) => withoutOutlet(title, outlet));
  const headings = shownHeadings(facts.page);
  const visible = headings.find((heading) => heading.length > 8 && given.some((title) => sameTitle(title, heading)));
  return visible ?? given[0] ?? headings[0] ?? null;
}

/** What the metadata and `<title>` call the article, most trusted first. */
export function titlesOf({ page, nodes, meta }: PageFacts): readonly string[] {
  const named = [firstText(nodes, "headline"), meta.get("og:title"), meta.get("twitter:title"), titleElement(page)];
  return named.filter((title) => typeof title === "string").filter((title) => title.length <= longestTitle);
}

function titleElement(page: HtmlPage): string | null {
  for (const title of page.querySelectorAll("head > title, body > title")) {
    const text = collapse(plain(title.textContent));
    if (text !== "") return withoutSiteName(text);
  }
  return null;
}

/** The first headings of the highest rank, which is the article's headline on most pages. */
export const shownHeadings = (page: HtmlPage): readonly string[] =>
  [...page.querySelectorAll("h1")]
    .slice(0, mostHeadings)
    .map(shownText)
    .filter((heading) => heading !== "" && heading.length <= longestTitle);

const mostHeadings = 10;

export function pageOutlet({ nodes, meta }: PageFacts): string | null {
  return meta.get("og:site_name") ?? namesOf(nodes, "publisher")[0] ?? meta.get("application-name") ?? null;
}

const longestByline = 120;
/** An article's own byline and time are among the first of their kind on its page. */
const mostCandidates = 50;

/** Authors as the page names them, perhaps several in one string: structured data, then `<meta>`, then the visible byline. */
export function pageBylines({ page, nodes, meta }: PageFacts): readonly string[] {
  const structured = namesOf(nodes, "author");
  if (structured.length > 0) return structured;
  const tagged = authorTags.map((name) => meta.get(name)).find((author) => author && !/^https?:|[@/]/iu.test(author));
  if (tagged) return [tagged];
  const marked = shownIn(page, authorElements);
  if (marked.length > 0) return [...new Set(marked)];
  return shownIn(page, bylineElements)
    .filter((byline) => /^by\s/iu.test(byline))
    .slice(0, 1);
}

const authorTags = ["author", "article:author", "parsely-author", "sailthru.author", "dc.creator"];
const authorElements = '[rel~="author"], [itemprop~="author"]';
const bylineElements = '[class*="byline"], [class*="author-name"]';

/** The byline as readers see it ("By Mira Oldan and Tavo Rask"), or null. */
export const visibleByline = (page: HtmlPage): string | null =>
  shownIn(page, authorElements)[0] ?? shownIn(page, bylineElements)[0] ?? null;

/** What elements of the article, not of others beside it, show in the length of a byline. */
function shownIn(page: HtmlPage, selector: string): readonly string[] {
  const elements = [...page.querySelectorAll(selector)].slice(0, mostCandidates);
  const texts = elements.filter((element) => !isBeside(element)).map(shownText);
  return texts.filter((text) => text !== "" && text.length <= longestByline);
}

/** `lang` of `<html>`, else what JSON-LD or the Open Graph locale says, as it stands. */
export function pageLanguage({ page, nodes, meta }: PageFacts): string | null {
  const root = page.documentElement;
  const own = root && (attribute(root, "lang") ?? attribute(root, "xml:lang"));
  return own ?? firstText(nodes, "inLanguage") ?? meta.get("og:locale") ?? null;
}

/** `<meta>` names for the date of publication: Open Graph, Dublin Core, schema.org, Parse.ly, Sailthru, and plain ones. */
const dateTags = (
  "article:published_time og:article:published_time article:published og:published_time datepublished dc.date.issued dc.date " +
  "dcterms.issued dcterms.date dc.date.created parsely-pub-date sailthru.date pubdate publishdate publish-date publish_date " +
  "publication_date article.published article_date_original cxenseparse:recs:publishtime date"
).split(" ");

/** Dates of publication, raw, by source in this order and without repeats; never dates of modification. */
export function pageDates({ page, nodes, meta }: PageFacts): readonly PageDate[] {
  const structured = nodes.flatMap((node) => firstText([node], "datePublished") ?? []);
  const tagged = dateTags.flatMap((name) => meta.get(name) ?? []);
  const shown = timeElements(page);
  const dates: readonly PageDate[] = [
    ...[...new Set(structured)].map((evidence) => ({ source: "structured-data", evidence }) as const),
    ...[...new Set(tagged)].map((evidence) => ({ source: "meta-tag", evidence }) as const),
    ...[...new Set(shown)].map((evidence) => ({ source: "time-element", evidence }) as const),
  ];
  return dates;
}

const modified = /modif|updat/iu;

/** `<time>` marked as publication; else the first one, where the article's first `<time>` is its date. */
function timeElements(page: HtmlPage): readonly string[] {
  const times = [...page.querySelectorAll("time")].slice(0, mostCandidates).filter((time) => isArticleTime(time));
  const marked = times.filter((time) => isMarkedPublished(time));
  return (marked.length > 0 ? marked : times.slice(0, 1)).flatMap(timeValue);
}

const marksOf = (time: HtmlElement): string =>
  ["itemprop", "class", "id", "pubdate"].map((name) => `${name}=${time.getAttribute(name) ?? ""}`).join(" ");

function isArticleTime(time: HtmlElement): boolean {
  if (modified.test(marksOf(time)) && !/publish/iu.test(marksOf(time))) return false;
  return timeValue(time).length > 0 && !isBeside(time) && !isListed(time);
}

const isMarkedPublished = (time: HtmlElement): boolean =>
  time.getAttribute("pubdate") !== null || /datePublished|publish|entry-date|pub-date/iu.test(marksOf(time));

const besideElements = new Set(["aside", "nav", "blockquote"]);
const besideWords = new Set("related comment comments sidebar recommended trending".split(" "));

/** True of what stands beside the article: other articles, comments, page furniture. */
const isBeside = (element: HtmlElement): boolean =>
  isWithin(element, (at) => besideElements.has(at.localName) || classWords(at).some((word) => besideWords.has(word)));

/** A time in a list is that of an item: another article, an entry of a live page. Authors may stand in either. */
const isListed = (element: HtmlElement): boolean =>
  isWithin(element, ({ localName }) => /^(?:li|footer)$/u.test(localName));

/** Looks at the element and those around it below `<body>`, whose classes tell of the page's layout. */
function isWithin(element: HtmlElement, isSuch: (at: HtmlElement) => boolean): boolean {
  for (let at: HtmlElement | null = element; at && at.localName !== "body"; at = parentOf(at)) {
    if (isSuch(at)) return true;
  }
  return false;
}

function timeValue(time: HtmlElement): readonly string[] {
  const value = attribute(time, "datetime") ?? shownText(time);
  return /\d{4}/u.test(value) && value.length <= 80 ? [value] : [];
}

/** The article's text as its structured data gives it, without markup, lines kept; null where there is none. */
export function publishedText(nodes: readonly JsonObject[]): string | null {
  const texts = nodes.map((node) => node.articleBody).filter((text) => typeof text === "string");
  const longest = texts.reduce((one, other) => (other.length > one.length ? other : one), "");
  const bare = plain(decodeEntities(longest).replace(/<(?:br|\/p|\/div|\/h\d|\/li)\b[^<>]*>/giu, "\n"));
  return bare.trim() === "" ? null : bare;
}
