import { attribute, collapse, type HtmlElement, type HtmlPage, parentOf } from "./dom.ts";
import { firstText, type JsonObject, namesOf, plain } from "./structured-data.ts";

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
export function pageTitle({ page, nodes, meta }: PageFacts): string | null {
  const named = [firstText(nodes, "headline"), meta.get("og:title"), meta.get("twitter:title"), titleElement(page)];
  const given = named.filter((title) => typeof title === "string");
  const headings = [...page.querySelectorAll("h1")].map((heading) => collapse(heading.textContent));
  const visible = headings.find((heading) => heading.length > 8 && given.some((title) => sameTitle(title, heading)));
  return visible ?? given[0] ?? headings.find((heading) => heading !== "") ?? null;
}

function titleElement(page: HtmlPage): string | null {
  for (const title of page.querySelectorAll("head > title, body > title")) {
    const text = collapse(title.textContent);
    if (text !== "") return withoutSiteName(text);
  }
  return null;
}

/** "Talks resume in Karsk - The Ravna Post" is its part before the last separator, if that is the longer one. */
function withoutSiteName(title: string): string {
  const match = /^(?<headline>.*\S)\s+[|–—»·-]\s+(?<site>\S.*)$/u.exec(title);
  const { headline = "", site = "" } = match?.groups ?? {};
  return headline.length > site.length ? headline : title;
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

/** Equal but for punctuation, or one the beginning of the other (cut short, or with the outlet's name after it). */
export function sameTitle(one: string, other: string): boolean {
  const [a, b] = [lettersOf(one), lettersOf(other)];
  return a !== "" && b !== "" && (a.startsWith(b) || b.startsWith(a));
}

export function pageOutlet({ nodes, meta }: PageFacts): string | null {
  return meta.get("og:site_name") ?? namesOf(nodes, "publisher")[0] ?? meta.get("application-name") ?? null;
}

const bylineSelectors = ['[rel="author"]', '[itemprop="author"]', '[class*="byline"]', '[class*="author-name"]'];
const longestByline = 120;

/** Names of authors, without "By" and addresses: structured data, then `<meta>`, then the visible byline. */
export function pageBylines(facts: PageFacts): readonly string[] {
  const structured = namesOf(facts.nodes, "author").map(withoutBy);
  if (structured.length > 0) return structured;
  const tagged = facts.meta.get("author") ?? facts.meta.get("article:author") ?? facts.meta.get("dc.creator");
  if (tagged && !/^https?:|[@/]/iu.test(tagged)) return splitNames(tagged);
  const visible = visibleByline(facts.page);
  return visible && /^by\s/iu.test(visible) ? splitNames(visible) : [];
}

/** The byline as readers see it ("By Mira Oldan and Tavo Rask"), or null. */
export function visibleByline(page: HtmlPage): string | null {
  for (const selector of bylineSelectors) {
    for (const element of page.querySelectorAll(selector)) {
      const text = collapse(element.textContent);
      if (text !== "" && text.length <= longestByline && element.localName !== "meta") return text;
    }
  }
  return null;
}

const withoutBy = (name: string): string => name.replace(/^by\s+/iu, "");
const splitNames = (byline: string): readonly string[] =>
  withoutBy(byline)
    .split(/\s*(?:,|;|\band\b|&)\s*/u)
    .filter((name) => name !== "");

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
  const times = [...page.querySelectorAll("time")].filter((time) => isArticleTime(time));
  const marked = times.filter((time) => isMarkedPublished(time));
  return (marked.length > 0 ? marked : times.slice(0, 1)).flatMap(timeValue);
}

const marksOf = (time: HtmlElement): string =>
  ["itemprop", "class", "id", "pubdate"].map((name) => `${name}=${time.getAttribute(name) ?? ""}`).join(" ");

function isArticleTime(time: HtmlElement): boolean {
  if (modified.test(marksOf(time)) && !/publish/iu.test(marksOf(time))) return false;
  return timeValue(time).length > 0 && !isInFurniture(time);
}

const isMarkedPublished = (time: HtmlElement): boolean =>
  time.getAttribute("pubdate") !== null || /datePublished|publish|entry-date|pub-date/iu.test(marksOf(time));

/** Times in lists of other articles, in comments and in page furniture are not this article's. */
function isInFurniture(time: HtmlElement): boolean {
  for (let at: HtmlElement | null = time; at; at = parentOf(at)) {
    if (["aside", "nav", "footer", "li", "blockquote"].includes(at.localName)) return true;
    if (/\b(?:related|comments?|sidebar|recommended|trending)\b/iu.test(at.getAttribute("class") ?? "")) return true;
  }
  return false;
}

function timeValue(time: HtmlElement): readonly string[] {
  const value = attribute(time, "datetime") ?? collapse(time.textContent);
  return /\d{4}/u.test(value) && value.length <= 80 ? [value] : [];
}

/** The article's text as its structured data gives it, without markup, lines kept; null where there is none. */
export function publishedText(nodes: readonly JsonObject[]): string | null {
  const texts = nodes.map((node) => node.articleBody).filter((text) => typeof text === "string");
  const longest = texts.reduce((one, other) => (other.length > one.length ? other : one), "");
  const bare = plain(
    longest.replace(/<(?:br|\/p|\/div|\/h\d|\/li)\b[^<>]{0,200}>/giu, "\n").replace(/<[/a-z!][^<>]{0,2000}>/giu, ""),
  );
  return bare.trim() === "" ? null : bare;
}
