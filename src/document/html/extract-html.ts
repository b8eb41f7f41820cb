import { articleBlocks, type HtmlBlock } from "./article-blocks.ts";
import { type HtmlPage, parsePage } from "./dom.ts";
import { checkMarkup } from "./limits.ts";
import {
  metaTags,
  type PageDate,
  type PageFacts,
  pageBylines,
  pageDates,
  pageLanguage,
  pageOutlet,
  pageTitle,
  publishedText,
  shownHeadings,
  titlesOf,
  visibleByline,
} from "./metadata.ts";
import { type PageOrigin, pageAddress, pageAddresses } from "./origin.ts";
import { articleNodes, ownNodes } from "./structured-data.ts";

/** An article as its page gives it. What the page does not say is null or empty; nothing is guessed. */
export interface HtmlArticle {
  readonly title: string | null;
  /** `og:site_name`, else the publisher of the structured data, else the application's name. */
  readonly outlet: string | null;
  /** The page's own address: its canonical link or `og:url`. */
  readonly url: string | null;
  readonly bylines: readonly string[];
  /** As the page declares it, such as `en-GB`. */
  readonly language: string | null;
  /** Dates of publication, raw, most trusted first; dates of modification are left out. */
  readonly dates: readonly PageDate[];
  /** What the metadata says of an outlet of origin; null where it names none but this page's own. */
  readonly origin: PageOrigin | null;
  /** In reading order: title, byline, then the article, with the furniture inside it as boilerplate; empty if no text. */
  readonly blocks: readonly HtmlBlock[];
}

/**
 * Reads an article and its metadata from a page. Readability finds the article; what its page says of its own
 * structure (semantic elements, roles, classes, structured data) then tells text from furniture.
 * @throws ParleyError PARLEY_INPUT_MALFORMED for markup past the limits in `limits.ts`, or beyond its parser.
 */
export function extractHtml(html: string): HtmlArticle {
  const source = html.replaceAll("\0", "");
  checkMarkup(source);
  const page = parsePage(source);
  const facts = pageFacts(page);
  const title = pageTitle(facts);
  const lead = { title, byline: visibleByline(page), articleText: publishedText(facts.nodes) };
  const metadata = {
    title,
    outlet: pageOutlet(facts),
    ...pageAddress(facts),
    bylines: pageBylines(facts),
    language: pageLanguage(facts),
    dates: pageDates(facts),
  };
  // last, because Readability takes the page apart
  return { ...metadata, blocks: articleBlocks(page, lead) };
}

function pageFacts(page: HtmlPage): PageFacts {
  const facts = { page, nodes: [], meta: metaTags(page) };
  const titles = [...titlesOf(facts), ...shownHeadings(page)];
  return { ...facts, nodes: ownNodes(articleNodes(page), { titles, addresses: pageAddresses(facts) }) };
}
