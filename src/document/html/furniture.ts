import type { RegionKind } from "../document.ts";
import { ancestors, isProse, linkDensity, proseByElement, type RawBlock } from "./blocks.ts";
import { attribute, classWords, collapse, type HtmlElement, parentOf } from "./dom.ts";
import {
  bylineLines,
  closingHeadings,
  dateLine,
  furnitureBeginnings,
  furnitureElements,
  furnitureLines,
  furniturePhrases,
  furnitureRoles,
  furnitureWords,
  pictureWords,
} from "./furniture-table.ts";

/** A block and the function it has in its document. */
export interface KindedBlock extends RawBlock {
  readonly kind: RegionKind;
}

/** An element that holds more of the prose than this is the article, whatever its class says. */
const furnitureShare = 0.3;
/** A line longer than this is never furniture by its wording: it holds sentences. */
const longestFurniture = 300;
/** A caption set as a paragraph of its own is shorter than this. */
const longestCaption = 200;
const captionElements: ReadonlySet<string> = new Set(["em", "i", "small", "center"]);
/** Below this share of the body a heading such as "More from the summit" stands inside the article. */
const closingShare = 0.66;

/** What one block is by the elements it stands in: those its page names as furniture, or outside the body element. */
export function kindByPlace(blocks: readonly RawBlock[], root: HtmlElement, body: HtmlElement): readonly KindedBlock[] {
  const prose = proseByElement(blocks, root);
  const limit = furnitureShare * (prose.get(root) ?? 0);
  const verdicts = new Map<HtmlElement, RegionKind>();
  for (const element of ancestors(body, root)) verdicts.set(element, element === body ? "body" : "boilerplate");
  const judge = (element: HtmlElement): RegionKind => {
    const known = verdicts.get(element);
    if (known !== undefined) return known;
    const parent = parentOf(element);
    const isFurniture = (prose.get(element) ?? 0) <= limit && namesFurniture(element);
    const kind = isFurniture || parent === null ? "boilerplate" : judge(parent);
    verdicts.set(element, kind);
    return kind;
  };
  return blocks.map((block) => ({ ...block, kind: judge(block.element) }));
}

function namesFurniture(element: HtmlElement): boolean {
  if (furnitureElements.has(element.localName)) return true;
  if (furnitureRoles.has(attribute(element, "role") ?? "")) return true;
  const words = classWords(element);
  if (words.some((word) => furnitureWords.has(word) || pictureWords.has(word))) return true;
  const joined = ` ${words.join(" ")} `;
  return furniturePhrases.some((phrase) => joined.includes(` ${phrase} `));
}

const edges = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu;
const coreOf = (text: string): string => text.replace(edges, "");

/** What short blocks of the body are by their own words. */
export function kindByWords(blocks: readonly KindedBlock[]): readonly KindedBlock[] {
  const opening = blocks.findIndex((block) => block.kind === "body" && isProse(block));
  return blocks.map((block, index) => {
    if (block.text.length > longestFurniture) return block;
    if (bylineLines.some((pattern) => pattern.test(block.text))) return { ...block, kind: "byline" };
    if (index < opening && dateLine.test(block.text)) return { ...block, kind: "byline" };
    return isFurnitureLine(block) ? { ...block, kind: "boilerplate" } : block;
  });
}

function isFurnitureLine(block: RawBlock): boolean {
  const core = coreOf(block.text);
  if (furnitureLines.some((pattern) => pattern.test(core))) return true;
  if (block.afterPicture && isSetAsCaption(block)) return true;
  return furnitureBeginnings.some((pattern) => pattern.test(block.text));
}

/** Italics, small print or centred lines right under a picture, too short or too unfinished to be a paragraph. */
function isSetAsCaption(block: RawBlock): boolean {
  if (block.text.length >= longestCaption || !captionElements.has(block.element.localName)) return false;
  // "<em>Karsk, Ravna</em> — The talks ended" begins in italics and goes on: not a caption
  return collapse(block.element.textContent).length >= block.text.length;
}

/** Lists in which every item is a link, and longer lines that are one link, lead out of the article. */
export function markWaysOut(blocks: readonly KindedBlock[]): readonly KindedBlock[] {
  const lists = new Map<HtmlElement, { items: number; links: number }>();
  for (const block of blocks) {
    const list = listOf(block);
    if (!list) continue;
    const count = lists.get(list) ?? { items: 0, links: 0 };
    lists.set(list, { items: count.items + 1, links: count.links + (isOneLink(block) ? 1 : 0) });
  }
  return blocks.map((block) => {
    if (block.kind !== "body" || !isOneLink(block)) return block;
    const list = listOf(block);
    const count = list ? lists.get(list) : undefined;
    const leadsOut = count ? count.links === count.items && (count.items > 1 || isHeading(block)) : isLinkLine(block);
    return leadsOut ? { ...block, kind: "boilerplate" } : block;
  });
}

const isOneLink = (block: RawBlock): boolean => linkDensity(block) > 0.95;
/** A headline as a link: six words or more, and no full stop. Product names and headings are shorter. */
const isLinkLine = (block: RawBlock): boolean =>
  block.text.split(" ").length >= 6 && !/[.!?:]["”’']?$/u.test(block.text) && !isHeading(block);

function listOf(block: RawBlock): HtmlElement | null {
  for (let at: HtmlElement | null = block.element, up = 0; at && up < 8; at = parentOf(at), up++) {
    if (at.localName === "ul" || at.localName === "ol") return at;
  }
  return null;
}

/** True if its first words stand in `<h1>` to `<h6>`, with at most inline elements between. */
export function isHeading(block: RawBlock): boolean {
  for (let at: HtmlElement | null = block.element, up = 0; at && up < 4; at = parentOf(at), up++) {
    if (/^h[1-6]$/u.test(at.localName)) return true;
  }
  return false;
}

/** After a closing heading in the last third of an article everything is furniture. */
export function closeArticle(blocks: readonly KindedBlock[]): readonly KindedBlock[] {
  const total = blocks.reduce((sum, block) => sum + (block.kind === "body" ? block.text.length : 0), 0);
  let before = 0;
  const at = blocks.findIndex((block) => {
    const closes = before > closingShare * total && isClosingHeading(block);
    if (block.kind === "body") before += block.text.length;
    return closes;
  });
  if (at < 0) return blocks;
  return blocks.map((block, index) =>
    index >= at && block.kind === "body" ? { ...block, kind: "boilerplate" } : block,
  );
}

function isClosingHeading(block: RawBlock): boolean {
  const core = coreOf(block.text);
  return core.length < 60 && closingHeadings.some((pattern) => pattern.test(core));
}
