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
  const issued = new Map<string, Cluster>();
  const byLemma = new Map<string, { readonly sentence: number; readonly issuer: Cluster }[]>();
  words.forEach((own, sentence) => {
    own.parse.tokens.forEach((token, nth) => {
      const lemma = token.lemma.toLowerCase();
      if (token.upos !== "NOUN" || !documentNouns.has(lemma)) return;
      const issuer = issuerAt(own, sentence, nth, at);
      if (issuer === null || !(issuer.isNamed || issuer.type === "person")) return;
      issued.set(`${sentence}:${nth}`, issuer);
      byLemma.set(lemma, [...(byLemma.get(lemma) ?? []).slice(-DOCUMENTS), { sentence, issuer }]);
    });
  });
  return (sentence, token) => {
    const lemma = words[sentence]?.parse.tokens[token]?.lemma.toLowerCase() ?? "";
    const own = issued.get(`${sentence}:${token}`);
    if (own !== undefined || !inOrder) return own ?? null;
    return byLemma.get(lemma)?.findLast((one) => one.sentence <= sentence)?.issuer ?? null;
  };
}

/** Documents of one kind that are remembered with their issuers. */
const DOCUMENTS = 50;

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
