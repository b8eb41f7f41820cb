import type { RegionKind } from "../document.ts";
import { isProse, linkDensity, proseByElement, type RawBlock } from "./blocks.ts";
import { attribute, classWords, type HtmlElement, isHeadingElement, parentOf } from "./dom.ts";
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
const longestHeading = 60;
/** Below this share of the body a heading such as "More from the summit" stands inside the article. */
const closingShare = 0.66;

/**
 * What each block is by the elements it stands in: furniture where its page names one of them so, or outside the body
 * element; but a lead is often set above that, in an element of its own.
 */
export function kindByPlace(blocks: readonly RawBlock[], root: HtmlElement, body: HtmlElement): readonly KindedBlock[] {
  const prose = proseByElement(blocks, root);
  const limit = furnitureShare * (prose.get(root) ?? 0);
  const places = new Map<HtmlElement, Place>([[root, body === root ? "body" : "outside"]]);
  const placeOf = (element: HtmlElement): Place => {
    const known = places.get(element);
    if (known !== undefined) return known;
    const parent = parentOf(element);
    const around = parent === null ? "outside" : placeOf(parent);
    const isNamed = (prose.get(element) ?? 0) <= limit && namesFurniture(element);
    const place = element === body ? "body" : isNamed ? "furniture" : around;
    places.set(element, place);
    return place;
  };
  const begins = blocks.findIndex((block) => placeOf(block.element) === "body");
  return blocks.map((block, index) => {
    const place = placeOf(block.element);
    const isLead = place === "outside" && index < begins && isProse(block) && endsSentence(block.text);
    return { ...block, kind: place === "body" || isLead ? "body" : "boilerplate" };
  });
}

type Place = "body" | "outside" | "furniture";

function namesFurniture(element: HtmlElement): boolean {
  if (furnitureElements.has(element.localName) && !holdsQuotation(element)) return true;
  if (furnitureRoles.has(attribute(element, "role") ?? "")) return true;
  const words = classWords(element);
  if (words.some((word) => furnitureWords.has(word) || pictureWords.has(word))) return true;
  const joined = ` ${words.join(" ")} `;
  return furniturePhrases.some((phrase) => joined.includes(` ${phrase} `));
}

/** A figure may be a quotation with its source, as the HTML standard shows, and as embedded posts are set. */
const holdsQuotation = (element: HtmlElement): boolean =>
  element.localName === "figure" && [...element.querySelectorAll("blockquote")].length > 0;

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

/** Italics, small print or centred lines right under a picture; what only begins so ("<em>KARSK</em> — The") is prose. */
const isSetAsCaption = (block: RawBlock): boolean =>
  block.text.length < longestCaption && block.subdued > 0.95 * block.text.length;

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
const endsSentence = (text: string): boolean => /[.!?…]["”’'»)\]]*$/u.test(text);
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
    if (isHeadingElement(at)) return true;
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

/** "More on the talks", and not "More on that was not known." in the text. */
function isClosingHeading(block: RawBlock): boolean {
  if (block.text.length > longestHeading || (endsSentence(block.text) && !isHeading(block))) return false;
  const core = coreOf(block.text);
  return closingHeadings.some((pattern) => pattern.test(core));
}
