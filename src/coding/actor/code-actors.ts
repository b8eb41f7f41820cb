import type { Document } from "../../document/document.ts";
import type { ParsedReading } from "../../reader/reading.ts";
import { findQuotations } from "../../text/quotations.ts";
import { type ActorId, type CharSpan, charSpan, lastStartingBy, overlaps } from "../../text/span.ts";
import { documentNouns } from "../statement/source-words.ts";
import type { Statement } from "../statement/statement.ts";
import type { ActorIndex } from "./actor-index.ts";
import type { ActorsInText } from "./actors-in-text.ts";
import { type Cluster, newCluster } from "./cluster.ts";
import { describeSentence } from "./describe.ts";
import type { Description } from "./description.ts";
import type { FirstNames } from "./first-names.ts";
import { issuerFinder } from "./issuers.ts";
import { type SentenceWords, sentenceWords } from "./name-runs.ts";
import { gatherNames } from "./named.ts";
import { clusterOfNoun } from "./nominals.ts";
import { antecedentOf, type Candidate } from "./pronouns.ts";
import { authorOf, turnAt, turnsOf } from "./speakers.ts";
import { toActors } from "./to-actors.ts";

export interface ActorKnowledge {
  readonly index: ActorIndex;
  readonly firstNames: FirstNames;
}

/**
 * Who a document speaks of. Names first, wherever they stand; then in text order the nouns and pronouns that take them
 * up; then, inside quotations, "I" and "we". Without parses nobody is found.
 */
export function codeActors(
  document: Document,
  reading: ParsedReading,
  statements: readonly Statement[],
  { index, firstNames }: ActorKnowledge,
): ActorsInText {
  const { text } = document;
  const { sentences, parses } = reading;
  if (parses === null) return { actors: [], at: () => [], placeAt: () => null, of: () => null };
  const words = parses.map((parse) => sentenceWords(text, parse));
  const sources = statements.flatMap(({ source }) => source.spans);
  const spanOf = ({ sentence, first, last }: Pick<Description, "sentence" | "first" | "last">): CharSpan => {
    const tokens = parses[sentence]?.tokens ?? [];
    return charSpan(tokens[first]?.start ?? 0, tokens[last]?.end ?? 1);
  };
  const sourceHeads = headsOf(sources, sentences, words);
  const marksLost = document.damage.includes("apostrophes-stripped");
  const descriptions = words.flatMap((own, sentence) =>
    describeSentence(sentence, own, index, {
      marksLost,
      isSource: (token) =>
        sourceHeads.has(`${sentence}:${token}`) &&
        !documentNouns.has(own.parse.tokens[token]?.lemma.toLowerCase() ?? ""),
    }),
  );
  const isSource = ({ sentence, tokens, head }: Description): boolean =>
    [head, ...tokens].some((token) => sourceHeads.has(`${sentence}:${token}`));
  const day = document.published === null ? null : firstDay(document.published.value);
  const named = gatherNames(descriptions, { index, day, asOf: index.asOf, isSource, genderOf: firstNames });
  const clusters = [...named.clusters];
  const byToken = new Map<string, Description>();
  for (const description of descriptions) {
    for (const token of description.tokens) byToken.set(`${description.sentence}:${token}`, description);
  }
  const clusterOf = new Map<Description, Cluster>(named.of);
  for (const [description, cluster] of named.of) {
    // "Velmara’s Teo Castellin"
    const owner = cluster.type === "person" ? possessor(description, byToken, named.of) : null;
    if (owner?.type === "government") for (const iso3 of owner.countries) cluster.countries.add(iso3);
  }
  const earlier: Candidate[] = [];
  const inOrder = document.order === "original";
  for (const description of descriptions) {
    const own = words[description.sentence];
    if (own === undefined) continue;
    const { says } = description;
    let cluster = clusterOf.get(description) ?? null;
    if (says.kind === "noun" && cluster === null) {
      cluster = apposed(description, own, byToken, named.of);
      if (cluster !== null) {
        for (const iso3 of says.countries) cluster.countries.add(iso3);
        cluster.bodies.push(...says.bodies);
        for (const noun of says.nouns) {
          if (noun.kind === "office") cluster.offices.add(noun.office);
          if (noun.kind !== "body") cluster.sector ??= noun.sector;
        }
      } else {
        cluster = clusterOfNoun(description, {
          index,
          day,
          inOrder,
          isSource,
          wordsOf: (one) => text.slice(spanOf(one).start, spanOf(one).end).replace(/\s+/gu, " "),
          possessorOf: (one) => possessor(one, byToken, clusterOf),
          earlier,
          clusters,
        });
      }
    } else if (says.kind === "pronoun") {
      cluster =
        antecedentOf(description, {
          words: own,
          earlier,
          inOrder,
          wordsAt: (at) => words[at] ?? null,
          isSource: isSource(description),
        }) ?? relative(description, own, byToken, clusterOf);
    }
    if (cluster === null) continue;
    clusterOf.set(description, cluster);
    const isPlace = cluster.mentions.some((mention) => mention.description === description && mention.isPlace);
    if (says.kind === "noun" || says.kind === "pronoun")
      cluster.mentions.push({ description, kind: says.kind === "noun" ? "nominal" : "pronoun", isPlace: false });
    if (!isPlace) earlier.push({ cluster, description, isSource: isSource(description) });
  }
  const turns = turnsOf(document, named.of, spanOf);
  const quotations = findQuotations(text, 0, text.length);
  const author = ({ start }: CharSpan): Cluster | null =>
    quotations.some((quotation) => quotation.start <= start && start < quotation.end)
      ? null
      : authorOf(document, clusters);
  const sourceOf = new Map<Statement, Cluster | null>();
  const clusterAt = (sentence: number, token: number): Cluster | null => {
    const description = byToken.get(`${sentence}:${token}`);
    return (description === undefined ? undefined : clusterOf.get(description)) ?? null;
  };
  const findSource = sourceFinder(words, sentences, clusterAt, issuerFinder(words, clusterAt, inOrder), clusters);
  for (const statement of statements) sourceOf.set(statement, findSource(statement.source.spans));
  for (const description of descriptions) {
    const { says } = description;
    if (says.kind !== "pronoun" || clusterOf.has(description) || !/^(?:i|me|my|we|us|our)$/.test(says.pronoun))
      continue;
    const span = spanOf(description);
    const speaker =
      speakerAt(span, statements, sourceOf) ??
      turnAt(turns, span.start) ??
      (says.pronoun === "i" || says.pronoun === "my" || says.pronoun === "me" ? author(span) : null);
    if (speaker === null) continue;
    clusterOf.set(description, speaker);
    speaker.mentions.push({ description, kind: "pronoun", isPlace: false });
  }
  // a speaker's "he" may be another source: those that were waiting for one
  for (const statement of statements)
    sourceOf.set(statement, sourceOf.get(statement) ?? findSource(statement.source.spans));
  const speaking = new Set([...sourceOf.values()].filter((one) => one !== null));
  const { actors, idOf } = toActors(clusters, { document, index, day, spanOf, words, speaking });
  const idsAt = (sentence: number, token: number): readonly ActorId[] => {
    const tree = words[sentence]?.tree;
    const ids = [token, ...(tree?.by(token, "conj") ?? [])].flatMap((each) => {
      const description = byToken.get(`${sentence}:${each}`);
      const cluster = description === undefined ? undefined : clusterOf.get(description);
      if (description === undefined || cluster === undefined) return [];
      if (cluster.mentions.some((mention) => mention.description === description && mention.isPlace)) return [];
      const id = idOf(cluster);
      return id === null ? [] : [id];
    });
    return [...new Set(ids)];
  };
  return {
    actors,
    at: idsAt,
    placeAt: (sentence, token) => {
      const description = byToken.get(`${sentence}:${token}`);
      const cluster = description === undefined ? undefined : clusterOf.get(description);
      return cluster === undefined || cluster.type !== "government" ? null : idOf(cluster);
    },
    of: (spans) => {
      const cluster = findSource(spans);
      return cluster === null ? null : idOf(cluster);
    },
  };
}

/** "sentence:token" of the words by which the sources hang in their sentences. */
function headsOf(
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
      if (isInside(at) && !isInside(head) && upos !== "PUNCT" && upos !== "ADP") heads.add(`${sentence}:${at}`);
    });
  }
  return heads;
}

const firstDay = (date: string): string => `${date}${"-01-01".slice(date.length - 4)}`.slice(0, 10);

/** The person whom a noun beside a name tells of: "Teo Castellin, the foreign minister". */
function apposed(
  description: Description,
  { tree, parse }: SentenceWords,
  byToken: ReadonlyMap<string, Description>,
  named: ReadonlyMap<Description, Cluster>,
): Cluster | null {
  const token = parse.tokens[description.head];
  const isPredicate = tree.by(description.head, "cop").length > 0; // "Castellin is the foreign minister"
  const near = [
    ...(token?.relation === "appos" ? [token.head] : []),
    ...tree.by(description.head, "appos"),
    ...(isPredicate ? tree.by(description.head, "nsubj") : []),
    ...nameBehindComma(description, parse, byToken),
  ];
  for (const at of near) {
    const other = byToken.get(`${description.sentence}:${at}`);
    const cluster = other === undefined ? undefined : named.get(other);
    if (other === undefined || cluster === undefined || other === description) continue;
    const isBody = description.says.kind === "noun" && description.says.nouns.every(({ kind }) => kind === "body");
    if (description.says.kind === "noun" && description.says.isPlural) continue;
    const isOffice = description.says.kind === "noun" && description.says.nouns.some(({ kind }) => kind === "office");
    if (cluster.type === "person" ? !isBody : !isOffice && cluster.type === "organization") return cluster;
  }
  return null;
}

/** "a spokeswoman for the council, Irian Pell": the name hangs from the council, and is the spokeswoman's. */
function nameBehindComma(
  { says, sentence, head }: Description,
  { tokens }: SentenceWords["parse"],
  byToken: ReadonlyMap<string, Description>,
): readonly number[] {
  if (says.kind !== "noun" || says.nouns.every(({ kind }) => kind === "body")) return [];
  return tokens.flatMap((token, at) => {
    if (at <= head || at > head + 14 || token.relation !== "appos") return [];
    const name = byToken.get(`${sentence}:${at}`);
    const owner = tokens[token.head];
    if (name === undefined || name.head !== at || owner === undefined || name.says.kind === "noun") return [];
    return owner.head === head && /^nmod/.test(owner.relation) ? [at] : [];
  });
}

function possessor(
  { says, sentence }: Description,
  byToken: ReadonlyMap<string, Description>,
  clusterOf: ReadonlyMap<Description, Cluster>,
): Cluster | null {
  if (!("possessor" in says) || says.possessor === null) return null;
  const owner = byToken.get(`${sentence}:${says.possessor}`);
  return (owner === undefined ? undefined : clusterOf.get(owner)) ?? null;
}

/** "who" and "which" stand for the noun that their clause modifies. */
function relative(
  { says, sentence, head }: Description,
  { parse }: SentenceWords,
  byToken: ReadonlyMap<string, Description>,
  clusterOf: ReadonlyMap<Description, Cluster>,
): Cluster | null {
  if (says.kind !== "pronoun" || !/^(?:who|whom|whose)$/.test(says.pronoun)) return null;
  for (let [at, steps] = [parse.tokens[head]?.head ?? -1, 0]; at >= 0 && steps < 6; steps++) {
    const token = parse.tokens[at];
    if (token === undefined) return null;
    if (token.relation.startsWith("acl")) {
      const noun = byToken.get(`${sentence}:${token.head}`);
      return (noun === undefined ? undefined : clusterOf.get(noun)) ?? null;
    }
    at = token.head;
  }
  return null;
}

/** Finds whom a statement's source stands for: whoever its head words name, or a group of those it coordinates. */
function sourceFinder(
  words: readonly SentenceWords[],
  sentences: readonly CharSpan[],
  clusterAt: (sentence: number, token: number) => Cluster | null,
  issuerOf: (sentence: number, token: number) => Cluster | null,
  clusters: Cluster[],
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
      .flatMap((each) => at(each) ?? []);
    const members = [...new Set([first, ...joined])];
    if (members.length === 1) return first;
    const held = clusters.find(
      (one) => one.members.length === members.length && members.every((member) => one.members.includes(member)),
    );
    if (held !== undefined) return held;
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
    clusters.push(group);
    return group;
  };
}

/** Who speaks where words stand inside the content of a quotation. */
function speakerAt(
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
