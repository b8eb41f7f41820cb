import { documentNouns } from "../statement/source-words.ts";
import type { Cluster } from "./cluster.ts";
import type { SentenceWords } from "./name-runs.ts";

type At = (sentence: number, token: number) => Cluster | null;

/**
 * Whose a document is that speaks as a source: "the ministry's report", "a statement by Castellin", "the poll" that
 * "the institute published" before. Null where the text does not say.
 */
export function issuerFinder(
  words: readonly SentenceWords[],
  at: At,
  inOrder: boolean,
): (sentence: number, token: number) => Cluster | null {
  const issued: {
    readonly sentence: number;
    readonly token: number;
    readonly lemma: string;
    readonly issuer: Cluster;
  }[] = [];
  words.forEach((own, sentence) => {
    own.parse.tokens.forEach((token, nth) => {
      const lemma = token.lemma.toLowerCase();
      if (token.upos !== "NOUN" || !documentNouns.has(lemma)) return;
      const issuer = issuerAt(own, sentence, nth, at);
      if (issuer?.mentions.some(({ kind }) => kind === "name") || issuer?.type === "person")
        issued.push({ sentence, token: nth, lemma, issuer });
    });
  });
  return (sentence, token) => {
    const lemma = words[sentence]?.parse.tokens[token]?.lemma.toLowerCase() ?? "";
    const own = issued.find((one) => one.sentence === sentence && one.token === token);
    if (own !== undefined) return own.issuer;
    if (!inOrder) return null;
    return issued.findLast((one) => one.lemma === lemma && one.sentence <= sentence)?.issuer ?? null;
  };
}

/** By its dependents, or by the verb it is published with. */
function issuerAt(own: SentenceWords, sentence: number, token: number, at: At): Cluster | null {
  const { tree, parse } = own;
  for (const child of tree.of(token)) {
    const { relation = "", lemma = "" } = parse.tokens[child] ?? {};
    const marker = tree.caseOf(child);
    if (
      /^(?:compound|amod)/.test(relation) ||
      (/^nmod/.test(relation) && /^(?:|['’]s?|by|of|from|'s|’s|released by|issued by)$/.test(marker))
    ) {
      const cluster = at(sentence, child);
      if (cluster !== null && !cluster.isPlural) return cluster;
    }
    if (
      /^acl/.test(relation) &&
      /^(?:issue|release|publish|write|sign|commission|post|obtain|conduct|prepare|make|draft)$/.test(lemma)
    ) {
      for (const agent of tree.by(child, "obl")) {
        const cluster = tree.caseOf(agent) === "by" ? at(sentence, agent) : null;
        if (cluster !== null && lemma !== "obtain") return cluster;
      }
    }
  }
  // "a statement on the ministry’s website"
  for (const page of tree.by(token, "nmod")) {
    if (!/^(?:website|site|page|account|channel|blog|feed)$/.test(parse.tokens[page]?.lemma.toLowerCase() ?? ""))
      continue;
    for (const owner of tree.of(page)) {
      const cluster = at(sentence, owner);
      if (cluster !== null) return cluster;
    }
  }
  const head = parse.tokens[token]?.head ?? -1;
  const verb = parse.tokens[head]?.lemma.toLowerCase() ?? "";
  const isPublished =
    (parse.tokens[token]?.relation === "obl" && tree.caseOf(token) === "in") ||
    /^(?:issue|release|publish|write|post|sign|send|make)$/.test(verb);
  if (!isPublished) return null;
  for (const subject of tree.by(head, "nsubj")) {
    const cluster = at(sentence, subject);
    if (cluster !== null) return cluster;
  }
  return null;
}
