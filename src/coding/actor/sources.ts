import { type CharSpan, lastStartingBy, overlaps } from "../../text/span.ts";
import { documentNouns } from "../statement/source-words.ts";
import type { Statement } from "../statement/statement.ts";
import { type Cluster, mention, newCluster } from "./cluster.ts";
import type { Says } from "./description.ts";
import type { SentenceWords } from "./name-runs.ts";
import type { Registry } from "./registry.ts";

/** "sentence:token" of the words by which the sources hang in their sentences. */
export function headsOf(
  sources: readonly CharSpan[],
  sentences: readonly CharSpan[],
  words: readonly SentenceWords[],
): ReadonlySet<string> {
  const heads = new Set<string>();
  for (const source of sources) {
    const sentence = lastStartingBy(sentences, source.start);
    const tokens = words[sentence]?.parse.tokens ?? [];
    const isInside = (at: number): boolean => {
      const token = tokens[at];
      return token !== undefined && overlaps(source, token);
    };
    tokens.forEach(({ head, upos }, at) => {
      const isJoined = tokens[at]?.relation === "conj" && isInside(head) && !isInside(tokens[head]?.head ?? -1);
      if (isInside(at) && (!isInside(head) || isJoined) && upos !== "PUNCT" && upos !== "ADP")
        heads.add(`${sentence}:${at}`);
    });
  }
  return heads;
}

/** Finds whom a statement's source stands for: whoever its head words name, or a group of those it coordinates. */
export function sourceFinder(
  words: readonly SentenceWords[],
  sentences: readonly CharSpan[],
  clusterAt: (sentence: number, token: number) => Cluster | null,
  issuerOf: (sentence: number, token: number) => Cluster | null,
  registry: Registry,
): (spans: readonly CharSpan[]) => Cluster | null {
  const numberOf = numberer();
  return (spans) => {
    const [span] = spans;
    if (span === undefined) return null;
    const sentence = lastStartingBy(sentences, span.start);
    const own = words[sentence];
    if (own === undefined) return null;
    const { tokens } = own.parse;
    const inside = tokens.flatMap(({ start, end, upos }, at) =>
      start < span.end && end > span.start && upos !== "PUNCT" ? [at] : [],
    );
    const isInside = (at: number): boolean => inside.includes(at);
    const heads = inside.filter((at) => !isInside(tokens[at]?.head ?? -1));
    const at = (token: number): Cluster | null => clusterAt(sentence, token);
    const written = heads.find(
      (head) => documentNouns.has(tokens[head]?.lemma.toLowerCase() ?? "") && at(head) === null,
    );
    if (written !== undefined) return issuerOf(sentence, written);
    // not the "him" of "those close to him"
    const isOwn = (token: number): boolean => tokens[token]?.upos !== "PRON" || inside.length === 1;
    const main = heads.find((head) => at(head) !== null) ?? inside.find((token) => at(token) !== null && isOwn(token));
    if (main === undefined) return null;
    const first = at(main);
    if (first === null) return null;
    const joined = own.tree
      .by(main, "conj")
      .filter(isInside)
      .flatMap((token) => {
        const cluster = at(token);
        return cluster === null ? [] : [{ token, cluster }];
      })
      // "Castellin, a fellow of the institute and a former ambassador" is one person
      .filter(({ cluster }) => first.type !== "person" || cluster.isPlural || cluster.type !== "anonymous");
    const members = [...new Set([first, ...joined.map(({ cluster }) => cluster)])];
    if (members.length === 1) return first;
    const key = `group:${members.map((member) => numberOf(member)).join(" ")}`;
    const held = registry.get(key);
    if (held !== null) return held;
    const names = members.map(({ names: [name = ""], person }) => person?.name ?? name);
    const group = newCluster("group", names.join(" and "));
    group.isPlural = true;
    group.members.push(...members);
    const countries = new Set(members.flatMap((member) => [...member.countries]));
    if (countries.size === 1) for (const iso3 of countries) group.countries.add(iso3);
    const last = Math.max(main, ...joined.map(({ token }) => token));
    const says: Says = { kind: "group" };
    mention(group, { sentence, first: inside[0] ?? main, last, head: main, tokens: [], says }, "nominal");
    return registry.add(group, key);
  };
}

/** Gives each cluster that it is asked for a number of its own. */
function numberer(): (cluster: Cluster) => number {
  const numbers = new Map<Cluster, number>();
  return (cluster) => {
    const held = numbers.get(cluster) ?? numbers.size;
    numbers.set(cluster, held);
    return held;
  };
}

/** How many contents may hold each other, as quotations within quotations do. */
const NESTED = 24;

/** Tells who speaks where words stand inside the content of a quotation: the source of the innermost. */
export function speakerFinder(
  statements: readonly Statement[],
  sourceOf: ReadonlyMap<Statement, Cluster | null>,
): (span: CharSpan) => Cluster | null {
  const contents = statements
    .filter(({ quotation }) => quotation !== "indirect")
    .flatMap((statement) => statement.content.spans.map((span) => ({ ...span, statement })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return ({ start, end }) => {
    const last = lastStartingBy(contents, start);
    for (let at = last; at >= Math.max(0, last - NESTED); at--) {
      const content = contents[at];
      if (content !== undefined && content.end >= end) return sourceOf.get(content.statement) ?? null;
    }
    return null;
  };
}
