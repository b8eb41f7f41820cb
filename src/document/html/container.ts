import { Readability } from "@mozilla/readability";
import { proseByElement, type RawBlock } from "./blocks.ts";
import { attribute, beyondParser, classWords, type HtmlElement, type HtmlPage } from "./dom.ts";
import { bodyPhrases } from "./furniture-table.ts";
import { prepare } from "./prepare.ts";

/** Least share of the prose that an element must hold to be taken for the article's text. */
const wholeShare = 0.75;

/**
 * What Readability takes for the article, its elements with their attributes, or null. Changes the page.
 * @throws ParleyError PARLEY_INPUT_MALFORMED for markup that Readability fails on.
 */
export function readableContent(page: HtmlPage): HtmlElement | null {
  prepare(page);
  const options = { keepClasses: true, disableJSONLD: true, serializer: (root: unknown) => root };
  try {
    // Readability asks for the browser's Document, whose type is not loaded; linkedom's is made to be given to it
    const article = new Readability(page as never, options).parse();
    return (article?.content as HtmlElement | undefined) ?? null;
  } catch (cause) {
    throw beyondParser(cause);
  }
}

/**
 * The innermost element that its page calls the article's text (`itemprop="articleBody"`, or a class such as
 * `article-body`) and that holds most of the prose; `root` where there is none.
 */
export function bodyElement(root: HtmlElement, blocks: readonly RawBlock[]): HtmlElement {
  const held = proseByElement(blocks, root);
  const total = held.get(root) ?? 0;
  // innermost first, so of two nested elements the inner one is taken
  for (const [element, length] of held) {
    if (length >= wholeShare * total && isNamedBody(element)) return element;
  }
  return root;
}

function isNamedBody(element: HtmlElement): boolean {
  if (/^articleBody$/iu.test(attribute(element, "itemprop") ?? "")) return true;
  const words = ` ${classWords(element).join(" ")} `;
  return bodyPhrases.some((phrase) => words.includes(` ${phrase} `));
}
