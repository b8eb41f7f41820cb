import type { Document } from "../../document/document.ts";
import type { ParsedReading } from "../../reader/reading.ts";
import { findQuotations } from "../../text/quotations.ts";
import { type ActorId, type CharSpan, charSpan, lastStartingBy } from "../../text/span.ts";
import { documentNouns } from "../statement/source-words.ts";
import type { Statement } from "../statement/statement.ts";
import type { ActorIndex } from "./actor-index.ts";
import type { ActorsInText } from "./actors-in-text.ts";
import { apposed, possessor, relative } from "./beside.ts";
import { type Cluster, mention } from "./cluster.ts";
import { describeSentence } from "./describe.ts";
import type { Description } from "./description.ts";
import type { FirstNames } from "./first-names.ts";
import { issuerFinder } from "./issuers.ts";
import { sentenceWords } from "./name-runs.ts";
import { gatherNames } from "./named.ts";
import { clusterOfNoun } from "./nominals.ts";
import { antecedentOf, type Candidate } from "./pronouns.ts";
import { createRegistry } from "./registry.ts";
import { headsOf, sourceFinder, speakerFinder } from "./sources.ts";
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
  const countries = new Set(
    descriptions
      .flatMap(({ says }) => (says.kind === "known" ? says.known : []))
      .flatMap((known) => (known.kind === "country" ? [known.country.iso3] : [])),
  );
  const isSpokenOf = (iso3: string): boolean => countries.has(iso3);
  const registry = createRegistry();
  const named = gatherNames(descriptions, registry, {
    isSpokenOf,
    index,
    day,
    isSource,
    genderOf: firstNames,
  });
  const byToken = new Map<string, Description>();
  for (const description of descriptions) {
    for (const token of description.tokens) byToken.set(`${description.sentence}:${token}`, description);
  }
  const clusterOf = new Map<Description, Cluster>(named);
  for (const [description, cluster] of named) {
    // "Velmara’s Teo Castellin"
    const owner = cluster.type === "person" ? possessor(description, byToken, named) : null;
    if (owner?.type === "government") for (const iso3 of owner.countries) cluster.countries.add(iso3);
  }
  const places = new Set(
    registry.clusters.flatMap(({ mentions }) => mentions.flatMap((one) => (one.isPlace ? [one.description] : []))),
  );
  const earlier: Candidate[] = [];
  const inOrder = document.order === "original";
  for (const description of descriptions) {
    const own = words[description.sentence];
    if (own === undefined) continue;
    const { says } = description;
    let cluster = clusterOf.get(description) ?? null;
    if (says.kind === "noun" && cluster === null) {
      cluster = apposed(description, own, byToken, named);
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
          wordsOf: (one) => text.slice(spanOf(one).start, spanOf(one).end).replace(/\s+/gu, " "),
          possessorOf: (one) => possessor(one, byToken, clusterOf),
          earlier: earlier.slice(-NOUN_REACH),
          registry,
        });
      }
    } else if (says.kind === "pronoun") {
      cluster =
        antecedentOf(description, {
          words: own,
          earlier: earlier.slice(-PRONOUN_REACH),
          inOrder,
          wordsAt: (at) => words[at] ?? null,
          isSource: isSource(description),
        }) ?? relative(description, own, byToken, clusterOf);
    }
    if (cluster === null) continue;
    clusterOf.set(description, cluster);
    if (says.kind === "noun" || says.kind === "pronoun")
      mention(cluster, description, says.kind === "noun" ? "nominal" : "pronoun");
    if (!places.has(description)) earlier.push({ cluster, description, isSource: isSource(description) });
  }
  const turns = turnsOf(document, named, spanOf);
  const quotations = findQuotations(text, 0, text.length);
  let writer: Cluster | null | undefined;
  const author = ({ start }: CharSpan): Cluster | null => {
    const quotation = quotations[lastStartingBy(quotations, start)];
    if (quotation !== undefined && start < quotation.end) return null;
    if (writer === undefined) writer = authorOf(document, registry);
    return writer;
  };
  const sourceOf = new Map<Statement, Cluster | null>();
  const clusterAt = (sentence: number, token: number): Cluster | null => {
    const description = byToken.get(`${sentence}:${token}`);
    return (description === undefined ? undefined : clusterOf.get(description)) ?? null;
  };
  const findSource = sourceFinder(words, sentences, clusterAt, issuerFinder(words, clusterAt, inOrder), registry);
  for (const statement of statements) sourceOf.set(statement, findSource(statement.source.spans));
  const speakerAt = speakerFinder(statements, sourceOf);
  for (const description of descriptions) {
    const { says } = description;
    if (says.kind !== "pronoun" || clusterOf.has(description) || !/^(?:i|me|my|we|us|our)$/.test(says.pronoun))
      continue;
    const span = spanOf(description);
    const speaker =
      speakerAt(span) ??
      turnAt(turns, span.start) ??
      (says.pronoun === "i" || says.pronoun === "my" || says.pronoun === "me" ? author(span) : null);
    if (speaker === null) continue;
    clusterOf.set(description, speaker);
    mention(speaker, description, "pronoun");
  }
  // a speaker's "he" may be another source: those that were waiting for one
  for (const statement of statements)
    sourceOf.set(statement, sourceOf.get(statement) ?? findSource(statement.source.spans));
  const speaking = new Set([...sourceOf.values()].filter((one) => one !== null));
  const spokenBy = new Map([...sourceOf].map(([{ source }, cluster]) => [keyOf(source.spans), cluster]));
  const { actors, idOf } = toActors(registry.clusters, { document, index, day, spanOf, words, speaking });
  const idsAt = (sentence: number, token: number): readonly ActorId[] => {
    const tree = words[sentence]?.tree;
    const ids = [token, ...(tree?.by(token, "conj") ?? [])].flatMap((each) => {
      const description = byToken.get(`${sentence}:${each}`);
      const cluster = description === undefined ? undefined : clusterOf.get(description);
      if (description === undefined || cluster === undefined) return [];
      if (places.has(description)) return [];
      const all = cluster.members.length > 0 ? cluster.members : [cluster];
      return all.flatMap((one) => idOf(one) ?? []);
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
      const cluster = spokenBy.get(keyOf(spans));
      return cluster ? idOf(cluster) : null;
    },
  };
}

/** Mentions back in which a noun, and a pronoun, looks for whom it takes up. */
const [NOUN_REACH, PRONOUN_REACH] = [400, 150];

const keyOf = (spans: readonly CharSpan[]): string => spans.map(({ start, end }) => `${start}-${end}`).join(" ");

const firstDay = (date: string): string => `${date}${"-01-01".slice(date.length - 4)}`.slice(0, 10);
