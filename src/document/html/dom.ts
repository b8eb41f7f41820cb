import { DOMParser } from "linkedom";
import { ParleyError } from "../../text/errors.ts";

/** The part of a DOM node that extraction uses; the compiler does not load the browser's own types. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly parentNode: HtmlNode | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  readonly textContent: string;
}

export interface HtmlElement extends HtmlNode {
  /** Lower case. */
  readonly localName: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  remove(): void;
}

export interface HtmlPage extends HtmlNode {
  readonly documentElement: HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
}

export const isElement = (node: HtmlNode): node is HtmlElement => node.nodeType === 1;
export const isText = (node: HtmlNode): boolean => node.nodeType === 3;

/** The element around this one; null for the root element and for what stands outside a page. */
export function parentOf(element: HtmlElement): HtmlElement | null {
  const parent = element.parentNode;
  return parent && isElement(parent) ? parent : null;
}

/** Source of a pattern for the stretches of a page in which no tag counts: comments, scripts and the like. */
export const withoutTags =
  "<!--[\\s\\S]*?(?:-->|$)|<(?<raw>script|style|textarea|title)\\b[\\s\\S]*?(?:<\\/\\k<raw>\\s*>|$)";
const frame = "(?<slash>/?)(?<name>html|head|body)\\b[^<>]*>";
/** `<!doctype html>`, `<![endif]>`, `<![CDATA[`: nothing is shown of these, and linkedom makes nodes that break it. */
const declaration = "<!(?!--)[^<>]*>?";
const shownFrame = new RegExp(`${withoutTags}|${declaration}|<${frame}`, "giu");
const anyFrame = new RegExp(`${declaration}|<${frame}`, "giu");
/** What stands for a dropped tag: not nothing, as its ">" may end a tag left open before it ("<p</body>"). */
const dropped = "<!---->";

/**
 * A page whose root is `<html>` with a `<head>` and one `<body>` that holds all the rest. The HTML standard has parsers
 * repair what is else; linkedom builds what the markup says.
 * @throws ParleyError PARLEY_INPUT_MALFORMED for markup that exhausts linkedom, such as a million classes.
 */
export function parsePage(html: string): HtmlPage {
  const page = parse(withOneFrame(html));
  if (isWhole(page)) return page;
  return parse(`<html><head></head><body>${html.replace(anyFrame, dropped)}</body></html>`);
}

/** The page with the first tag of each kind, and without the closing ones after which text would stand outside. */
function withOneFrame(html: string): string {
  const seen = new Set(["/html", "/body"]);
  return html.replace(shownFrame, (markup: string, ...rest: readonly unknown[]) => {
    const { slash, name } = rest.at(-1) as { readonly slash?: string; readonly name?: string };
    if (slash === undefined || name === undefined) return /^<!(?!--)/u.test(markup) ? dropped : markup;
    const tag = slash + name.toLowerCase();
    if (seen.has(tag)) return dropped;
    seen.add(tag);
    return markup;
  });
}

function parse(html: string): HtmlPage {
  try {
    // linkedom's own types name browser types that are not loaded, so the cast states what we rely on
    return new DOMParser().parseFromString(html, "text/html") as unknown as HtmlPage;
  } catch (cause) {
    throw beyondParser(cause);
  }
}

/** An error of the libraries that take a page apart: they are written for pages that mean no harm. */
export function beyondParser(cause: unknown): ParleyError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ParleyError("PARLEY_INPUT_MALFORMED", `the HTML is beyond its parser: ${reason}`, { cause });
}

function isWhole(page: HtmlPage): boolean {
  const root = page.documentElement;
  return root?.localName === "html" && /^(?:head )?body$/u.test(elementNames(root));
}

function elementNames(parent: HtmlElement): string {
  const names: string[] = [];
  for (let child = parent.firstChild; child; child = child.nextSibling)
    if (isElement(child)) names.push(child.localName);
  return names.join(" ");
}

/** White space as a browser shows it: runs are one space, none at the ends. */
export const collapse = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** An attribute without white space at its ends; null where it is absent or empty. */
export function attribute(element: HtmlElement, name: string): string | null {
  return element.getAttribute(name)?.trim() || null;
}

/** More than this of a class or id names nothing. */
export const longestName = 500;

export const isHeadingElement = (element: HtmlElement): boolean => /^h[1-6]$/u.test(element.localName);

/** An attribute of ours: more names of an element, as `prepare` gives them. */
export const sharedNames = "data-parley-names";

/** Class, id and shared names as lower-case words: `articleBody-main_text` is "article", "body", "main", "text". */
export function classWords(element: HtmlElement): readonly string[] {
  return ["class", "id", sharedNames]
    .map((name) => (element.getAttribute(name) ?? "").slice(0, longestName))
    .join(" ")
    .replace(/([a-z0-9])([A-Z])/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
