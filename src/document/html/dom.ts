import { DOMParser } from "linkedom";

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

/** A page whose root is `<html>` with a `<body>`: linkedom builds what the markup says and repairs neither. */
export function parsePage(html: string): HtmlPage {
  const page = parse(html);
  if (hasBody(page)) return page;
  const bare = html.replace(/<\/?(?:html|head|body)\b[^>]*>/giu, "");
  return parse(`<!doctype html><html><head></head><body>${bare}</body></html>`);
}

// linkedom's own types name browser types that are not loaded, so the cast states what we rely on
const parse = (html: string): HtmlPage => new DOMParser().parseFromString(html, "text/html") as unknown as HtmlPage;

function hasBody(page: HtmlPage): boolean {
  if (page.documentElement?.localName !== "html") return false;
  for (let child = page.documentElement.firstChild; child; child = child.nextSibling) {
    if (isElement(child) && child.localName === "body") return true;
  }
  return false;
}

/** White space as a browser shows it: runs are one space, none at the ends. */
export const collapse = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** An attribute without white space at its ends; null where it is absent or empty. */
export function attribute(element: HtmlElement, name: string): string | null {
  return element.getAttribute(name)?.trim() || null;
}

/** Class and id as lower-case words: `articleBody-main_text` is "article", "body", "main", "text". */
export function classWords(element: HtmlElement): readonly string[] {
  const names = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
  return names
    .replace(/([a-z0-9])([A-Z])/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}
