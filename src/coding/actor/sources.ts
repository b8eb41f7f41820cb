import { type CharSpan, lastStartingBy, overlaps } from "../../text/span.ts";
import { documentNouns } from "../statement/source-words.ts";
import type { Statement } from "../statement/statement.ts";
import { type Cluster, newCluster } from "./cluster.ts";
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
    const main = heads.find((head) => at(head) !== null) ?? inside.find((token) => at(token) !== null);
    if (main === undefined) return null;
    const first = at(main);
    if (first === null) return null;
    const joined = own.tree
      .by(main, "conj")
      .filter(isInside)
      .flatMap((each) => at(each) ?? [])
      // "Castellin, a fellow of the institute and a former ambassador" is one person
      .filter((one) => first.type !== "person" || one.isPlural || one.type !== "anonymous");
    const members = [...new Set([first, ...joined])];
    if (members.length === 1) return first;
    const key = `group:${members.map((member) => registry.clusters.indexOf(member)).join(" ")}`;
    const held = registry.get(key);
    if (held !== null) return held;
    const group = newCluster(
      "group",
      members.map(({ names: [name = ""], person }) => person?.name ?? name).join(" and "),
    );
    group.isPlural = true;
    group.members.push(...members);
    const countries = new Set(members.flatMap((member) => [...member.countries]));
    if (countries.size === 1) for (const iso3 of countries) group.countries.add(iso3);
    const last = Math.max(...joined.map((_, nth) => own.tree.by(main, "conj").filter(isInside)[nth] ?? main), main);
    group.mentions.push({
      description: {
        sentence,
        first: inside[0] ?? main,
        last,
        head: main,
        tokens: [],
        says: { kind: "pronoun", pronoun: "", isPossessive: false },
      },
      kind: "nominal",
      isPlace: false,
    });
    return registry.add(group, key);
  };
}

/** Who speaks where words stand inside the content of a quotation. */
export function speakerAt(
  span: CharSpan,
  statements: readonly Statement[],
  sourceOf: ReadonlyMap<Statement, Cluster | null>,
): Cluster | null {
  const holding = statements
    .filter(
      ({ content, quotation }) =>
        quotation !== "indirect" && content.spans.some(({ start, end }) => start <= span.start && span.end <= end),
    )
    .sort((a, b) => lengthOf(a) - lengthOf(b));
  const [innermost] = holding;
  return innermost === undefined ? null : (sourceOf.get(innermost) ?? null);
}

const lengthOf = ({ content }: Statement): number =>
  content.spans.reduce((sum, { start, end }) => sum + end - start, 0);
