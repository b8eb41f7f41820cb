import { type EventSentence, headAt, lemmaAt, relationAt, uposAt } from "../event/event-sentence.ts";
import { isPredicate, type Predicate, predicateAt } from "../event/predicate.ts";
import type { StanceEntry, StanceLexicon } from "./stance-lexicon.ts";

/** A word that says that somebody is for or against something, and where what it is about stands. */
export interface StanceWord {
  readonly token: number;
  readonly entry: StanceEntry;
  /** Of a noun that of the verb that has, shows or voices it, or of the noun where it is itself said of somebody. */
  readonly predicate: Predicate | null;
  /** Heads of what it is about, the likeliest first; none where the parser hung it elsewhere. */
  readonly matter: readonly number[];
}

/** All of a sentence's words that take a stance, in text order; a word may be listed in more ways than one. */
export function findStanceWords(sentence: EventSentence, lexicon: StanceLexicon): readonly StanceWord[] {
  return sentence.tree.tokens.flatMap(({ upos }, token) => {
    if (upos === "VERB" && relationAt(sentence, token) !== "amod") {
      const found = participleAt(sentence, token, lexicon);
      return found.length > 0 ? found : verbAt(sentence, token, lexicon);
    }
    const isSaid = isPredicate(sentence, token) || /^(?:xcomp|root|acl|advcl)$/u.test(relationAt(sentence, token));
    if (isSaid) {
      const found = adjectiveAt(sentence, token, lexicon);
      if (found.length > 0) return found;
    }
    return upos === "NOUN" ? nounAt(sentence, token, lexicon) : [];
  });
}

function verbAt(sentence: EventSentence, token: number, lexicon: StanceLexicon): readonly StanceWord[] {
  const entries = entriesOf(lexicon.verbs, sentence, token);
  if (entries.length === 0) return [];
  const predicate = predicateAt(sentence, token);
  for (const entry of entries) {
    if (!fits(sentence, entry, predicate)) continue;
    const matter = matterOf(sentence, entry, token, predicate, lexicon);
    if (matter.length > 0) return [{ token, entry, predicate, matter }];
  }
  const [loose] = entries.filter((entry) => fits(sentence, entry, predicate) && isFollowed(sentence, token, entry));
  return loose === undefined ? [] : [{ token, entry: loose, predicate, matter: [] }];
}

/** Whether what it is about may stand behind it though the parser hung it elsewhere. */
const isFollowed = ({ forms }: EventSentence, token: number, { matter }: StanceEntry): boolean =>
  matter.includes("object") || matter.includes(forms[token + 1] ?? "");

function fits(sentence: EventSentence, entry: StanceEntry, { token, objects, obliques }: Predicate): boolean {
  const isAny = (words: ReadonlySet<string>, tokens: readonly number[]): boolean =>
    tokens.some((at) => words.has(lemmaAt(sentence, at)) || words.has(sentence.forms[at] ?? ""));
  if (entry.particle === null ? hasOwnMeaning(sentence, token) : !hasParticle(sentence, token, entry.particle)) {
    return false;
  }
  if (entry.object !== null && !isAny(entry.object, objects)) return false;
  if (entry.needs !== null) {
    const beside = [...obliques.map(({ preposition }) => preposition), sentence.forms[token + 1] ?? ""];
    if (!beside.some((one) => entry.needs?.has(one))) return false;
  }
  const { tree } = sentence;
  return !isAny(entry.unless, [
    ...objects,
    ...obliques.map((oblique) => oblique.token),
    ...tree.by(token, "advmod", "compound", "ccomp", "xcomp"),
  ]);
}

/** "turn down", "back up": a particle makes another verb of it. */
const hasOwnMeaning = (sentence: EventSentence, token: number): boolean =>
  sentence.tree.by(token, "compound").some((at) => uposAt(sentence, at) === "ADP");

const hasParticle = (sentence: EventSentence, token: number, particle: string): boolean =>
  sentence.forms[token + 1] === particle ||
  sentence.tree.by(token, "compound", "advmod", "case").some((at) => lemmaAt(sentence, at) === particle);

/** "is prepared to", "are opposed to", which the tagger takes for passives: said of their subject. */
function participleAt(sentence: EventSentence, token: number, lexicon: StanceLexicon): readonly StanceWord[] {
  const [entry] = lexicon.adjectives.get(sentence.forms[token] ?? "") ?? [];
  const predicate = predicateAt(sentence, token);
  const isSaid = predicate.isPassive || sentence.tree.by(token, "cop").length > 0;
  if (entry === undefined || !isSaid) return [];
  const subjects = sentence.tree.by(token, "nsubj").flatMap((at) => sentence.tree.conjuncts(at));
  const matter = matterOf(sentence, entry, token, predicate, lexicon).filter((at) => !subjects.includes(at));
  return matter.length === 0 ? [] : [{ token, entry, predicate: { ...predicate, isPassive: false, subjects }, matter }];
}

function adjectiveAt(sentence: EventSentence, token: number, lexicon: StanceLexicon): readonly StanceWord[] {
  const [entry] = entriesOf(lexicon.adjectives, sentence, token);
  if (entry === undefined) return [];
  const predicate = predicateAt(sentence, token);
  const matter = matterOf(sentence, entry, token, predicate, lexicon);
  return matter.length === 0 ? [] : [{ token, entry, predicate, matter }];
}

function nounAt(sentence: EventSentence, token: number, lexicon: StanceLexicon): readonly StanceWord[] {
  if (/^(?:compound|amod|flat)$/u.test(relationAt(sentence, token))) return [];
  const [entry] = entriesOf(lexicon.nouns, sentence, token);
  if (entry === undefined) return [];
  const head = headAt(sentence, token);
  const isSaid = sentence.tree.by(token, "cop").length > 0;
  const isCarried =
    head >= 0 &&
    /^(?:obj|nsubj|conj)$/u.test(relationAt(sentence, token)) &&
    isPredicate(sentence, head) &&
    (lexicon.carriers.has(lemmaAt(sentence, head)) || lemmaAt(sentence, head) === "be");
  const predicate = isSaid ? predicateAt(sentence, token) : isCarried ? predicateAt(sentence, head) : null;
  const matter = matterOf(sentence, entry, token, predicate, lexicon);
  return matter.length === 0 ? [] : [{ token, entry, predicate, matter }];
}

/** Heads of what the word is about, in the order of its roles. */
function matterOf(
  sentence: EventSentence,
  { matter }: StanceEntry,
  token: number,
  predicate: Predicate | null,
  lexicon: StanceLexicon,
): readonly number[] {
  const isVerbal = predicate?.token === token;
  const { tree } = sentence;
  const inRole = (role: string): readonly number[] => {
    switch (role) {
      case "clause":
        return isVerbal
          ? clausesOf(sentence, predicate)
          : tree.by(token, "acl", "ccomp").filter((at) => isOwn(at) && tree.by(at, "mark").length > 0);
      case "infinitive":
        return (isVerbal ? clausesOf(sentence, predicate) : tree.by(token, "acl")).filter((at) => hasTo(sentence, at));
      case "duty":
        return (isVerbal ? predicate.clauses : []).filter((at) => isMeantToBe(sentence, at));
      case "object":
        return isVerbal ? predicate.objects : [];
      case "subject":
        return predicate?.subjects ?? [];
      case "compound":
        return tree.by(token, "compound");
      case "verdict":
        return verdictOf(sentence, token, lexicon) === null ? [] : (predicate?.objects ?? []);
      default:
        return besides(sentence, token, predicate, role);
    }
  };
  const isOwn = (at: number): boolean => tree.by(at, "nsubj").every((subject) => !isRelativeWord(sentence, subject));
  return [...new Set(matter.flatMap(inRole))].filter((at) => at !== token);
}

/** Infinitives, gerunds and that-clauses; also those that the parser took for loose ones. */
function clausesOf(sentence: EventSentence, { token, clauses }: Predicate): readonly number[] {
  const { tree } = sentence;
  const gerunds = tree
    .by(token, "advcl")
    .filter((at) =>
      tree.by(at, "mark").some((mark) => /^(?:of|for|on|to|upon|from|against)$/u.test(lemmaAt(sentence, mark))),
    );
  const bare = tree
    .by(token, "advcl")
    .filter(
      (at) =>
        (sentence.forms[at] ?? "").endsWith("ing") &&
        tree.by(at, "mark", "nsubj").length === 0 &&
        at > token &&
        at <= token + 3 &&
        tree.by(token, "obj").length === 0,
    );
  const ofObject = tree
    .by(token, "obj")
    .flatMap((object) => tree.by(object, "acl").filter((at) => hasTo(sentence, at)));
  return [...clauses, ...gerunds, ...bare, ...ofObject];
}

/** "that they leave", "that it must end": what is to be, not what is. */
function isMeantToBe(sentence: EventSentence, token: number): boolean {
  const { tree, forms } = sentence;
  if (!/^(?:ccomp|xcomp)$/u.test(relationAt(sentence, token)) || hasTo(sentence, token)) return false;
  const helpers = tree.by(token, "aux", "cop").map((at) => forms[at] ?? "");
  if (helpers.length > 0) return helpers.some((form) => /^(?:must|should|be|shall)$/u.test(form));
  return forms[token] === lemmaAt(sentence, token);
}

const hasTo = (sentence: EventSentence, token: number): boolean =>
  sentence.tree.by(token, "mark").some((mark) => lemmaAt(sentence, mark) === "to");

/** What stands with a preposition beside the word, or beside its object where the parser hung it there. */
function besides(
  sentence: EventSentence,
  token: number,
  predicate: Predicate | null,
  preposition: string,
): readonly number[] {
  const { tree } = sentence;
  const phrase = /^in (favour|favor|support) of$/u.exec(preposition)?.[1];
  if (phrase !== undefined) {
    const nouns = tree.by(token, "obl").filter((at) => lemmaAt(sentence, at) === phrase);
    const isOf = (noun: number, at: number): boolean => tree.by(at, "case", "mark").some((of) => of === noun + 1);
    return nouns.flatMap((noun) => [
      ...tree.by(noun, "nmod", "acl"),
      ...tree.by(token, "obl", "advcl").filter((at) => isOf(noun, at)), // hung from the verb
    ]);
  }
  const isIn = (at: number): boolean => caseOf(sentence, at) === preposition;
  const own = tree.by(token, "obl", "nmod").flatMap((at) => tree.conjuncts(at).filter((one) => isIn(one) || isIn(at)));
  const gerunds = tree
    .by(token, "advcl", "acl", "ccomp", "xcomp")
    .filter((at) => tree.by(at, "mark").some((mark) => lemmaAt(sentence, mark) === preposition));
  const bare = tree.by(token, "obj").filter(isIn); // "called on the parties"
  const isVerbal = predicate?.token === token;
  const hung = isVerbal ? tree.by(token, "obj").flatMap((object) => tree.by(object, "nmod").filter(isIn)) : [];
  const carried =
    !isVerbal && predicate !== null ? tree.by(predicate.token, "obl").filter((at) => isIn(at) && at > token) : [];
  const found = [...own, ...gerunds, ...bare];
  return found.length > 0 ? found : [...hung, ...carried];
}

/** "in favour of" as one preposition, however the parser took it apart. */
function caseOf(sentence: EventSentence, token: number): string {
  return sentence.tree.caseOf(token);
}

/** The word that judges, of "called it illegal", "described the vote as a farce". */
export function verdictOf(sentence: EventSentence, token: number, { verdicts }: StanceLexicon): number | null {
  const { tree } = sentence;
  const near = [...tree.by(token, "xcomp"), ...tree.by(token, "obl").filter((at) => caseOf(sentence, at) === "as")];
  const found = near.find((at) => verdicts.has(lemmaAt(sentence, at)));
  return found ?? null;
}

const isRelativeWord = (sentence: EventSentence, token: number): boolean =>
  /^(?:who|which|that)$/u.test(sentence.forms[token] ?? "") && uposAt(sentence, token) === "PRON";

/** By lemma; where the lexicon lacks it, by what the form may come from: a lemma made by rule errs. */
function entriesOf(
  entries: ReadonlyMap<string, readonly StanceEntry[]>,
  sentence: EventSentence,
  token: number,
): readonly StanceEntry[] {
  const form = sentence.forms[token] ?? "";
  const stems = [form, ...[/d$/u, /ed$/u, /ing$/u, /s$/u].map((ending) => form.replace(ending, ""))];
  for (const lemma of [lemmaAt(sentence, token), ...stems]) {
    const found = entries.get(lemma);
    if (found !== undefined) return found;
  }
  return [];
}
