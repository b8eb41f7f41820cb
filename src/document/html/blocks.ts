import { collapse, type HtmlElement, type HtmlNode, isElement, isText, parentOf } from "./dom.ts";

/** A run of text that a browser would set as a paragraph of its own, with where it stood. */
export interface RawBlock {
  readonly text: string;
  /** The innermost element that its first words stood in. */
  readonly element: HtmlElement;
  /** Characters of `text` that are inside links. */
  readonly linked: number;
  /** Characters of `text` that are set as captions often are: in italics, small print or centred. */
  readonly subdued: number;
  /** True if a picture stood between it and the block before. */
  readonly afterPicture: boolean;
}

/** HTML's elements that break a line before and after, by the standard's rendering section, with `<br>`. */
const breaking = new Set(
  (
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure " +
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p pre section " +
    "summary table tbody td tfoot th thead title tr ul"
  ).split(" "),
);
/** Elements whose text is not prose, or not shown. */
const silent = new Set(
  "script style noscript template svg math canvas iframe object embed audio video button select textarea input head".split(
    " ",
  ),
);

const subdued: ReadonlySet<string> = new Set(["em", "i", "small", "center"]);

/** The blocks under `root` in reading order. Text is collapsed as a browser would and never empty. */
export function rawBlocks(root: HtmlElement): readonly RawBlock[] {
  const blocks: RawBlock[] = [];
  let text = "";
  let isBlank = true;
  let inside = { link: 0, subdued: 0 };
  let picture = false;
  let element = root;

  const flush = () => {
    const shown = collapse(text);
    if (shown !== "") {
      const most = (count: number) => Math.min(count, shown.length);
      blocks.push({
        text: shown,
        element,
        linked: most(inside.link),
        subdued: most(inside.subdued),
        afterPicture: picture,
      });
      picture = false;
    }
    text = "";
    isBlank = true;
    inside = { link: 0, subdued: 0 };
  };
  const visit = (node: HtmlNode, parent: HtmlElement, within: { link: boolean; subdued: boolean }): void => {
    if (isText(node)) {
      const length = collapse(node.textContent).length;
      if (isBlank) element = parent;
      if (length > 0) isBlank = false;
      text += node.textContent;
      if (within.link) inside.link += length;
      if (within.subdued) inside.subdued += length;
      return;
    }
    if (!isElement(node)) return;
    if (node.localName === "img") picture = true;
    if (silent.has(node.localName)) return;
    const breaks = breaking.has(node.localName);
    if (breaks) flush();
    const here = {
      link: within.link || node.localName === "a",
      subdued: within.subdued || subdued.has(node.localName),
    };
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child, node, here);
    if (breaks) flush();
  };
  visit(root, root, { link: false, subdued: false });
  flush();
  return blocks;
}

/** What a reader sees of an element, on one line. */
export const shownText = (element: HtmlElement): string =>
  rawBlocks(element)
    .map((block) => block.text)
    .join(" ");

/** The element and those around it, innermost first, up to and with `root`. */
function* ancestors(element: HtmlElement, root: HtmlElement): Generator<HtmlElement> {
  for (let at: HtmlElement | null = element; at; at = parentOf(at)) {
    yield at;
    if (at === root) return;
  }
}

export const linkDensity = (block: RawBlock): number => block.linked / block.text.length;

/** Running text as against labels, links and captions: long enough for a sentence, and mostly not a link. */
export const isProse = (block: RawBlock): boolean => block.text.length >= 80 && linkDensity(block) < 0.5;

/** Characters of prose under each element, for `root` and the elements between it and a block. Innermost come first. */
export function proseByElement(blocks: readonly RawBlock[], root: HtmlElement): ReadonlyMap<HtmlElement, number> {
  const held = new Map<HtmlElement, number>();
  for (const block of blocks.filter(isProse)) {
    for (const element of ancestors(block.element, root)) {
      held.set(element, (held.get(element) ?? 0) + block.text.length);
    }
  }
  return held;
}
