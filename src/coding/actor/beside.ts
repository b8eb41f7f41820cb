import type { Cluster } from "./cluster.ts";
import type { Description } from "./description.ts";
import type { SentenceWords } from "./name-runs.ts";

/** The person whom a noun beside a name tells of: "Teo Castellin, the foreign minister". */
export function apposed(
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
