import { type KnownOutlet, knownOutlets, outletNouns } from "./outlets.ts";

const key = (name: string): string =>
  name
    .replace(/^the\s+/iu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();

const byName = new Map<string, KnownOutlet>();
const byHost = new Map<string, KnownOutlet>();
for (const known of knownOutlets) {
  for (const form of [known.name, ...known.forms]) if (!byName.has(key(form))) byName.set(key(form), known);
  for (const host of known.hosts) byHost.set(host, known);
}

/** An outlet's usual name: "the AP" and "apnews.com" are both "Associated Press"; a name not listed stays as it is. */
export function outletName(nameOrHost: string): string {
  const plain = nameOrHost.trim().replace(/\s+/gu, " ");
  const known = byName.get(key(plain)) ?? outletAtHost(plain.toLowerCase());
  return known?.name ?? plain.replace(/^the /u, "");
}

/** The outlet that publishes at a host or at one of its subdomains, or null where it is not listed. */
function outletAtHost(host: string): KnownOutlet | null {
  const labels = host.replace(/^www\./u, "").split(".");
  for (let from = 0; from < labels.length - 1; from++) {
    const known = byHost.get(labels.slice(from).join("."));
    if (known) return known;
  }
  return null;
}

/** True if the two name one outlet: by its name, another spelling, or a host that is listed or spells the name. */
export function isSameOutlet(a: string, b: string): boolean {
  return key(outletName(a)) === key(outletName(b)) || spells(a, b) || spells(b, a);
}

/** "karskherald.example" and "news.karsk-herald.co.uk" both spell "Karsk Herald". */
const spells = (host: string, name: string): boolean =>
  /^[a-z0-9.-]+\.[a-z]{2,}$/iu.test(host) && host.split(".").some((label) => key(label) === key(outletName(name)));

/** Words that open a sentence or a phrase and are no part of a name, capitalised or not. */
const notInName =
  "(?!(?:The|As|In|On|At|By|But|And|When|While|After|Before|If|For|An?|To|From|Of|I|He|She|They|It|We)\\b)";
const capitalWord = `${notInName}\\p{Lu}[\\p{L}\\p{N}’'&.-]*`;
const unlisted = new RegExp(`^(?:[Tt]he )?(?:${capitalWord} ){1,4}(?:${outletNouns.join("|")})$`, "u");

/** True if the whole of `text` is the name of an outlet: a listed one, or one that ends in such a noun as "Herald". */
export const isOutletName = (text: string): boolean => byName.has(key(text)) || unlisted.test(text);

const literal = (form: string): string => form.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&");
const forms = knownOutlets.flatMap((known) => [known.name, ...known.forms]).map(withoutArticle);

/** "Washington Post" for "The Washington Post"; but "The Hill" keeps its article, as a hill is no outlet. */
function withoutArticle(form: string): string {
  return /^the \S+$/iu.test(form) ? form : form.replace(/^the /iu, "");
}
const longestFirst = [...new Set(forms)]
  .sort((a, b) => b.length - a.length)
  .map((form) => literal(form).replace(/^[Tt]he /u, "[Tt]he "));

/**
 * Source of a pattern (flag `u`) for an outlet's name in running text, "the" left out: a listed name, or capitalised
 * words of which the last is such a noun. Case matters, and the name must not go on: "the Post Office" is none.
 */
export const outletPattern = `(?:(?:${longestFirst.join("|")})(?![\\p{L}\\p{N}])|(?:${capitalWord} ){1,4}?(?:${outletNouns.join("|")})(?! \\p{Lu})(?![\\p{L}\\p{N}]))`;
