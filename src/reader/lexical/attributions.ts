import { type CharSpan, charSpan } from "../../text/span.ts";
import type { CueLexicon } from "../lexicon.ts";
import type { Attribution } from "../reading.ts";
import { afterAddressee, afterAdverbials, lastOfContent, trimContent } from "./contents.ts";
import { type Cue, findCues, type VerbCue } from "./cues.ts";
import { isFiniteVerb, type Range, sourceAfter, sourceBefore } from "./sources.ts";
import type { Token } from "./tokens.ts";
import {
  adverbialOpeners,
  clauseOpeners,
  days,
  firstPersons,
  formsOfBe,
  possessives,
  pronouns,
  subordinators,
} from "./words.ts";

/** One sentence while it is read. */
interface Sentence {
  readonly tokens: readonly Token[];
  readonly quotations: readonly CharSpan[];
  readonly lexicon: CueLexicon;
  /** The text lost its quotation marks, so that a quotation looks like any other clause. */
  readonly marksLost: boolean;
  /** First token that no earlier attribution of the sentence has taken. */
  floor: number;
  /** Source of the last attribution: "said X, adding that Y" shares it. */
  lastSource: Range | null;
}

interface Found {
  readonly source: Range | null;
  readonly content: readonly CharSpan[];
  /** Token after the last that the attribution took. */
  readonly next: number;
}

/** Attributions whose cue stands in the sentence, in the order of their cues. */
export function attributionsIn(
  tokens: readonly Token[],
  quotations: readonly CharSpan[],
  lexicon: CueLexicon,
  { isFirst, marksLost }: { readonly isFirst: boolean; readonly marksLost: boolean },
): readonly Attribution[] {
  const out: Attribution[] = [];
  const sentence: Sentence = { tokens, quotations, lexicon, marksLost, floor: 0, lastSource: null };
  const cues = findCues(tokens, lexicon);
  const closing = cues.findLast((cue) => closesSentence(sentence, cue)) ?? null;
  for (const cue of closing === null ? cues : [closing, ...cues.filter((cue) => cue.first > closing.last)]) {
    if (cue.first < sentence.floor) continue;
    const found = read(sentence, cue);
    if (found === null) continue;
    const attribution = toAttribution(tokens, cue, found);
    if (attribution === null) continue;
    out.push(attribution);
    sentence.floor = Math.max(sentence.floor, found.next);
    if (found.source) sentence.lastSource = found.source;
  }
  return out.length === 0 && isFirst ? headline(tokens) : out;
}

function toAttribution(tokens: readonly Token[], cue: Cue, found: Found): Attribution | null {
  const [first, ...rest] = found.content;
  if (first === undefined) return null;
  return {
    source: found.source ? spansOf(tokens, found.source) : [],
    cue: spansOf(tokens, { first: cue.first, last: cue.last }),
    content: [first, ...rest],
    quotation: null,
    confidence: null,
  };
}

function spansOf(tokens: readonly Token[], range: Range): readonly CharSpan[] {
  const first = tokens[range.first];
  const last = tokens[range.last];
  return first && last ? [charSpan(first.start, last.end)] : [];
}

/** "Orlan: the talks have failed", as headlines have it. */
function headline(tokens: readonly Token[]): readonly Attribution[] {
  const colon = tokens.findIndex((token) => token.kind === "colon");
  const first = tokens[0];
  if (colon < 1 || colon > 5 || first === undefined || !tokens.slice(0, colon).every((token) => token.capital))
    return [];
  const content = trimContent(tokens, colon + 1, tokens.length - 1);
  if (content === null) return [];
  const [span] = spansOf(tokens, content);
  if (span === undefined) return [];
  return [
    {
      source: spansOf(tokens, { first: 0, last: colon - 1 }),
      cue: spansOf(tokens, { first: colon, last: colon }),
      content: [span],
      quotation: null,
      confidence: null,
    },
  ];
}

/** True for a cue whose content stands before it: "…, the sources said." */
function closesSentence(sentence: Sentence, cue: Cue): boolean {
  if (cue.kind === "phrase") return closesWithPhrase(sentence, cue);
  return cue.kind === "verb" && cue.verb.form !== "ing" && before(sentence, cue) !== null;
}

/** "…, according to a readout of the call." */
function closesWithPhrase({ tokens, lexicon }: Sentence, cue: Cue): boolean {
  if (cue.first < 3 || tokens[cue.first - 1]?.kind !== "comma") return false;
  const source = sourceAfter(tokens, cue.last + 1, lexicon);
  return source !== null && source.last + 1 >= tokens.length - 1;
}

function read(sentence: Sentence, cue: Cue): Found | null {
  if (cue.kind === "phrase") return readPhrase(sentence, cue);
  if (cue.kind === "noun") return readNoun(sentence, cue);
  if (cue.kind !== "verb") return readAdverb(sentence, cue);
  return before(sentence, cue) ?? after(sentence, cue);
}

function readPhrase(sentence: Sentence, cue: Cue): Found | null {
  const { tokens, lexicon } = sentence;
  const source = sourceAfter(tokens, cue.last + 1, lexicon);
  if (source === null) return null;
  const before = trimContent(tokens, sentence.floor, cue.first - 1);
  if (before && before.last - before.first > 1)
    return { source, content: spansOf(tokens, before), next: source.last + 1 };
  const after = contentFrom(sentence, source.last + 1, false);
  if (after) return { source, content: after.spans, next: after.next };
  // "According to the ministry, the talks failed.": what looked like an apposition is the content.
  const short = sourceAfter(tokens, cue.last + 1, lexicon, false);
  const content = short && contentFrom(sentence, short.last + 1, false);
  return short && content && { source: short, content: content.spans, next: content.next };
}

function readNoun(sentence: Sentence, cue: Cue): Found | null {
  const { tokens } = sentence;
  const owner = tokens[cue.first - 1];
  const owned = owner !== undefined && (possessives.has(owner.word) || owner.word.endsWith("'s"));
  const content = contentFrom(sentence, cue.last + 1, false);
  if (!content || !owned || owner.word === "our" || owner.word === "my") return null;
  let first = cue.first - 1;
  while (first > sentence.floor && tokens[first]?.capital && tokens[first - 1]?.capital) first--;
  return { source: { first, last: cue.first - 1 }, content: content.spans, next: content.next };
}

function readAdverb(sentence: Sentence, cue: Cue): Found | null {
  const { tokens } = sentence;
  const left = trimContent(tokens, sentence.floor, cue.first - 1);
  const right = contentFrom(sentence, cue.last + 1, false);
  if (!right) return null;
  return { source: null, content: [...(left ? spansOf(tokens, left) : []), ...right.spans], next: right.next };
}

/** Content before the cue, and after it where the cue interrupts; null where the content only follows. */
function before(sentence: Sentence, cue: VerbCue): Found | null {
  const { tokens, lexicon, floor } = sentence;
  if (cue.verb.complement === "object" || cue.passive) return null;
  const inverted = invertedSource(sentence, cue);
  const source = inverted ?? sourceBefore(tokens, cue.first, floor, lexicon);
  if (source === null) return null;
  const edge = (inverted ? cue.first : source.first) - 1;
  if (edge < floor + 1 || !isEdge(tokens, edge)) return null;
  const left = leftContent(sentence, edge);
  if (left === null) return null;
  const end = inverted ? inverted.last : cue.last;
  const told = cue.verb.addressee && !inverted ? afterAddressee(tokens, end + 1) : end + 1;
  const rest = afterAdverbials(tokens, told);
  const quoted = endsInQuotation(tokens, edge);
  if (rest >= tokens.length || tokens[rest]?.word === "." || tokens[rest]?.kind === "stop")
    return { source, content: [left], next: rest };
  if (tokens[rest]?.kind === "comma" || (tokens[rest]?.kind === "colon" && quoted))
    return interrupted(sentence, source, left, rest, quoted);
  return quoted || trails(sentence, edge, rest) ? { source, content: [left], next: rest } : null;
}

/** "…, Velt said when asked about the talks" and "…, Velt said of the talks", after a clause that can stand alone. */
function trails({ tokens, floor, lexicon }: Sentence, edge: number, rest: number): boolean {
  if (tokens[rest]?.word === "of") return true;
  if (!/^(?:when|as|while|after|before|about)$/u.test(tokens[rest]?.word ?? "")) return false;
  if (subordinators.has(tokens[floor]?.word ?? "")) return false;
  for (let at = floor + 1; at < edge; at++) if (isFiniteVerb(tokens, at, lexicon)) return true;
  return false;
}

/** "“We agree,” she said, “on the text.”" and "The text, she said, is agreed." */
function interrupted(sentence: Sentence, source: Range, left: CharSpan, comma: number, quoted: boolean): Found | null {
  const { tokens } = sentence;
  const next = tokens[comma + 1];
  if (next === undefined) return { source, content: [left], next: comma };
  // "Asked about it, Velt told Orlan News, There was no progress.": marks lost, and only what follows is content.
  if (!quoted && (next.capital || subordinators.has(tokens[sentence.floor]?.word ?? ""))) return null;
  if (quoted !== (next.quotation !== -1)) return quoted ? { source, content: [left], next: comma } : null;
  if (sentence.lexicon.verbs.get(next.word)?.form === "ing") return { source, content: [left], next: comma };
  const right = contentFrom(sentence, comma + 1, false);
  return right && { source, content: [left, ...right.spans], next: right.next };
}

/** A comma, a dash or the end of a quotation. */
function isEdge(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.kind === "comma" || token?.kind === "dash" || endsInQuotation(tokens, at);
}

function endsInQuotation(tokens: readonly Token[], edge: number): boolean {
  const token = tokens[edge];
  if (token === undefined) return false;
  if (token.quotation !== -1) return tokens[edge + 1]?.quotation !== token.quotation;
  return token.kind === "comma" && (tokens[edge - 1]?.quotation ?? -1) !== -1;
}

/** From the start of the sentence, or of the quotation where that lies in an earlier sentence, to the edge. */
function leftContent(sentence: Sentence, edge: number): CharSpan | null {
  const { tokens, quotations, floor } = sentence;
  const range = trimContent(tokens, floor, edge);
  const first = tokens[range?.first ?? -1];
  const last = tokens[range?.last ?? -1];
  if (range === null || first === undefined || last === undefined) return null;
  if (range.last - range.first < 1 && last.quotation === -1) return null;
  const opened = first.quotation === -1 ? undefined : quotations[first.quotation];
  const end = sentence.marksLost && tokens[edge]?.kind === "comma" ? tokens[edge] : last;
  return charSpan(opened ? opened.start : first.start, end.end);
}

/** "…,” said Orlan." : the source stands between the cue and a comma or the end, and no verb does. */
function invertedSource(sentence: Sentence, cue: VerbCue): Range | null {
  const { tokens, lexicon } = sentence;
  if (cue.first < 2 || !isEdge(tokens, cue.first - 1)) return null;
  const source = sourceAfter(tokens, cue.last + 1, lexicon);
  if (source === null || cue.verb.addressee) return null;
  if (endsInQuotation(tokens, cue.first - 1)) return source;
  for (let at = source.first; at <= source.last; at++)
    if (isFiniteVerb(tokens, at, lexicon) && tokens[at - 1]?.word !== "who") return null;
  const next = tokens[source.last + 1];
  const ends =
    next === undefined ||
    next.kind === "stop" ||
    next.kind === "comma" ||
    days.has(next.word) ||
    adverbialOpeners.has(next.word);
  return ends ? source : null;
}

/** Content that follows the cue. */
function after(sentence: Sentence, cue: VerbCue): Found | null {
  const { tokens, verb } = { tokens: sentence.tokens, verb: cue.verb };
  const told = verb.addressee ? afterAddressee(tokens, cue.last + 1) : cue.last + 1;
  const from = verb.complement === "object" ? told : afterAdverbials(tokens, told);
  if (verb.complement === "quotation" && tokens.slice(from, from + 2).every((token) => token.quotation === -1))
    return null;
  const content = contentFrom(sentence, from, verb.complement === "object" || opensWithSubordinator(sentence, cue));
  if (content === null || isAboutNaming(tokens, from)) return null;
  if (cue.passive) return { source: null, content: content.spans, next: content.next };
  const source = subjectOf(sentence, cue);
  if (source === null || firstPersons.has(tokens[source.first]?.word ?? "")) return null;
  return { source, content: content.spans, next: content.next };
}

/** "who asked not to be named", "declined to be identified": how the source is given, and nothing it said. */
const isAboutNaming = (tokens: readonly Token[], from: number): boolean =>
  /^(?:not )?to be (?:named|identified|quoted)\b/u.test(
    tokens
      .slice(from, from + 4)
      .map(({ word }) => word)
      .join(" "),
  );

/** "While Velt said there had been progress, others doubted it." */
const opensWithSubordinator = ({ tokens, floor }: Sentence, cue: VerbCue): boolean =>
  floor === 0 &&
  subordinators.has(tokens[0]?.word ?? "") &&
  !tokens.slice(0, cue.first).some((token) => token.kind === "comma");

/** The phrase before the cue; for "adding that", "and said", "to say" that of the sentence. */
function subjectOf(sentence: Sentence, cue: VerbCue): Range | null {
  const { tokens, lexicon, lastSource } = sentence;
  const previous = tokens[cue.first - 1];
  const group = tokens.slice(cue.first, cue.head);
  const finite =
    cue.verb.form === "ing" ? group.some(({ word }) => formsOfBe.has(word)) : group.every(({ word }) => word !== "to");
  if (finite) {
    const near = sourceBefore(tokens, cue.first, sentence.floor, lexicon);
    if (near && isSubject(tokens, near, cue)) return near;
  }
  if (
    lastSource &&
    previous &&
    (previous.kind === "comma" || previous.word === "and" || previous.word === "but" || cue.verb.form === "ing")
  )
    return lastSource;
  // "high hopes that" and "amid fears that" have no subject; "ruling out" right after another phrase has one we cannot know.
  if (cue.verb.form === "third" || (cue.verb.form === "ing" && previous?.kind !== "comma")) return null;
  for (let at = 1; at < cue.first; at++)
    if (isFiniteVerb(tokens, at, lexicon)) return sourceBefore(tokens, at, 0, lexicon);
  return lastSource;
}

/** "high hopes" is no source with its verb; "Velt hopes" and "the minister hopes" are. */
function isSubject(tokens: readonly Token[], { first, last }: Range, cue: VerbCue): boolean {
  const only = tokens[first];
  if (cue.verb.form !== "third" || last > first || only === undefined) return true;
  return only.capital || pronouns.has(only.word);
}

function contentFrom(
  sentence: Sentence,
  from: number,
  object: boolean,
): { readonly spans: readonly CharSpan[]; readonly next: number } | null {
  const { tokens, quotations, lexicon } = sentence;
  let start = from;
  while (["comma", "colon", "dash"].includes(tokens[start]?.kind ?? "") && tokens[start]?.quotation === -1) start++;
  const first = tokens[start];
  if (first === undefined || (first.kind !== "word" && first.quotation === -1)) return null;
  // "told Orlan News, There was no progress." is a quotation that lost its marks: its stop was inside them.
  const wasQuoted = sentence.marksLost && start > from && first.capital;
  const lastIndex = wasQuoted ? tokens.length - 1 : lastOfContent(tokens, start, lexicon, object);
  const last = tokens[lastIndex];
  if (last === undefined || lastIndex < start) return null;
  // A quotation of several sentences goes on to its end.
  const open = last.quotation === -1 || lastIndex < tokens.length - 1 ? undefined : quotations[last.quotation];
  if (clauseOpeners.has(first.word) && lastIndex === start) return null;
  return { spans: [charSpan(first.start, Math.max(last.end, open?.end ?? 0))], next: lastIndex + 1 };
}
