import { around } from "./rule.ts";
import type { Tense } from "./time-term.ts";

const cues: readonly { readonly tense: "past" | "present" | "future"; readonly pattern: RegExp }[] = [
  {
    tense: "future",
    pattern:
      /\b(?:will|won['’]?t|shall|(?:he|she|it|we|they|I|you)['’]ll|(?:is|are|am|['’]re|['’]s) (?:going|scheduled|set|expected|due|slated|planned|likely|poised|about) |(?:is|are) to (?=\p{Ll})|going to|(?:plan|expect|hope|intend|vow|aim|prepare|pledge|want|promise)(?:s|ing|ned|ed|d)? (?:\p{L}+ (?:\p{L}+ )?)?to |would|may|might|could|expires?|looms?|awaits?)\b/giu,
  },
  {
    tense: "present",
    pattern: /\b(?:is|are|am|isn['’]?t|aren['’]?t|do|does|don['’]?t|doesn['’]?t|remains?|says?|means)\b/giu,
  },
  {
    tense: "past",
    pattern:
      /\b(?:was|were|had|did|didn['’]?t|has|have|wasn['’]?t|been|said|told|went|made|took|came|saw|gave|got|met|won|lost|ran|began|held|left|led|found|wrote|spoke|knew|thought|brought|sent|spent|kept|became|fell|rose|broke|drew|grew|shot|struck|flew|sought|put|set|cut|hit|taken|given|gone|seen|shown|written|chosen|driven|spoken|begun|fought|taught|bought|built|stood|understood|signed|drove|swore|wore|chose|threw|tore|hid|slid|agreed|(?!hundred|sacred|indeed|need)\p{L}{2,}[^e\W]ed)\b/giu,
  },
];

/** Each mark between a cue and the expression counts as so many more characters: another clause may hold the cue. */
const markCost = 30;

/** Verbs further off are of other clauses. */
const windowLength = 250;

/** The tense of the verb nearest to the expression in its sentence, by its form alone; null where there is none. */
export function tenseFromWords(sentence: string, start: number, end: number): Tense {
  const { before, after } = around(sentence, start, end);
  if (/\bahead\s+of\s+(?:the\s+)?$|\bupcoming\s+$/iu.test(before)) return "future";
  let best: { readonly tense: Tense; readonly cost: number } | null = null;
  const isPossessive = /^['’]s?\s/u.test(after);
  const windowStart = Math.max(0, start - windowLength);
  const window = sentence.slice(windowStart, end + windowLength);
  for (const { tense, pattern } of cues) {
    for (const match of window.matchAll(pattern)) {
      const from = windowStart + match.index;
      const to = from + match[0].length;
      if (from < end && start < to) continue;
      const between = to <= start ? sentence.slice(to, start) : sentence.slice(end, from);
      const marks = between.match(/[,;:"“”—–()]|\b(?:that|which|who|but|and|because|while|when|as)\b/gu)?.length ?? 0;
      // "Monday's talks might fail" were held or will be
      if (isPossessive && /^(?:may|might|could)$/iu.test(match[0])) continue;
      // the verb stands before its time more often than behind it
      const cost = (to <= start ? 1 : 1.5) * between.length + markCost * marks;
      if (!best || cost < best.cost) best = { tense, cost };
    }
  }
  return best?.tense ?? null;
}
