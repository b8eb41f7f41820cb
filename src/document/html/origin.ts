import { isSameOutlet } from "../outlet-names.ts";
import { attribute, type HtmlPage } from "./dom.ts";
import { type PageFacts, pageBylines, pageOutlet } from "./metadata.ts";
import { isObject, type JsonObject, namesOf, plain } from "./structured-data.ts";

export interface PageOrigin {
  readonly outlet: string;
  readonly basis: "canonical-link" | "metadata";
  /** As the page gives it. */
  readonly evidence: string;
}

export interface PageAddress {
  readonly url: string | null;
  readonly origin: PageOrigin | null;
}

/**
 * The page's own address, and the outlet of origin its metadata names. A canonical link at another site than `og:url`
 * is how a reprint credits its original, so the page's own address is then `og:url`.
 */
export function pageAddress(facts: PageFacts): PageAddress {
  const canonical = canonicalLink(facts.page);
  const shared = webAddress(facts.meta.get("og:url") ?? null);
  if (canonical && shared && siteOf(canonical) !== siteOf(shared)) {
    const outlet = canonical.hostname.replace(/^www\./u, "");
    return { url: shared.href, origin: { outlet, basis: "canonical-link", evidence: canonical.href } };
  }
  const url = canonical?.href ?? shared?.href ?? null;
  return { url, origin: namedOrigin(facts) };
}

/** Every address that the page calls its own. */
export const pageAddresses = ({ page, meta }: PageFacts): readonly string[] =>
  [canonicalLink(page)?.href, webAddress(meta.get("og:url") ?? null)?.href].filter((url) => url !== undefined);

function canonicalLink(page: HtmlPage): URL | null {
  for (const link of page.querySelectorAll('link[rel="canonical"]')) {
    const address = webAddress(attribute(link, "href"));
    if (address) return address;
  }
  return null;
}

function webAddress(text: string | null): URL | null {
  const address = text !== null && URL.canParse(text) ? new URL(text) : null;
  return address && /^https?:$/u.test(address.protocol) ? address : null;
}

/** Labels under which countries register sites, by the Public Suffix List: `co.uk`, `com.au`, `or.jp`. */
const registryLabel = /^(?:co|com|org|net|edu|gov|ac|or|ne|go|gob|gouv|nom|info)$/u;

/** The registrable part of a host: its last two labels, or three under a country's `co.uk`. */
function siteOf(address: URL): string {
  const labels = address.hostname.split(".");
  const isUnderRegistry = labels.at(-1)?.length === 2 && registryLabel.test(labels.at(-2) ?? "");
  return labels.slice(isUnderRegistry ? -3 : -2).join(".");
}

/** Properties of schema.org that name whose work an article is, most explicit first. */
const originProperties = ["sourceOrganization", "isBasedOn", "isBasedOnUrl", "creditText"];

function namedOrigin(facts: PageFacts): PageOrigin | null {
  const own = pageOutlet(facts);
  const named = originProperties.flatMap((key) => originNames(facts.nodes, key));
  // an outlet that names itself as the source is no origin elsewhere
  const found = [...named, ...wireAuthors(facts)].find(({ outlet }) => own === null || !isSameOutlet(outlet, own));
  return found ? { ...found, basis: "metadata" } : null;
}

interface NamedOrigin {
  readonly outlet: string;
  readonly evidence: string;
}

function originNames(nodes: readonly JsonObject[], key: string): readonly NamedOrigin[] {
  const names = namesOf(nodes, key).map((name) => ({ outlet: name, evidence: name }));
  if (names.length > 0) return names;
  const addresses = nodes.flatMap((node) => [node[key]].flat(2)).flatMap(addressIn);
  return addresses.map((address) => ({ outlet: address.hostname.replace(/^www\./u, ""), evidence: address.href }));
}

function addressIn(value: unknown): readonly URL[] {
  const text = isObject(value) ? (value.url ?? value["@id"]) : value;
  const address = typeof text === "string" ? webAddress(plain(text)) : null;
  return address ? [address] : [];
}

/** Agencies whose name as an author means that another outlet's page carries their text: "Reuters Staff". */
const wires = [
  { name: "Associated Press", pattern: /\b(?:AP|[Aa]ssociated [Pp]ress|ASSOCIATED PRESS)\b/u },
  { name: "Reuters", pattern: /\breuters\b/iu },
  { name: "Agence France-Presse", pattern: /\bafp\b|\bagence france[- ]presse\b/iu },
  { name: "United Press International", pattern: /\bupi\b|\bunited press international\b/iu },
  { name: "Deutsche Presse-Agentur", pattern: /\bdpa\b/iu },
] as const;

function wireAuthors(facts: PageFacts): readonly NamedOrigin[] {
  return pageBylines(facts).flatMap((author) => {
    const wire = wires.find(({ pattern }) => pattern.test(author));
    return wire ? [{ outlet: wire.name, evidence: author }] : [];
  });
}
