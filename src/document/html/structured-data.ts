import { collapse, type HtmlPage } from "./dom.ts";
import { sameTitle } from "./titles.ts";

export type JsonObject = { readonly [key: string]: unknown };

/** Types of schema.org that stand for the article itself. */
const articleType = /(?:Article|BlogPosting|SocialMediaPosting|Report|Review|WebPage)$/u;
const depthLimit = 12;
/** A page that describes more articles than this is none. */
const mostNodes = 100;

/**
 * The JSON-LD nodes that stand for articles, articles proper before web pages, each in page order. Malformed scripts
 * are passed over: they are common, and the rest of the page still tells.
 */
export function articleNodes(page: HtmlPage): readonly JsonObject[] {
  const scripts = [...page.querySelectorAll('script[type*="ld+json"]')];
  const nodes = scripts.flatMap((script) => collectNodes(parseScript(script.textContent), depthLimit));
  const articles = nodes.filter((node) => typesOf(node).some((type) => articleType.test(type)));
  return [...articles.filter((node) => !isWebPage(node)), ...articles.filter(isWebPage)].slice(0, mostNodes);
}

const isWebPage = (node: JsonObject): boolean => typesOf(node).every((type) => type.endsWith("WebPage"));

/** What a page says of itself elsewhere, to tell its own article from others it describes. */
export interface OwnNames {
  readonly titles: readonly string[];
  readonly addresses: readonly string[];
}

/** The nodes of the page's own article where they can be told from others (related, latest), else all of them. */
export function ownNodes(nodes: readonly JsonObject[], { titles, addresses }: OwnNames): readonly JsonObject[] {
  const places = new Set(addresses.map(placeOf));
  const own = nodes.filter((node) => {
    const headline = firstText([node], "headline") ?? firstText([node], "name");
    if (headline !== null && titles.some((title) => sameTitle(title, headline))) return true;
    return addressesOf(node).some((address) => places.has(placeOf(address)));
  });
  return own.some((node) => !isWebPage(node)) ? own : nodes;
}

const addressesOf = (node: JsonObject): readonly string[] =>
  [node.url, node["@id"], node.mainEntityOfPage]
    .map((value) => (isObject(value) ? (value["@id"] ?? value.url) : value))
    .filter((value) => typeof value === "string");

/** An address without what does not tell pages apart. */
const placeOf = (address: string): string =>
  address.replace(/^https?:\/\/(?:www\.)?|[?#].*$/gu, "").replace(/\/$/u, "");

/** Scripts come wrapped in HTML comments or CDATA, with raw line breaks inside strings, or with a stray semicolon. */
function parseScript(source: string): unknown {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: raw control characters are what breaks JSON.parse
  const line = source.replace(/<!\[CDATA\[|\]\]>|[\u0000-\u001f]+/gu, " ");
  const end = Math.max(line.lastIndexOf("}"), line.lastIndexOf("]"));
  try {
    return JSON.parse(line.slice(Math.max(0, line.search(/[[{]/u)), end + 1));
  } catch {
    return null;
  }
}

/** Every object under arrays, `@graph` and `mainEntity`; other properties describe things that are not the article. */
function collectNodes(value: unknown, depth: number): readonly JsonObject[] {
  if (depth === 0) return [];
  if (Array.isArray(value)) return value.flatMap((item) => collectNodes(item, depth - 1));
  if (!isObject(value)) return [];
  const inner = [value["@graph"], value.mainEntity].flatMap((item) => collectNodes(item, depth - 1));
  return [value, ...inner];
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const typesOf = (node: JsonObject): readonly string[] =>
  [node["@type"]].flat().filter((type) => typeof type === "string");

/** The first property of this name that is a non-empty string, as text without markup. */
export function firstText(nodes: readonly JsonObject[], key: string): string | null {
  for (const node of nodes) {
    const value = node[key];
    const text = typeof value === "string" ? collapse(plain(value)) : "";
    if (text !== "") return text;
  }
  return null;
}

/** The names under a property that holds a person, an organisation, a string, or a list of them. */
export function namesOf(nodes: readonly JsonObject[], key: string): readonly string[] {
  for (const node of nodes) {
    const names = [node[key]].flat(2).map((value) => (isObject(value) ? value.name : value));
    const texts = names.flat().filter((name) => typeof name === "string");
    const found = texts.map((name) => collapse(plain(name))).filter((name) => name !== "" && !/^https?:/iu.test(name));
    if (found.length > 0) return [...new Set(found)];
  }
  return [];
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  quot: '"',
  apos: "'",
  lt: "<",
  gt: ">",
  nbsp: " ",
  rsquo: "’",
  lsquo: "‘",
  rdquo: "”",
  ldquo: "“",
  ndash: "–",
  mdash: "—",
  hellip: "…",
};

/**
 * Text as readers are to see it: publishers put markup and entities into JSON strings and attributes too. Scripts and
 * styles go with what is in them.
 */
export const plain = (text: string): string =>
  decodeEntities(text).replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<\/?[a-z!][^<>]*>/giu, "");

/** Numeric and the common named entities decoded, once. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/giu, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return isCharacter(code) ? String.fromCodePoint(code) : whole;
  });
}

/** No control code and no half of a surrogate pair. */
const isCharacter = (code: number): boolean => code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
