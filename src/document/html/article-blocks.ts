import type { RegionKind } from "../document.ts";
import { alignWithArticleText } from "./align.ts";
import { isProse, rawBlocks } from "./blocks.ts";
import { bodyElement, readableContent } from "./container.ts";
import { classWords, collapse, type HtmlPage, parentOf } from "./dom.ts";
import { closeArticle, isHeading, type KindedBlock, kindByPlace, kindByWords, markWaysOut } from "./furniture.ts";
import { sameTitle } from "./titles.ts";

/** Text without markup and without white space at its ends, never empty. */
export interface HtmlBlock {
  readonly kind: RegionKind;
  readonly text: string;
}

/** What the page's metadata says of the article's beginning and of its text; null where it says nothing. */
export interface ArticleLead {
  readonly title: string | null;
  readonly byline: string | null;
  readonly articleText: string | null;
}

/** A page that shows less than this share of the text in its structured data builds the rest by script. */
const shownShare = 0.4;

/** Title, byline, then the article's blocks in reading order; empty where the page has no text. Changes the page. */
export function articleBlocks(page: HtmlPage, lead: ArticleLead): readonly HtmlBlock[] {
  const content = restoreText(contentBlocks(page, lead), lead.articleText);
  if (content.length === 0) return [];
  const { title, byline } = lead;
  const isShown = (text: string) => content.some((block) => block.text === text);
  const head: HtmlBlock[] = [];
  if (title !== null) head.push({ kind: "title", text: title });
  if (byline !== null && !isShown(byline)) head.push({ kind: "byline", text: byline });
  return [...head, ...content];
}

function contentBlocks(page: HtmlPage, { title, articleText }: ArticleLead): readonly HtmlBlock[] {
  const root = readableContent(page);
  if (root === null) return [];
  const raw = rawBlocks(root);
  const placed = kindByPlace(raw, root, bodyElement(root, raw));
  const told = closeArticle(markWaysOut(kindByWords(markTitles(placed, title))));
  return alignWithArticleText(told, articleText).map(({ kind, text }) => ({ kind, text }));
}

/** Before the text begins, the title again, or a heading that its page calls the title. */
function markTitles(blocks: readonly KindedBlock[], title: string | null): readonly KindedBlock[] {
  const opening = blocks.findIndex((block) => block.kind === "body" && isProse(block));
  return blocks.map((block, index) => {
    if (index >= opening) return block;
    if (title !== null && block.text.length > 8 && sameTitle(title, block.text)) return { ...block, kind: "repeat" };
    return isHeading(block) && isNamedTitle(block) ? { ...block, kind: "title" } : block;
  });
}

const isNamedTitle = (block: KindedBlock): boolean => {
  const words = [block.element, parentOf(block.element)].flatMap((element) => (element ? classWords(element) : []));
  return words.includes("title") || words.includes("headline");
};

function restoreText(blocks: readonly HtmlBlock[], articleText: string | null): readonly HtmlBlock[] {
  if (articleText === null) return blocks;
  const shown = blocks.reduce((sum, block) => sum + (block.kind === "body" ? block.text.length : 0), 0);
  if (shown >= shownShare * articleText.length) return blocks;
  const lines = articleText.split(/\n+/u).map(collapse);
  return lines.filter((line) => line !== "").map((text) => ({ kind: "body", text }));
}
