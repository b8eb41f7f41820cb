import type { SentenceEncoder } from "../../reader/sentence-encoder.ts";
import { charSpan } from "../../text/span.ts";
import { type EventSentence, lemmaAt, uposAt } from "../event/event-sentence.ts";
import type { IssueCodebook, IssueCue } from "./issue-codebook.ts";
import type { IssueFinder, NamedIssue } from "./issue-finder.ts";
import { issueLikeness } from "./issue-likeness.ts";
import { type CueMatch, type CueSentence, matchCue } from "./match-cue.ts";

/**
 * Finds the issues of a codebook: by its cues, where of those that share a word the one of most words is meant; and by
 * likeness with its examples, whose vectors are computed when they are first asked for.
 * @param encoder null: nothing is found by likeness.
 */
export function createIssueFinder(codebook: IssueCodebook, encoder: SentenceEncoder | null): IssueFinder {
  const cues = indexCues(codebook);
  return {
    named: (sentence, isPerson = () => null) =>
      longest(found(cues, { ...sentence, isPerson })).map((each) => namedIssue(each, sentence)),
    like: encoder === null ? async (texts) => texts.map(() => null) : issueLikeness(codebook, encoder),
  };
}

interface IndexedCue {
  readonly issue: string;
  readonly cue: IssueCue;
}
type CueIndex = ReadonlyMap<string, readonly IndexedCue[]>;

/** By the lemma or form that must be there. */
function indexCues({ issues }: IssueCodebook): CueIndex {
  const index = new Map<string, IndexedCue[]>();
  for (const { id, cues } of issues) {
    for (const cue of cues) {
      for (const word of wordsOf(cue)) index.set(word, [...(index.get(word) ?? []), { issue: id, cue }]);
    }
  }
  return index;
}

const wordsOf = (cue: IssueCue): readonly string[] => {
  if (cue.kind === "phrase") return [cue.words[0]];
  return cue.kind === "verb" ? [cue.word, ...gerundsOf(cue.word)] : [cue.word];
};

/** "lifting" of "lift", which the parser takes for a noun of its own in "the lifting of sanctions". */
const gerundsOf = (verb: string): readonly string[] => [
  `${verb}ing`,
  ...(verb.endsWith("e") ? [`${verb.slice(0, -1)}ing`] : []),
  ...(/[^aeiou][aeiou][bdglmnprt]$/u.test(verb) ? [`${verb}${verb.slice(-1)}ing`] : []),
];

interface Found extends CueMatch {
  readonly issue: string;
  readonly isContrary: boolean;
}

function found(index: CueIndex, sentence: CueSentence): readonly Found[] {
  return sentence.forms.flatMap((form, token) => {
    if (uposAt(sentence, token) === "PUNCT") return [];
    const lemma = lemmaAt(sentence, token);
    const cues = [...(index.get(lemma) ?? []), ...(form === lemma ? [] : (index.get(form) ?? []))];
    return [...new Set(cues)].flatMap(({ issue, cue }) => {
      const match = matchCue(cue, token, sentence);
      return match === null ? [] : [{ ...match, issue, isContrary: cue.isContrary }];
    });
  });
}

/** Of those that share a word the one of most words, of equals the first in the codebook; in text order. */
function longest(all: readonly Found[]): readonly Found[] {
  const kept: Found[] = [];
  for (const each of all.toSorted((a, b) => b.tokens.length - a.tokens.length)) {
    if (!kept.some(({ tokens }) => tokens.some((token) => each.tokens.includes(token)))) kept.push(each);
  }
  return kept.toSorted((a, b) => a.token - b.token);
}

function namedIssue({ issue, token, tokens, isContrary }: Found, { tree }: EventSentence): NamedIssue {
  const spans = tokens.flatMap((at) => tree.tokens[at] ?? []);
  const start = Math.min(...spans.map((span) => span.start));
  return { issue, token, span: charSpan(start, Math.max(...spans.map(({ end }) => end))), isContrary };
}
