import { type EventSentence, headAt, lemmaAt, relationAt, uposAt } from "../event/event-sentence.ts";
import { documentNouns } from "../statement/source-words.ts";

// What a document says is said by whoever issued it.

/**
 * "began pressing them after Zelensky signed a decree ruling out talks": a participle without a comma belongs to the
 * nearest clause before it, whatever the parser hung it from. Null where it is no such participle.
 */
export function nearestSubjects(sentence: EventSentence, token: number): readonly number[] | null {
  const verb = nearestVerb(sentence, token);
  if (verb === null) return null;
  const documents = documentsOf(sentence, verb);
  return documents.length > 0 ? documents : sentence.tree.by(verb, "nsubj");
}

/** The verb by which the document was issued whose participle a token is: "signed a decree ruling out talks". */
export function issuedBy(sentence: EventSentence, token: number): number | null {
  const { tree } = sentence;
  const head = headAt(sentence, token);
  const isOwn = relationAt(sentence, token) === "acl" && tree.by(token, "nsubj").length === 0;
  const verb = isOwn && relationAt(sentence, head) === "obj" ? headAt(sentence, head) : nearestVerb(sentence, token);
  if (verb === null || verb < 0 || documentsOf(sentence, verb).length === 0) return null;
  return /^(?:sign|issue|adopt|approve|pass|publish|release|enact|decree)$/u.test(lemmaAt(sentence, verb))
    ? verb
    : null;
}

const documentsOf = (sentence: EventSentence, verb: number): readonly number[] =>
  sentence.tree.by(verb, "obj").filter((object) => documentNouns.has(lemmaAt(sentence, object)));

function nearestVerb(sentence: EventSentence, token: number): number | null {
  const { tree, forms } = sentence;
  const isLoose =
    relationAt(sentence, token) === "advcl" &&
    (forms[token] ?? "").endsWith("ing") &&
    tree.by(token, "nsubj", "mark", "aux").length === 0 &&
    !/^[,–—-]$/u.test(forms[token - 1] ?? "");
  if (!isLoose) return null;
  for (let at = token - 1; at > headAt(sentence, token); at--) {
    if (uposAt(sentence, at) === "VERB" && tree.by(at, "nsubj").length > 0) return at;
  }
  return null;
}
