import type { Actor } from "../../coding/actor/actor.ts";
import type { Statement } from "../../coding/statement/statement.ts";
import type { CharSpan } from "../../text/span.ts";
import type { Decided } from "../decided.ts";
import { oneLine } from "../printable.ts";
import { speakerOf, wordsOf } from "../wording.ts";
import { functionWords, headEnds } from "./function-words.ts";
import type { BriefData, BriefDocument } from "./gather.ts";

/** One statement of a brief, with its place in it. */
export interface Line extends Decided {
  readonly in: BriefDocument;
  /** Index into `BriefData.documents`. */
  readonly document: number;
  /** From 1, in its document: what ties the line to the marks in the text. */
  readonly number: number;
  readonly words: { readonly source: string; readonly cue: string; readonly content: string };
  /** Whom the source refers to, as people decided; null where that is not resolved. */
  readonly actor: Actor | null;
  readonly voice: Voice;
  /** Documents of this brief, this one apart, that carry the same content word for word, marks and case aside. */
  readonly alsoIn: number;
}

/**
 * How far a source can be told apart. `named`: by the actor it refers to or, where that is not resolved, by a name in its
 * words; the same in every article. `described`: "the minister", good within its article alone. `anonymous`: kept from
 * being named. `none`: the text gives no source.
 */
export type Voice = "named" | "described" | "anonymous" | "none";

export interface Speaker {
  readonly voice: Voice;
  /** The actor's name, else the source's words as given; empty where the text gives none. */
  readonly name: string;
  /** The article a speaker is told apart in; null for a name, which is good in all. */
  readonly within: BriefDocument | null;
  readonly lines: readonly Line[];
}

/** Shorter contents ("it was over") coincide by chance and tell nothing of a reprint. In letters and digits. */
const tellingLength = 32;

/** Every statement of the brief, in the order of its documents and texts. */
export function linesOf({ documents }: BriefData): readonly Line[] {
  const carriers = carriersOf(documents);
  const names = namesIn(documents.map(({ article }) => article.document.text));
  return documents.flatMap((one, document) =>
    one.statements.map((decided, index) => {
      const { text } = one.article.document;
      const { source, cue, content } = decided.statement;
      const words = {
        source: oneLine(wordsOf(text, source.spans)),
        cue: oneLine(wordsOf(text, cue.spans)),
        content: oneLine(wordsOf(text, content.spans)),
      };
      const alsoIn = (carriers.get(fingerprint(words.content))?.size ?? 1) - 1;
      const { outcome } = one.article;
      const actor = outcome.kind === "read" ? speakerOf(decided.statement, outcome.actors) : null;
      const voice = voiceOf(decided.statement, actor, text, names);
      return { ...decided, in: one, document, number: index + 1, words, actor, voice, alsoIn };
    }),
  );
}

/**
 * The lines grouped by who says them: named sources first, the most quoted before the others; then those told apart
 * within their article alone, never merged across articles, newest article first. Where the source refers to an actor,
 * it is grouped by it, whatever its words; else by its words.
 */
export function speakersOf(lines: readonly Line[]): readonly Speaker[] {
  const groups = new Map<string, [Line, ...Line[]]>();
  for (const line of lines) {
    const { voice, actor, words } = line;
    const who = actor === null ? words.source.toLowerCase() : `\n${actor.key}`;
    const key = voice === "named" ? who : `${who}\n${line.document}\n${voice}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()]
    .map((said) => {
      const [{ voice, actor, words, in: one }] = said;
      const isKnown = actor !== null && voice === "named";
      const name = isKnown ? oneLine(actor.name) : words.source;
      return { voice, name, within: voice === "named" ? null : one, lines: said };
    })
    .sort(byVoice);
}

function voiceOf(
  { source, sourcing }: Statement,
  actor: Actor | null,
  text: string,
  names: ReadonlySet<string>,
): Voice {
  if (source.spans.length === 0 && actor === null) return "none";
  if (sourcing === "anonymous" || actor?.type === "anonymous") return "anonymous";
  if (actor !== null) return isOfOneDocument(actor) ? "described" : "named";
  return source.spans.some((span) => isNamed(text, span, names)) ? "named" : "described";
}

/** Keys of those without a name hold their document; see `coding/actor/to-actors.ts`. */
const isOfOneDocument = ({ key }: Actor): boolean => key.startsWith("document:");

const voices: readonly Voice[] = ["named", "described", "anonymous", "none"];

function byVoice(a: Speaker, b: Speaker): number {
  if (a.voice !== b.voice) return voices.indexOf(a.voice) - voices.indexOf(b.voice);
  if (a.voice !== "named")
    return (a.lines[0]?.document ?? 0) - (b.lines[0]?.document ?? 0) || b.lines.length - a.lines.length;
  return b.lines.length - a.lines.length || (a.name < b.name ? -1 : 1);
}

/**
 * True if the words name someone: the head of the phrase, or of one after a comma, ends in a name. "Foreign minister Ilse
 * Brandt" and "Brandt, the minister" do, "the Ostrian minister" and "a diplomat from Sund" do not.
 */
function isNamed(text: string, { start, end }: CharSpan, names: ReadonlySet<string>): boolean {
  let from: number = start;
  return text
    .slice(start, end)
    .split(",")
    .some((part) => {
      const at = from;
      from += part.length + 1;
      return isName(text, headOf(part), at, names);
    });
}

/** The last word before the phrase goes on with a preposition, a relative pronoun or "and". */
function headOf(phrase: string): { readonly word: string; readonly index: number } | null {
  const words = wordsIn(phrase);
  const ending = words.findIndex(({ word }, index) => index > 0 && headEnds.has(word));
  return (ending === -1 ? words : words.slice(0, ending)).at(-1) ?? null;
}

/** True for a capital that neither a function word nor the beginning of a sentence accounts for. */
function isName(text: string, head: ReturnType<typeof headOf>, from: number, names: ReadonlySet<string>): boolean {
  if (!head || !/^\p{Lu}/u.test(head.word) || functionWords.has(head.word.toLowerCase())) return false;
  const isFirst = text.slice(from, from + head.index).trim() === "";
  return !isFirst || !beginsSentence(text, from + head.index) || names.has(head.word);
}

/** "Officials said": the capital may be the sentence's. It is not after a letter, digit or comma: ‘… fire,” Verel said’. */
const beginsSentence = (text: string, start: number): boolean =>
  !/[\p{L}\p{N},;]["”’']?\s+$/u.test(text.slice(Math.max(0, start - 8), start));

/** Words that stand with a capital after a word in lower case more often than they stand in lower case themselves. */
function namesIn(texts: readonly string[]): ReadonlySet<string> {
  const inside = new Map<string, number>();
  const lower = new Map<string, number>();
  const count = (counts: Map<string, number>, word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const text of texts) {
    let before = { word: "", index: 0 };
    for (const one of wordsIn(text)) {
      const gap = text.slice(before.index + before.word.length, one.index);
      if (/^\p{Ll}/u.test(one.word)) count(lower, one.word);
      else if (/^\p{Ll}+$/u.test(before.word) && /^,? $/u.test(gap)) count(inside, one.word);
      before = one;
    }
  }
  return new Set([...inside].flatMap(([word, n]) => (n > (lower.get(word.toLowerCase()) ?? 0) ? [word] : [])));
}

const wordsIn = (text: string): readonly { readonly word: string; readonly index: number }[] =>
  [...text.matchAll(/\p{L}[\p{L}\p{M}\p{N}]*/gu)].map(({ 0: word, index }) => ({ word, index }));

/** By content's fingerprint, the documents that carry it. */
function carriersOf(documents: readonly BriefDocument[]): ReadonlyMap<string, ReadonlySet<number>> {
  const carriers = new Map<string, Set<number>>();
  for (const [index, { article, statements }] of documents.entries()) {
    for (const { statement } of statements) {
      const key = fingerprint(wordsOf(article.document.text, statement.content.spans));
      if (key.length < tellingLength) continue;
      const known = carriers.get(key);
      if (known) known.add(index);
      else carriers.set(key, new Set([index]));
    }
  }
  return carriers;
}

const fingerprint = (content: string): string => content.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
