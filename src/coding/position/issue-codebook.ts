/** What a word must be where a cue asks for one: any of the words, or any of the kinds. */
export interface CueTest {
  /** Lemmas or forms, small letters. */
  readonly words: ReadonlySet<string>;
  readonly kinds: ReadonlySet<CueKind>;
}

/** "person": one person, by name or by office; "actor": a person or a body; "place": the name of a place. */
export const cueKinds = ["person", "actor", "place"] as const;
export type CueKind = (typeof cueKinds)[number];

/** Words that name an issue. Conditions left out (null) are none. */
export type IssueCue = PhraseCue | PatternCue;

interface CommonCue {
  /** Whether it names what counts against the issue: "lift" of sanctions. */
  readonly isContrary: boolean;
  /** None of these may stand by it. */
  readonly unless: CueTest | null;
}

/** Words that follow each other, by lemma or form; articles and hyphens between them do not count. */
export interface PhraseCue extends CommonCue {
  readonly kind: "phrase";
  readonly words: readonly [string, ...string[]];
}

/** A word with others that depend on it. */
export interface PatternCue extends CommonCue {
  readonly kind: "verb" | "noun" | "adjective";
  /** Lemma or form, small letters. */
  readonly word: string;
  /** "out" of "pull out". */
  readonly particle: string | null;
  readonly subject: CueTest | null;
  readonly object: CueTest | null;
  /** One of these prepositions, with a word that passes the test behind it (null: any). */
  readonly prepositions: ReadonlyMap<string, CueTest | null> | null;
  readonly modifier: CueTest | null;
  /** One of these somewhere in what hangs from it. */
  readonly about: CueTest | null;
  /** Dependents by Universal Dependencies' relations, all of which must be there (null: with any word). */
  readonly dependents: ReadonlyMap<string, CueTest | null> | null;
}

/** A text that tells of an issue without its cues, or seems to. */
export interface IssueExample {
  readonly text: string;
  /** Whether the text puts what counts against the issue in its place: who agrees with it opposes the issue. */
  readonly isContrary: boolean;
}

/** What is in contention, as content analysis has it: a category with its rules and anchoring examples. */
export interface Issue {
  /** Small letters, digits and hyphens; named so that it is what somebody supports: "ceasefire". */
  readonly id: string;
  readonly label: string;
  readonly definition: string;
  /** What counts for it: the acts and views of who supports it. */
  readonly countsFor: string;
  /** What counts against it. */
  readonly countsAgainst: string;
  readonly examples: readonly [IssueExample, ...IssueExample[]];
  /** Texts near to it that are not about it. */
  readonly counterExamples: readonly [string, ...string[]];
  readonly cues: readonly [IssueCue, ...IssueCue[]];
  /** Likeness from which words count as being about it; null: the codebook's. */
  readonly threshold: number | null;
  /** Id of the issue that it is a part of, as talks with one person are of talks: who moves on it moves on that. */
  readonly partOf: string | null;
}

/** The issues of a negotiation, each with what tells that words are about it. */
export interface IssueCodebook {
  readonly name: string;
  /** Likeness (see `LikeIssue`), 0 to 1, from which words count as being about an issue. */
  readonly threshold: number;
  /** By how much the likest issue must be likelier than the next. */
  readonly margin: number;
  readonly issues: readonly Issue[];
}

/** The issue that an issue is a part of in the end; itself where it is a part of none, and where the codebook lacks it. */
export function rootsOf({ issues }: IssueCodebook): (issue: string) => string {
  const parents = new Map(issues.flatMap(({ id, partOf }) => (partOf === null ? [] : [[id, partOf] as const])));
  return (issue) => {
    let root = issue;
    // a circle is refused when a codebook is read; as many steps as there are issues are enough
    for (let step = 0; step < issues.length; step++) root = parents.get(root) ?? root;
    return root;
  };
}
