import type { Cluster } from "./cluster.ts";
import type { Description } from "./description.ts";
import type { SentenceWords } from "./name-runs.ts";

/** The person whom a noun beside a name tells of: "Teo Castellin, the foreign minister". */
export function apposed(
  description: Description,
  words: SentenceWords,
  byToken: ReadonlyMap<string, Description>,
  named: ReadonlyMap<Description, Cluster>,
): Cluster | null {
  const { tree, parse } = words;
  const token = parse.tokens[description.head];
  const isPredicate = tree.by(description.head, "cop").length > 0; // "Castellin is the foreign minister"
  const near = [
    ...(token?.relation === "appos" ? [token.head] : []),
    ...tree.by(description.head, "appos"),
    ...(isPredicate ? tree.by(description.head, "nsubj") : []),
    ...nameBehindComma(description, words, byToken),
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

/** Words between a noun and the comma before its name. */
const STRETCH = 9;

/** "a spokeswoman for the council, Irian Pell,": whatever the parser hangs the name from, it is the spokeswoman's. */
function nameBehindComma(
  { says, sentence, last }: Description,
  { forms, parse: { tokens } }: SentenceWords,
  byToken: ReadonlyMap<string, Description>,
): readonly number[] {
  if (says.kind !== "noun" || says.isPlural || says.nouns.every(({ kind }) => kind === "body")) return [];
  let at = last + 1;
  if (/^['’]s?$/u.test(forms[at] ?? "")) return []; // "one of the family’s lawyers, Irian Pell"
  while (at <= last + STRETCH && /^(?:ADP|DET|NOUN|PROPN|ADJ|PART|NUM|CCONJ)$/.test(tokens[at]?.upos ?? "")) at++;
  const name = byToken.get(`${sentence}:${at + 1}`);
  if (forms[at] !== "," || name === undefined || name.first !== at + 1) return [];
  if (name.says.kind !== "name" && name.says.kind !== "person") return [];
  // "the head of the council, Irian Pell, and …" is a row of people
  const isRow = /^,$/.test(forms[name.last + 1] ?? "") && /^(?:and|or|,)$/i.test(forms[name.last + 2] ?? "");
  const isClosed =
    tokens[name.last + 1] === undefined ||
    tokens[name.last + 1]?.upos === "PUNCT" ||
    /^(?:VERB|AUX)$/.test(tokens[name.last + 1]?.upos ?? "");
  return isClosed && !isRow ? [name.head] : [];
}

export function possessor(
  { says, sentence }: Description,
  byToken: ReadonlyMap<string, Description>,
  clusterOf: ReadonlyMap<Description, Cluster>,
): Cluster | null {
  if (!("possessor" in says) || says.possessor === null) return null;
  const owner = byToken.get(`${sentence}:${says.possessor}`);
  return (owner === undefined ? undefined : clusterOf.get(owner)) ?? null;
}

/** "who" and "which" stand for the noun that their clause modifies. */
export function relative(
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
