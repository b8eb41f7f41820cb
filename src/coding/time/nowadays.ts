import { around } from "./rule.ts";
import type { Tense, TimeTerm } from "./time-term.ts";

/** Nouns that "today's" makes the present's: "today's world". */
const lasting =
  /^['’]?s\s+(?:\p{L}+\s+)?(?:life|reality|world|economy|society|market|markets|standards|dollars|politics|youth|generation|children|kids|students|culture|media|environment|climate|age|era|military|workforce|technology|voters|leaders|party|parties|money|prices|terms|women|men|people|Republicans|Democrats|Americans?|America)\b/iu;
/** Words around it that make it the day of the document all the same. */
const dated = /\b(?:earlier|later)\s+$|\bhere\s+$/iu;

/** True where "today" is the present at large ("too many calls today go unanswered"), not the day of the document. */
export function isNowadays(term: TimeTerm, sentence: string, start: number, end: number, tense: Tense): boolean {
  if (term.kind !== "day" || term.offset !== 0 || !/^today$/iu.test(sentence.slice(start, end))) return false;
  const { before, after } = around(sentence, start, end);
  if (/^['’]?s\s/u.test(after)) return lasting.test(after);
  if (dated.test(before) || tense === "past" || tense === "future") return isOfPresent(before);
  // "Today we announce", "Today, the ministers sign"
  if (/^\W*$/u.test(before))
    return /^,?\s+(?:\p{L}+\s+){0,6}(?:is|are|has|have|remains?|stands?)\b/u.test(after) && !/^\s+is\b/u.test(after);
  return true;
}

/** "the party of today", "even today", "the crisis today". */
const isOfPresent = (before: string): boolean => /\b(?:of|even|still|than|as|until|till)\s+$/iu.test(before);
