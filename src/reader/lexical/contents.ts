import type { CueLexicon } from "../lexicon.ts";
import type { Range } from "./sources.ts";
import type { Token } from "./tokens.ts";
import {
  adverbialOpeners,
  auxiliaries,
  clauseOpeners,
  cueAdverbs,
  days,
  determiners,
  objectPronouns,
  pronouns,
} from "./words.ts";

/** Index after the person or body addressed: "told lawmakers | that", "told the Orlan Times | that". */
export function afterAddressee(tokens: readonly Token[], from: number): number {
  const head = tokens[from];
  if (head === undefined || head.kind !== "word" || head.quotation !== -1 || head.word === "that") return from;
  if (objectPronouns.has(head.word) || (pronouns.has(head.word) && !determiners.has(head.word))) return from + 1;
  let at = from;
  if (head.capital || (determiners.has(head.word) && tokens[at + 1]?.capital)) {
    if (!head.capital) at++;
    while (tokens[at]?.capital || (["of", "and"].includes(tokens[at]?.word ?? "") && tokens[at + 1]?.capital)) at++;
    // "told Orlan host Ana Velt that"
    while (
      at < tokens.length &&
      /^(?:host|anchor|reporters?|radio|news|magazine|newspaper|television|correspondent)$/u.test(
        tokens[at]?.word ?? "",
      )
    ) {
      at++;
      while (tokens[at]?.capital) at++;
    }
    return at;
  }

  at = from + 1;
  while (at < tokens.length && at - from < 8) {
    const token = tokens[at];
    if (
      token === undefined ||
      token.kind !== "word" ||
      clauseOpeners.has(token.word) ||
      days.has(token.word) ||
      pronouns.has(token.word)
    )
      break;
    if (
      at > from &&
      (determiners.has(token.word) || adverbialOpeners.has(token.word) || token.capital || auxiliaries.has(token.word))
    )
      break;
    at++;
  }
  return at;
}

/** Index after words of time and place between cue and content: "said | on Monday | that", "said | in a statement: |". */
export function afterAdverbials(tokens: readonly Token[], from: number): number {
  let at = from;
  for (;;) {
    const word = tokens[at]?.word ?? "";
    if (days.has(word)) at++;
    else if (word === "on" && days.has(tokens[at + 1]?.word ?? "")) at += 2;
    else if (
      /^(?:last|this|earlier)$/u.test(word) &&
      /^(?:week|month|year|summer|fall|spring|winter|day|this)$/u.test(tokens[at + 1]?.word ?? "")
    )
      at += 2;
    else if (/^(?:recently|publicly|repeatedly|flatly|bluntly|simply|later|again)$/u.test(word)) at++;
    else if (adverbialOpeners.has(word)) {
      const end = closedBy(tokens, at);
      if (end === null) return at;
      at = end;
    } else return at;
  }
}

/** End of an adverbial that "that", a comma, a colon, a quotation or the end of the sentence closes within some words. */
function closedBy(tokens: readonly Token[], from: number): number | null {
  for (let at = from + 1; at < tokens.length && at - from <= 14; at++) {
    const token = tokens[at];
    if (token === undefined || token.word === "that" || token.kind !== "word" || token.quotation !== -1) return at;
    if (at > from + 1 && pronouns.has(token.word) && !determiners.has(token.word)) return at;
  }
  return from + 14 >= tokens.length ? tokens.length : null;
}

/** Last token of a content that starts at `from`: the end of the sentence without its stop, or before a coordinated cue. */
export function lastOfContent(tokens: readonly Token[], from: number, lexicon: CueLexicon, object: boolean): number {
  let last = tokens.length - 1;
  for (let at = from + 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || token.quotation !== -1) continue;
    if (startsOtherClause(tokens, at, lexicon, object)) {
      last = at - 1;
      break;
    }
  }
  while (
    last > from &&
    tokens[last]?.quotation === -1 &&
    ["stop", "comma", "dash", "colon"].includes(tokens[last]?.kind ?? "")
  )
    last--;
  return last;
}

/** "and declined to", ", adding that", ", according to", and after an object ", who" or ", but". */
function startsOtherClause(tokens: readonly Token[], at: number, lexicon: CueLexicon, object: boolean): boolean {
  const token = tokens[at];
  const word = token?.word ?? "";
  if (token?.word === ";" || token?.word === "—") return true;
  const comma = token?.kind === "comma";
  if (word !== "and" && word !== "but" && !comma) return false;
  let next = at + 1;
  if (comma && (tokens[next]?.word === "and" || tokens[next]?.word === "but")) next++;
  while (cueAdverbs.has(tokens[next]?.word ?? "") || /.ly$/u.test(tokens[next]?.word ?? "")) next++;
  const following = tokens[next]?.word ?? "";
  if (comma && lexicon.phrases.some((phrase) => phrase.every((part, offset) => tokens[next + offset]?.word === part)))
    return true;
  const verb = lexicon.verbs.get(following);
  if (verb && !tokens[next]?.capital && tokens[next]?.quotation === -1) {
    if (verb.form === "past" || verb.form === "participle")
      return !comma || next > at + 1 || tokens[next + 1]?.word !== "by";
    if (verb.form === "ing") return comma;
  }
  return (
    object &&
    comma &&
    /^(?:who|which|but|while|as|saying|though|although|because|when|where)$/u.test(tokens[at + 1]?.word ?? "")
  );
}

/** First token of a content that ends before the cue: after what other attributions of the sentence already took. */
export function trimContent(tokens: readonly Token[], first: number, last: number): Range | null {
  let from = first;
  let to = last;
  while (
    to >= from &&
    tokens[to]?.quotation === -1 &&
    ["comma", "dash", "stop", "colon"].includes(tokens[to]?.kind ?? "")
  )
    to--;
  while (
    from <= to &&
    tokens[from]?.quotation === -1 &&
    ["comma", "dash", "stop", "colon"].includes(tokens[from]?.kind ?? "")
  )
    from++;
  return from <= to ? { first: from, last: to } : null;
}
