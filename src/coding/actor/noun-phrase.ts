import type { SentenceWords } from "./name-runs.ts";

/** More than one: by its form, or by a number before it. */
export function isPluralNoun({ parse, forms, tree }: SentenceWords, at: number): boolean {
  const token = parse.tokens[at];
  if (token === undefined) return false;
  const form = (forms[at] ?? "").toLowerCase();
  if (
    /^(?:people|police|troops|many|some|several|few|most|both|two|three|four|others|dozens|hundreds|thousands|scores|all|media|sides)$/.test(
      form,
    )
  )
    return true;
  if (tree.by(at, "nummod").some((each) => !/^(?:one|1)$/i.test(forms[each] ?? ""))) return true;
  const lemma = token.lemma.toLowerCase();
  if (form === lemma) return false;
  return /s$/.test(form) || /(?:men|children|women|people)$/.test(form);
}

/** By its determiner or possessor. Without one it is bare. */
export function definiteness(
  { forms, parse }: SentenceWords,
  head: number,
  first: number,
): "definite" | "indefinite" | "bare" {
  for (let at = Math.max(0, first - 1); at <= head; at++) {
    const form = (forms[at] ?? "").toLowerCase();
    if (parse.tokens[at]?.upos === "PUNCT" && at < first) continue;
    if (/^(?:the|this|that|these|those|his|her|its|their|our|my|both)$/.test(form)) return "definite";
    if (at < first && /^['’]s?$/.test(form)) return "definite";
    if (/^(?:a|an|another|one|some|no|any|several|many|few|two|three|four|five|six|every|each|other|most)$/.test(form))
      return "indefinite";
  }
  return "bare";
}

const places =
  /^(?:in|at|near|within|inside|throughout|across|outside|around|into|over|toward|towards|through|off|along|via|in front of|out of)$/;
const motions =
  /^(?:trip|visit|travel|fly|go|come|arrive|return|journey|flight|tour|head|drive|move|send|deploy|flee|escape|leave|depart|rush|march|transfer|route|road|exile|welcome|stopover|ambassador|withdraw|pull|deliver)$/;

/** Whether words name where something is, not who: "in Kyiv", "a trip to Kyiv", "after leaving Kyiv". */
export function isLocative({ tree, parse }: SentenceWords, at: number): boolean {
  const token = parse.tokens[at];
  if (token === undefined) return false;
  const marker = tree.caseOf(at) || (token.relation === "conj" ? tree.caseOf(token.head) : "");
  if (places.test(marker)) return true;
  const governor = parse.tokens[token.head];
  const lemma = governor?.lemma.toLowerCase() ?? "";
  if (marker === "to" || marker === "from") {
    if (marker === "from" && token.relation === "nmod" && governor?.upos === "NOUN" && !motions.test(lemma))
      return false;
    return motions.test(lemma);
  }
  return (
    marker === "" &&
    token.relation === "obj" &&
    /^(?:leave|visit|enter|invade|reach|tour|quit|exit|depart)$/.test(lemma)
  );
}

/** Token of whom the phrase belongs to that begins at `first`: "Putin" of "Putin's adviser", "his" of "his counterpart". */
export function possessorOf({ forms, parse }: SentenceWords, first: number): number | null {
  const before = first - 1;
  const form = (forms[before] ?? "").toLowerCase();
  if (/^['’]s?$/.test(form)) return before - 1;
  if (/^(?:his|her|its|their|our|my|whose)$/.test(form) && parse.tokens[before]?.upos === "PRON") return before;
  return null;
}
