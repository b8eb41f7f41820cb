import { type CharSpan, charSpan, textOf } from "../../text/span.ts";
import { type Days, daysOfPartialDate, type Interval, isoOf } from "./calendar.ts";
import type { Frame, Meaning } from "./frame.ts";
import { isNowadays } from "./nowadays.ts";
import { precisionOf } from "./precision.ts";
import { readTerm } from "./read-term.ts";
import { resolveTerm } from "./resolve-term.ts";
import { around } from "./rule.ts";
import { tenseFromWords } from "./sentence-tense.ts";
import type { TimeExpression } from "./time-expression.ts";
import type { Tense, TimeTerm } from "./time-term.ts";

export interface TimeContext {
  readonly text: string;
  /** Where expressions are looked for, in text order: the sentences of title and body. */
  readonly sentences: readonly CharSpan[];
  /** YYYY-MM-DD, YYYY-MM or YYYY; null where the document has no date. */
  readonly published: string | null;
  /** Tense of the verb that governs the word at an offset of `text`, where a parse tells it; null without parses. */
  readonly tenseAt: ((offset: number) => Tense) | null;
}

/** An expression in the text, before it is resolved. */
interface Read extends CharSpan {
  readonly term: TimeTerm;
}

/** What has been told of time before an expression. */
interface Told {
  readonly day: Days | null;
  /** Number of the sentence that named the day. */
  readonly dayAt: number;
  readonly last: Interval | null;
}

/** The expressions that place something in time, in text order and without overlap, and the days they mean. */
export function findTimes(context: TimeContext): readonly TimeExpression[] {
  const { text, sentences } = context;
  const published = context.published === null ? null : daysOfPartialDate(context.published);
  const topics = topicsOf(text);
  const out: TimeExpression[] = [];
  let told: Told = { day: null, dayAt: 0, last: null };
  for (const [number, sentence] of sentences.entries()) {
    const words = textOf(text, sentence);
    for (const read of joinClocks(readSentence(words), words)) {
      const span = charSpan(sentence.start + read.start, sentence.start + read.end);
      const parsed = context.tenseAt?.(span.start) ?? null;
      const isNamed = isMonthOfEvent(read, words);
      const tense = parsed ?? (isNamed ? null : tenseFromWords(words, read.start, read.end));
      if (isNowadays(read.term, words, read.start, read.end, tense)) continue;
      const term = topics.attacks ? inYearOfAttacks(read.term, words) : read.term;
      const meaning = resolveWithin(term, published, {
        tense,
        isTenseSure: parsed !== null,
        dayTold: number - told.dayAt <= 1 ? told.day : null,
        lastTold: told.last,
        isUnitedStatesElection: topics.election,
      });
      if (meaning === null) continue;
      out.push({ ...span, ...endsOf(meaning), precision: precisionOf(term), unresolved: meaning === "undated" });
      told = tell(told, meaning, number);
    }
  }
  return out;
}

/** Where an expression may begin: at a word or its apostrophe, not within a hyphenated word, a price or an address. */
const wordStart = /(?<![\p{L}\p{N}\-/@#$£€_]|\d[.,:])['’‘]?[\p{L}\p{N}]/gu;

/** Every expression has one of these: a sentence without is passed over. */
const timeWord =
  /\d|day|week|month|year|decade|centur|hour|minute|quarter|night|morning|afternoon|evening|noon|tomorrow|recent|lately|spring|summer|autumn|fall|winter|Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec|election|ies\b|Eve\b|Christmas|Thanksgiving|Easter|Halloween|Passover|Rosh|Kippur|Eid|Now?r|Juneteenth|Fourth/iu;

function readSentence(sentence: string): readonly Read[] {
  if (!timeWord.test(sentence)) return [];
  const out: Read[] = [];
  let from = 0;
  for (const { index } of sentence.matchAll(wordStart)) {
    if (index < from) continue;
    const found = readTerm(sentence, index);
    if (!found) continue;
    from = found.end;
    out.push({ ...charSpan(index, found.end), term: found.term });
  }
  return out;
}

/** "at 9 p.m. on Thursday" is one expression, of that day. */
function joinClocks(reads: readonly Read[], sentence: string): readonly Read[] {
  const out: Read[] = [];
  for (const read of reads) {
    const last = out.at(-1);
    const clock = last && (last.term.kind === "same-day") !== (read.term.kind === "same-day");
    if (
      last &&
      clock &&
      /^[\s,(]*(?:(?:at|on|about|around|from|by)\s+)*$/iu.test(sentence.slice(last.end, read.start))
    ) {
      out.pop();
      out.push({ ...charSpan(last.start, read.end), term: last.term.kind === "same-day" ? read.term : last.term });
    } else out.push(read);
  }
  return out;
}

/** "a March speech", "November's election": no verb governs the month of an event. */
function isMonthOfEvent({ term, start, end }: Read, sentence: string): boolean {
  if (term.kind !== "date") return false;
  const { before, after } = around(sentence, start, end);
  return (
    /^['’]s?\s/u.test(after) || (/\b(?:an?|the|his|her|its|their|our)\s+$/iu.test(before) && /^\s+\p{L}/u.test(after))
  );
}

/** What a document is about, where that dates an event that it names without a date. */
const topicsOf = (text: string): { readonly election: boolean; readonly attacks: boolean } => ({
  election: /\b(?:Republicans?|GOP)\b/u.test(text) && /\b(?:Democrats?|Democratic)\b/u.test(text),
  attacks: /\b9\/11\b|\bSept(?:ember|\.)? 11\b[^.]{0,30}\battacks?\b/u.test(text),
});

/** "before Sept. 11" is of 2001 in a text that speaks of the attacks of that day. */
function inYearOfAttacks(term: TimeTerm, sentence: string): TimeTerm {
  if (term.kind === "bound") return { ...term, of: inYearOfAttacks(term.of, "attacks") };
  const isDay = term.kind === "date" && term.month === 9 && term.day === 11 && term.year === null;
  return isDay && /\battack|\bterror|\bhijack/iu.test(sentence) ? { ...term, year: 2001 } : term;
}

/** The meaning on every day that the document may be of; "undated" where they differ. */
function resolveWithin(term: TimeTerm, published: Days | null, told: Omit<Frame, "now" | "isDayKnown">): Meaning {
  if (published === null) return resolveTerm(term, { ...told, now: null, isDayKnown: false });
  const isDayKnown = published.from === published.to;
  const first = resolveTerm(term, { ...told, now: published.from, isDayKnown });
  if (isDayKnown || first === null || first === "undated") return first;
  const last = resolveTerm(term, { ...told, now: published.to, isDayKnown });
  if (last === null || last === "undated") return "undated";
  return first.from === last.from && first.to === last.to ? first : "undated";
}

const isoOrNull = (day: number | null): string | null => (day === null ? null : isoOf(day));

const endsOf = (meaning: Interval | "undated"): { readonly from: string | null; readonly to: string | null } =>
  meaning === "undated" ? { from: null, to: null } : { from: isoOrNull(meaning.from), to: isoOrNull(meaning.to) };

function tell(told: Told, meaning: Interval | "undated", number: number): Told {
  if (meaning === "undated") return told;
  const { from, to } = meaning;
  return from !== null && from === to
    ? { day: { from, to }, dayAt: number, last: meaning }
    : { ...told, last: meaning };
}
