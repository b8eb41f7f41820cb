import { type Dependents, dependentsIn } from "../../reader/dependents.ts";
import type { SentenceParse } from "../../reader/sentence-parse.ts";
import type { ActorIndex, Known } from "./actor-index.ts";
import { foldName, isHyphen } from "./fold.ts";
import type { OfficeNoun } from "./office-lexicon.ts";

/** A stretch of words inside a noun phrase that says one thing of whom the phrase stands for. Tokens, both inclusive. */
export type Unit =
  | {
      readonly kind: "known";
      readonly first: number;
      readonly last: number;
      readonly known: readonly [Known, ...Known[]];
      readonly isPossessive: boolean;
    }
  | { readonly kind: "office"; readonly first: number; readonly last: number; readonly nouns: readonly OfficeNoun[] }
  | { readonly kind: "honorific"; readonly first: number; readonly last: number; readonly form: string }
  /** A capitalised word that nothing is known of. */
  | { readonly kind: "word"; readonly first: number; readonly last: number }
  /** A word that goes before: "former", "senior", "foreign policy", "three". */
  | { readonly kind: "modifier"; readonly first: number; readonly last: number }
  /** "of", "to", "for" between an office and what it is an office of. */
  | { readonly kind: "link"; readonly first: number; readonly last: number };

export interface SentenceWords {
  readonly parse: SentenceParse;
  readonly tree: Dependents;
  readonly forms: readonly string[];
  /** The forms as `foldName` has them. */
  readonly folded: readonly string[];
}

export function sentenceWords(text: string, parse: SentenceParse): SentenceWords {
  const forms = parse.tokens.map(({ start, end }) => text.slice(start, end));
  return { parse, tree: dependentsIn(parse), forms, folded: forms.map(foldName) };
}

/**
 * The rows of units that stand together without a break in a sentence, in text order: "[former] [US] [secretary of state]
 * [John] [Arden]". A determiner, a verb, punctuation or "'s" ends a row.
 */
export function nameRuns(words: SentenceWords, index: ActorIndex, marksLost: boolean): readonly (readonly Unit[])[] {
  const runs: Unit[][] = [];
  let run: Unit[] = [];
  const end = (): void => {
    while (run.at(-1)?.kind === "link") run.pop();
    if (run.some(({ kind }) => kind !== "modifier" && kind !== "honorific")) runs.push(run);
    run = [];
  };
  for (let at = 0; at < words.forms.length; ) {
    const unit =
      nameAfter(words, at, run.at(-1)) ??
      hyphenIn(words, at, run.at(-1)) ??
      joinIn(words, at, run.at(-1)) ??
      unitAt(words, at, index, marksLost);
    if (unit === null) {
      const link = linkAt(words, at, run.at(-1), index, marksLost);
      if (link === null) {
        end();
        at++;
      } else {
        run.push(link);
        at = link.last + 1;
      }
      continue;
    }
    run.push(unit);
    at = unit.last + 1;
    if (unit.kind === "known" && unit.isPossessive) end();
  }
  end();
  return runs;
}

function unitAt(words: SentenceWords, at: number, index: ActorIndex, marksLost: boolean): Unit | null {
  const { forms, parse } = words;
  const form = forms[at] ?? "";
  const token = parse.tokens[at];
  if (token === undefined || token.upos === "PRON" || (token.upos === "VERB" && !/^\p{Lu}/u.test(form))) return null;
  const known = index.match(forms, at, words.folded);
  // "pro-Torvaski", "Velmaran-backed": neither is Torvask or Velmara
  if (known !== null && isLeaning(forms, at, at + known.length))
    return { kind: "modifier", first: at, last: at + known.length - 1 };
  const office = officeAt(words, at, index);
  // "Douglas Arden" is not of the Isle of Man
  const isFirstName =
    known?.length === 1 &&
    known.known.every((one) => one.kind === "country" && one.use === "capital") &&
    isNameWord(words, at + 1) &&
    index.match(forms, at + 1, words.folded) === null &&
    officeAt(words, at + 1, index) === null &&
    parse.tokens[at + 1]?.head === at;
  if (known !== null && !isFirstName && known.length >= (office?.length ?? 0))
    return { kind: "known", first: at, last: at + known.length - 1, known: known.known, isPossessive: false };
  if (office !== null) return { kind: "office", first: at, last: at + office.length - 1, nouns: office.nouns };
  const folded = words.folded[at] ?? "";
  if (index.offices.honorifics.has(folded) && /^\p{Lu}/u.test(form))
    return { kind: "honorific", first: at, last: at, form: folded };
  if (marksLost && /^\p{Lu}\p{L}{2,}s$/u.test(form) && token.upos === "PROPN") {
    const own = index.match([form.slice(0, -1)], 0);
    if (own !== null) return { kind: "known", first: at, last: at, known: own.known, isPossessive: true };
  }
  if (isNameWord(words, at)) return { kind: "word", first: at, last: at };
  if (isModifier(words, at)) return { kind: "modifier", first: at, last: at };
  return null;
}

/** "Mr. King" is no monarch, and "Teo German" no German. */
function nameAfter({ forms, parse }: SentenceWords, at: number, before: Unit | undefined): Unit | null {
  const token = parse.tokens[at];
  if (token?.upos !== "PROPN" || !/^\p{Lu}/u.test(forms[at] ?? "")) return null;
  const isTitled = before?.kind === "honorific" && /^(?:mr|mrs|ms|miss)$/.test(before.form);
  const isLast = before?.kind === "word" && before.last === token.head && token.relation === "flat";
  return isTitled || isLast ? { kind: "word", first: at, last: at } : null;
}

/** The hyphen of "Holtz-Arden". */
const hyphenIn = (words: SentenceWords, at: number, before: Unit | undefined): Unit | null =>
  before?.kind === "word" && isHyphen(words.forms[at]) && isTight(words.parse, at) && isNameWord(words, at + 1)
    ? { kind: "word", first: at, last: at }
    : null;

/** The "and" of "Water and Bridges Authority", where the parser sees one body and none that ends before it. */
function joinIn({ forms, parse }: SentenceWords, at: number, before: Unit | undefined): Unit | null {
  if (before?.kind !== "word" || !/^(?:and|&)$/.test(forms[at] ?? "") || !/^\p{Lu}/u.test(forms[at + 1] ?? ""))
    return null;
  const bodies = parse.entities.filter(({ type }) => type === "organization");
  const isOne = bodies.some(
    ({ first, last }) =>
      first < at &&
      last > at &&
      last - first < 9 &&
      forms.slice(first, last + 1).every((form) => /^\p{Lu}|^(?:and|&|of|the|for|-)$/u.test(form)),
  );
  return isOne && !bodies.some(({ last }) => last === at - 1) ? { kind: "word", first: at, last: at } : null;
}

export function isLeaning(forms: readonly string[], first: number, end: number): boolean {
  if (isHyphen(forms[first - 1]) && /^(?:pro|anti|non)$/iu.test(forms[first - 2] ?? "")) return true;
  return (
    isHyphen(forms[end]) &&
    /^(?:backed|led|held|controlled|occupied|friendly|based|born|made|sponsored|supported|style|speaking|funded|trained|allied|leaning|brokered|mediated)$/iu.test(
      forms[end + 1] ?? "",
    )
  );
}

/** Days and months that are no names of persons, as April, May, June and August are. */
const days =
  /^(?:Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?|January|February|March|July|September|October|November|December)$/u;

const plainAdjectives =
  /^(?:Former|Senior|Late|Young|Old|Many|Other|Some|Deputy|Acting|Retired|New|Top|Western|Eastern|Northern|Southern|Central|Federal|National|Foreign|Local|Key|Chief|Dear|Poor|Several|First|Last|Next|Current|Prominent|Republican|Democratic|Conservative|Liberal|Presidential|Vice|Interim|Outgoing)$/;

/** "Kristjan", but not the "The" or "Talks" that opens a sentence. */
function isNameWord({ forms, parse }: SentenceWords, at: number): boolean {
  const { upos = "X", relation = "" } = parse.tokens[at] ?? {};
  const form = forms[at] ?? "";
  if (upos === "PROPN")
    return (
      !days.test(form) &&
      !/^(?:Jr|Sr)\.?$/u.test(form) &&
      /[\p{L}\p{N}]/u.test(form) &&
      (/^\P{Ll}/u.test(form) || /^(?:al|bin|ibn|von|van|der|de|la|el|di|da|du|ben|abu)$/u.test(form))
    );
  // "Irian Pell", of whose first name the parser makes an adjective
  const next = parse.tokens[at + 1];
  if (
    upos === "ADJ" &&
    at === 0 &&
    /^\p{Lu}\p{Ll}+$/u.test(form) &&
    next?.upos === "PROPN" &&
    !plainAdjectives.test(form)
  )
    return true;
  if (upos === "X" || upos === "NOUN" || upos === "ADJ") return /^\p{Lu}/u.test(form) && at > 0 && relation === "flat";
  return false;
}

/** A word that may stand before a name or an office without ending the row. */
function isModifier({ forms, parse }: SentenceWords, at: number): boolean {
  const { upos = "X", relation = "", head = -1 } = parse.tokens[at] ?? {};
  if (upos === "PUNCT") return isHyphen(forms[at]) && head > at && forms[at + 1] !== undefined && isTight(parse, at);
  if (head <= at) return false;
  if (relation === "amod" || relation === "compound" || relation === "nummod" || relation === "nmod")
    return upos === "ADJ" || upos === "NOUN" || upos === "NUM" || upos === "PROPN" || upos === "VERB";
  return false;
}

const isTight = ({ tokens }: SentenceParse, at: number): boolean =>
  tokens[at - 1]?.end === tokens[at]?.start && tokens[at]?.end === tokens[at + 1]?.start;

interface OfficeMatch {
  readonly length: number;
  readonly nouns: readonly OfficeNoun[];
}

function officeAt({ forms, folded, parse }: SentenceWords, at: number, { offices }: ActorIndex): OfficeMatch | null {
  const most = offices.longestFrom.get(folded[at] ?? "") ?? 0;
  for (let length = Math.min(2 * most, forms.length - at); length > 0; length--) {
    const last = at + length - 1;
    if (folded[last] === "") continue;
    const nouns = offices.nouns.get(
      folded
        .slice(at, last + 1)
        .filter((word) => word !== "")
        .join(" "),
    );
    if (nouns === undefined) continue;
    const upos = parse.tokens[last]?.upos ?? "X";
    if (length === 1 && !["NOUN", "PROPN", "ADJ", "NUM", "DET"].includes(upos)) continue;
    if (length === 1 && (upos === "ADJ" || upos === "NUM" || upos === "DET") && !isNominal(parse, at)) continue;
    return { length, nouns };
  }
  return null;
}

/** "many" of "many doubt it", not of "many officials". */
const isNominal = ({ tokens }: SentenceParse, at: number): boolean =>
  /^(?:nsubj|obj|iobj|obl|nmod|conj|root|appos)/.test(tokens[at]?.relation ?? "");

const isCommonWord = ({ forms, parse }: SentenceWords, at: number): boolean =>
  ["NOUN", "ADJ", "CCONJ", "DET"].includes(parse.tokens[at]?.upos ?? "X") && /^\p{Ll}/u.test(forms[at] ?? "");

/** "to the" of "Ambassador to the US Anna Varga": where a capitalised name or a known one follows. */
function linkAt(
  words: SentenceWords,
  at: number,
  before: Unit | undefined,
  index: ActorIndex,
  marksLost: boolean,
): Unit | null {
  if (before === undefined) return null;
  const form = words.forms[at]?.toLowerCase() ?? "";
  const isAfterOffice = before.kind === "office" && ["of", "to", "for", "in", "on", "at"].includes(form);
  const isInName = before.kind === "word" && ["of", "for"].includes(form);
  if (!isAfterOffice && !isInName) return null;
  if (isAfterOffice) {
    // "director of operations Dominik Arden"
    let next = at + 1;
    while (next < at + 5 && isCommonWord(words, next)) next++;
    let end = next;
    while (isNameWord(words, end) && officeAt(words, end, index) === null) end++;
    // and not "head of the centrist Water Policy Center"
    if (next > at + 1 && end > next + 1 && officeAt(words, end, index) === null)
      return { kind: "modifier", first: at, last: next - 1 };
  }
  const last = words.forms[at + 1]?.toLowerCase() === "the" ? at + 1 : at;
  const next = unitAt(words, last + 1, index, marksLost);
  if (next === null || !/^\p{Lu}/u.test(words.forms[last + 1] ?? "")) return null;
  // "the head of Velmara's security service" is no head of Velmara
  const isOwner = next.kind === "known" && /^(?:['’]s?|s['’])$/u.test(words.forms[next.last + 1] ?? "");
  const isPerson = before.kind === "office" && before.nouns.some(({ kind }) => kind === "office");
  if (isPerson && isOwner && words.parse.tokens[next.last + 2]?.upos !== "PUNCT") return null;
  if (isInName && next.kind !== "word" && next.kind !== "known") return null;
  return { kind: "link", first: at, last };
}
