import { type TextWord, wordsIn } from "../content-words.ts";
import type { PartyOf } from "../party.ts";
import type { Account } from "./account.ts";
import type { DisputeLexicon } from "./dispute-lexicon.ts";
import { isNumberWord } from "./quantities.ts";

/** What an account says, as far as its words show it without a parse. */
export interface Proposition {
  readonly account: Account;
  /** Who tells it, and for which party; null where that cannot be told ("he" of whom nobody knows). */
  readonly teller: string | null;
  readonly party: string | null;
  /** First and last offset in the document's text. */
  readonly start: number;
  readonly end: number;
  /** Families of words joined. */
  readonly words: readonly TextWord[];
  /** Content words without numbers. */
  readonly stems: ReadonlySet<string>;
  readonly cueStems: ReadonlySet<string>;
  /** Indices of the words that negate. */
  readonly negations: readonly number[];
}

export function propositionOf(account: Account, partyOf: PartyOf, lexicon: DisputeLexicon): Proposition {
  const words = stemmed(account.words, lexicon);
  const cue = stemmed(account.cue, lexicon);
  const stems = words
    .filter(({ isContent, form }) => isContent && !/\d/u.test(form) && !isNumberWord(form))
    .map(({ stem }) => stem);
  return {
    account,
    ...tellerOf(account, partyOf),
    start: Math.min(...account.spans.map(({ start }) => start)),
    end: Math.max(...account.spans.map(({ end }) => end)),
    words,
    stems: new Set(stems),
    cueStems: new Set(cue.map(({ stem }) => stem)),
    negations: words.flatMap(({ form }, at) => (lexicon.negations.has(form) ? [at] : [])),
  };
}

function stemmed(text: string, { families }: DisputeLexicon): readonly TextWord[] {
  return wordsIn(text).map((word) => ({ ...word, stem: families.get(word.stem) ?? word.stem }));
}

const pronoun = /^(?:he|she|it|they|who|which|one|we|i|you|this|that|these|those|anyone|someone|some|many)?$/iu;

/** "75 percent": those polled are nobody's party. */
const share = /\bper\s?cent\b|%|^\d/iu;

function tellerOf({ by, document }: Account, partyOf: PartyOf): Pick<Proposition, "teller" | "party"> {
  switch (by.kind) {
    case "actor":
      if (share.test(by.actor.name)) return { teller: null, party: null };
      return { teller: by.actor.key, party: partyOf(by.actor).key };
    case "outlet": {
      const key = `outlet:${by.outlet ?? document.id}`;
      return { teller: key, party: key };
    }
    case "source": {
      const key = pronoun.test(by.words.trim()) || share.test(by.words) ? null : `source:${document.id}:${by.words}`;
      return { teller: key, party: key };
    }
    default:
      return by satisfies never;
  }
}

/** True where a word is only wished, feared or imagined, as far as the six words before it tell. */
export function isImagined({ words }: Proposition, at: number, { imagined }: DisputeLexicon): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 6); before--) {
    const word = words[before];
    if (word === undefined || /^[.;:…?!]$/u.test(word.form)) return false;
    if (imagined.has(word.stem)) return true;
  }
  return false;
}

/** True where a negation stands within the four words before. */
export function isNegatedAt({ words, negations }: Proposition, at: number): boolean {
  return negations.some(
    (no) => no < at && at - no <= 4 && !words.slice(no, at).some(({ form }) => /^[.;:…?!]$/u.test(form)),
  );
}
