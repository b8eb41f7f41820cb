import { type EventSentence, headAt, lemmaAt, relationAt, uposAt } from "./event-sentence.ts";

/** Be- and get-passives, and participles that stand for one: "seized by rebels". */
export function isPassive(sentence: EventSentence, token: number): boolean {
  const { tree } = sentence;
  if (uposAt(sentence, token) !== "VERB" || isProgressive(sentence, token)) return false;
  if (tree.by(token, "nsubj:pass", "aux:pass").length > 0) return true;
  const helpers = tree.by(token, "aux");
  if (helpers.some((at) => /^(?:be|get)$/u.test(lemmaAt(sentence, at)))) return true;
  if (helpers.length > 0 || tree.by(token, "nsubj", "mark", "obj").length > 0) return false;
  if (!isParticiple(sentence, token)) return false;
  const relation = relationAt(sentence, token);
  const head = headAt(sentence, token);
  return /^(?:acl|amod|advcl)$/u.test(relation) || (relation === "conj" && head >= 0 && isPassive(sentence, head));
}

const isProgressive = ({ forms, tree }: EventSentence, token: number): boolean =>
  (forms[token] ?? "").endsWith("ing") && forms[token] !== tree.tokens[token]?.lemma;

/** Past or participle: inflected, and neither "-ing" nor "-s". */
function isParticiple(sentence: EventSentence, token: number): boolean {
  const form = sentence.forms[token] ?? "";
  const lemma = lemmaAt(sentence, token);
  const isInflected = form !== lemma || /(?:ed|t)$/u.test(form);
  return isInflected && form !== `${lemma}s` && form !== `${lemma}es`;
}
