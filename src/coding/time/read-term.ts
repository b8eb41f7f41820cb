import { readPart } from "./part-rules.ts";
import { type Found, longer, readRules, rule } from "./rule.ts";
import type { Bound, TimeTerm } from "./time-term.ts";

/** The longest expression at this offset of the sentence: "since February", "from Monday to Thursday", "last week". */
export function readTerm(sentence: string, at: number): Found | null {
  return longer(longer(readBound(sentence, at), readRange(sentence, at)), readPart(sentence, at));
}

const boundWords: Readonly<Record<string, Bound>> = {
  since: "since",
  until: "until",
  till: "until",
  by: "by",
  before: "before",
  "prior to": "before",
  after: "after",
};
const boundPattern = /(?:since|until|till|by|before|prior\s+to|after)\s+/iuy;

/** Events of a published date, which place something in time only behind a bound: "before the election". */
const eventRules = [
  rule("(?:the\\s+)?9/11(?:\\s+(?:terror(?:ist)?\\s+)?attacks?)?", () => attacks),
  rule(
    "(?:the\\s+)?Sept(?:ember|\\.)?\\s+11(?:th)?,?(?:\\s+2001,?)?\\s+(?:terror(?:ist)?\\s+)?attacks?",
    () => attacks,
  ),
  rule("the\\s+(?:(?:general|presidential|U\\.S\\.|American)\\s+)*election", (_, { after }) =>
    /^(?:\s+(?:of|in|to|results?|campaign|day)\b|['’-])/iu.test(after)
      ? null
      : { kind: "holiday", name: "the election", year: null, which: null },
  ),
];
const attacks: TimeTerm = { kind: "date", year: 2001, month: 9, day: 11, which: null, weekday: null };

function readBound(sentence: string, at: number): Found | null {
  boundPattern.lastIndex = at;
  const match = boundPattern.exec(sentence);
  const bound = match && boundWords[match[0].trim().toLowerCase().replace(/\s+/gu, " ")];
  if (!match || !bound) return null;
  const from = at + match[0].length;
  const inner = longer(
    longer(readRange(sentence, from), readPart(sentence, from)),
    readRules(eventRules, sentence, from),
  );
  if (!inner || inner.term.kind === "same-day" || inner.term.kind === "window") return null;
  // "after Monday's debate": the debate is the bound, Monday its day
  if (/^['’]s?\s+\p{L}/u.test(sentence.slice(inner.end, inner.end + 9)) && inner.term.kind !== "holiday") return null;
  return { term: { kind: "bound", bound, of: inner.term }, end: inner.end };
}

const rangeOpening = /(?:(?<from>from)|(?<between>between))\s+/iuy;
const joins = {
  from: /(?:,?\s+(?:to|through|until|till|up\s+to)\s+|\s*[-–—]\s*)/iuy,
  between: /\s+and\s+/iuy,
  bare: /(?:\s+(?:to|through)\s+|\s*[-–—]\s*)/iuy,
};

/** "from Monday to Thursday", "between 2011 and 2016", "Sept. 19-22", "2015-16". */
function readRange(sentence: string, at: number): Found | null {
  rangeOpening.lastIndex = at;
  const opened = rangeOpening.exec(sentence);
  const kind = opened ? (opened.groups?.from === undefined ? "between" : "from") : "bare";
  const first = readRangeStart(sentence, at + (opened?.[0].length ?? 0));
  if (!first) return null;
  if (kind === "bare" && first.term.kind !== "date" && first.term.kind !== "years") return null;
  const join = joins[kind];
  join.lastIndex = first.end;
  const joined = join.exec(sentence);
  if (!joined) return null;
  const last = readRangeEnd(sentence, first.end + joined[0].length, first.term, kind === "bare");
  return last && { term: { kind: "range", first: first.term, last: last.term }, end: last.end };
}

/** A year before "-2016" is no year to the rules, lest telephone numbers be. */
function readRangeStart(sentence: string, at: number): Found | null {
  const year = matchAt(/((?:1[89]|20)\d\d)(?=\s*[-–—]\s*(?:(?:1[89]|20)\d\d|\d\d?)(?![\d-]))/uy, sentence, at);
  if (year) return { term: { kind: "years", first: Number(year[1]), count: 1 }, end: at + year[0].length };
  return readPart(sentence, at);
}

function readRangeEnd(
  sentence: string,
  at: number,
  first: TimeTerm,
  bare: boolean,
): { readonly term: TimeTerm | "now"; readonly end: number } | null {
  if (first.kind === "years" && first.count === 1) {
    // "2015-16", "2008-9"
    const short = matchAt(/(\d\d?)(?![\d\p{L}:%-]|[.,]\d)/uy, sentence, at);
    const base = 10 ** (short?.[0].length ?? 0);
    const year = base * Math.floor(first.first / base) + Number(short?.[0]);
    if (bare && short && year > first.first) {
      return { term: { kind: "years", first: year, count: 1 }, end: at + short[0].length };
    }
  }
  if (first.kind === "date" && first.day !== null) {
    const day = matchAt(
      /(\d{1,2})(?:st|nd|rd|th)?(?:,\s+((?:1[89]|20)\d\d))?(?![\d%:]|[.,]\d|\s+percent)/uy,
      sentence,
      at,
    );
    if (day && Number(day[1]) > first.day && Number(day[1]) <= 31 && !matchAt(/\d{1,2}\s+\p{Lu}/uy, sentence, at)) {
      const year = day[2] === undefined ? first.year : Number(day[2]);
      return { term: { ...first, year, day: Number(day[1]), weekday: null }, end: at + day[0].length };
    }
  }
  const now = bare ? null : matchAt(/(?:now|(?:the\s+)?present|today)\b/iuy, sentence, at);
  if (now) return { term: "now", end: at + now[0].length };
  const last = readPart(sentence, at);
  if (!last || (bare && last.term.kind !== first.kind)) return null;
  return last;
}

function matchAt(pattern: RegExp, sentence: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(sentence);
}
