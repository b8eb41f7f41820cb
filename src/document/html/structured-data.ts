import { collapse, type HtmlPage } from "./dom.ts";

export type JsonObject = { readonly [key: string]: unknown };

/** Types of schema.org that stand for the article itself. */
const articleType = /(?:Article|BlogPosting|SocialMediaPosting|Report|Review|WebPage)$/u;
const depthLimit = 12;

/**
 * The JSON-LD nodes that stand for articles, articles proper before web pages, each in page order. Malformed scripts
 * are passed over: they are common, and the rest of the page still tells.
 */
export function articleNodes(page: HtmlPage): readonly JsonObject[] {
  const scripts = [...page.querySelectorAll('script[type*="ld+json"]')];
  const nodes = scripts.flatMap((script) => collectNodes(parseScript(script.textContent), depthLimit));
  const articles = nodes.filter((node) => typesOf(node).some((type) => articleType.test(type)));
  const isPage = (node: JsonObject) => typesOf(node).every((type) => type.endsWith("WebPage"));
  return [...articles.filter((node) => !isPage(node)), ...articles.filter(isPage)];
}

/** Scripts come wrapped in HTML comments or CDATA, with raw line breaks inside strings, or with a stray semicolon. */
function parseScript(source: string): unknown {
  const bare = source
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/u, "")
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)?[\s;]*$/u, "")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: raw control characters are what breaks JSON.parse
    .replace(/[\u0000-\u001f]+/gu, " ");
  try {
    return JSON.parse(bare);
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

export const typesOf = (node: JsonObject): readonly string[] =>
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

/** Publishers put entities into JSON strings too; numeric and the common named ones are decoded, once. */
export function plain(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/giu, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
