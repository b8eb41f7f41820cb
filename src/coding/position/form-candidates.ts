import { type EventSentence, hasMark, headAt, lemmaAt, relationAt, uposAt } from "../event/event-sentence.ts";
import { isPredicate, predicateAt } from "../event/predicate.ts";
import { type Candidate, firstFound, type StanceContext, speakerAt, turned } from "./candidate.ts";
import { conditionsOf } from "./conditions.ts";
import { inPolitics, subjectsOf } from "./holders.ts";
import { issuesIn, type Matter } from "./matter.ts";
import type { PlainStance, StanceLexicon } from "./stance-lexicon.ts";
import { type Standing, standingOf } from "./standing.ts";
import { isNegated } from "./turning.ts";

/** Stances that forms of words tell: what must be, what will be done, what cannot be, what is the only way, what is wrong. */
export function formCandidates(context: StanceContext): readonly Candidate[] {
  return context.sentence.tree.tokens.flatMap(({ upos }, token) => {
    const isClause = upos === "VERB" || isPredicate(context.sentence, token);
    return [
      ...(isClause ? [...ofDuty(token, context), ...ofWill(token, context), ...ofOnly(token, context)] : []),
      ...(upos === "VERB" ? [...ofEffect(token, context), ...ofCommand(token, context)] : []),
      ...ofSide(token, context),
      ...(upos === "NOUN" ? ofAbsence(token, context) : []),
      ...ofVerdict(token, context),
    ];
  });
}

const has = ({ tree, forms }: EventSentence, token: number, pattern: RegExp): boolean =>
  tree.by(token, "aux").some((at) => pattern.test(forms[at] ?? ""));

/** "must be lifted", "has to end": what a speaker says has to be done. */
function ofDuty(token: number, context: StanceContext): readonly Candidate[] {
  const { sentence } = context;
  const head = headAt(sentence, token);
  const isMust = has(sentence, token, /^(?:must|should|ought)$/u);
  const isHave =
    relationAt(sentence, token) === "xcomp" &&
    /^(?:have|need)$/u.test(lemmaAt(sentence, head)) &&
    sentence.tree.by(head, "obj").length === 0;
  const standing = standingOf(sentence, token);
  if ((!isMust && !isHave) || standing === null || uposAt(sentence, token) !== "VERB") return [];
  // "does not have to", "is going to have to"
  if (isHave && (standing.isTurned || sentence.tree.by(head, "mark").length > 0)) return [];
  const holders = speakers(token, context);
  const issues = knownIssues(token, context);
  if (holders.length === 0 || issues.length === 0) return [];
  return [
    {
      ...plain,
      stance: stanceAbove(sentence, token, standing),
      by: "duty",
      token,
      how: "demands",
      holders,
      matter: [token],
      issues,
    },
  ];
}

/** "is not going to": what the words above a clause make of it; its own negation is read with what it is about. */
const stanceAbove = (sentence: EventSentence, token: number, { isTurned }: Standing): PlainStance =>
  turned("supports", isTurned !== isNegated(sentence, token));

const plain = { stance: "supports", isNamedOnly: true, through: null } as const;

function speakers(token: number, context: StanceContext): Candidate["holders"] {
  const speaker = speakerAt(context, token);
  return inPolitics(speaker === null ? [] : [speaker], context);
}

/** Who speaks, where more is known of whoever it is than a name: what an expert finds good or bad is no position. */
const officials = (token: number, context: StanceContext): Candidate["holders"] =>
  speakers(token, context).filter((id) => {
    const actor = context.coded.actors.actors.find((one) => one.id === id);
    if (actor === undefined || /\b(?:analyst|expert|professor|researcher|observer)s?\b/iu.test(actor.name))
      return false;
    return actor.base !== null || actor.country !== null || actor.role !== null || actor.sector !== null;
  });

/**
 * "will lift the sanctions", "will not sit down with": what somebody will do or will not; of what only comes about
 * ("observers would come"), or is announced, who speaks. "Could" counts with a condition.
 */
function ofWill(token: number, context: StanceContext): readonly Candidate[] {
  const { sentence, lexicon } = context;
  const { tree, forms } = sentence;
  if (uposAt(sentence, token) !== "VERB") return [];
  const isNot = tree.by(token, "advmod").some((at) => /^(?:not|n't|n’t|never|longer)$/u.test(forms[at] ?? ""));
  const isGoing = relationAt(sentence, token) === "xcomp" && forms[headAt(sentence, token)] === "going";
  const isWill = isGoing || has(sentence, token, /^(?:will|wo|'ll|’ll|ll|would|shall)$/u);
  const isAble = has(sentence, token, /^(?:can|ca|could)$/u);
  const isOpen =
    isAble && !isNot && conditionsOf(sentence, { token, matter: [], how: "will" }, "supports", lexicon).length > 0;
  if (!isWill && !isOpen && !(isNot && isAble)) return [];
  const standing = standingOf(sentence, token, isOpen);
  const issues = knownIssues(token, context);
  if (standing === null || issues.length === 0) return [];
  const predicate = predicateAt(sentence, token);
  const own = subjectsOf(predicate, context, speakerAt(context, token));
  const isOfIssue = predicate.isPassive
    ? isAnnounced(sentence, token)
    : tree.by(token, "nsubj").some((at) => issues.some(({ named }) => named.token === at));
  const holders = isOfIssue ? speakers(token, context) : own;
  if (holders.length === 0) return [];
  const how = isNot ? "ruled-out" : isOpen ? "may" : "will";
  return [
    {
      ...plain,
      stance: stanceAbove(sentence, token, standing),
      by: "will",
      token,
      how,
      holders,
      matter: [token],
      issues,
    },
  ];
}

/** "announced that the truce will be suspended": what is announced is done by who announces it. */
const isAnnounced = (sentence: EventSentence, token: number): boolean =>
  relationAt(sentence, token) === "ccomp" &&
  /^(?:announce|declare|promise|pledge|vow)$/u.test(lemmaAt(sentence, headAt(sentence, token)));

/** The issues of a clause to which every verb on the way down either furthers what it is said of or turns it round. */
const knownIssues = (token: number, { sentence, named, lexicon }: StanceContext): readonly Matter[] =>
  issuesIn(sentence, token, named, lexicon).filter((one) => isKnownPath(sentence, token, one, lexicon));

function isKnownPath(sentence: EventSentence, root: number, { named }: Matter, lexicon: StanceLexicon): boolean {
  for (let at = named.token; at >= 0; at = headAt(sentence, at)) {
    const word = lemmaAt(sentence, at);
    const next = sentence.forms[at + 1] ?? "";
    const isKnown = [word, `${word} ${next}`].some(
      (one) => lexicon.turns.has(one) || lexicon.furthers.has(one) || lexicon.occurrences.has(one),
    );
    const isVerb = uposAt(sentence, at) === "VERB" && at !== named.token;
    if (isVerb && !isKnown && !lexicon.verbs.has(word)) return false;
    if (at === root) return true;
  }
  return true;
}

/** "There is no military solution", "there will be no talks", "No withdrawal, no timetable": what shall not be. */
function ofAbsence(token: number, context: StanceContext): readonly Candidate[] {
  const { sentence, named, lexicon } = context;
  const { tree, forms } = sentence;
  if (!tree.by(token, "det").some((at) => forms[at] === "no")) return [];
  const head = headAt(sentence, token);
  const isThere = head >= 0 && lemmaAt(sentence, head) === "be" && tree.by(head, "expl").length > 0;
  const isWay = /^(?:solution|alternative|option|way)$/u.test(lemmaAt(sentence, token));
  const isMeant = isThere && (isWay || has(sentence, head, /^(?:will|would|can|could|must|should|shall)$/u));
  const isAlone = head < 0 || (relationAt(sentence, token) === "ccomp" && uposAt(sentence, head) === "VERB");
  const isFragment = isAlone && tree.by(token, "cop", "nsubj").length === 0;
  if (!isMeant && !isFragment) return [];
  const holders = speakers(token, context);
  const issues = issuesIn(sentence, token, named, lexicon); // turned round by the "no"
  if (holders.length === 0 || issues.length === 0) return [];
  return [{ ...plain, by: "absence", token, how: "ruled-out", holders, matter: [token], issues }];
}

/** "only talks can end it", "can only be settled through talks": what a speaker says is the one way. */
function ofOnly(token: number, context: StanceContext): readonly Candidate[] {
  const { sentence, named, lexicon } = context;
  const { tree } = sentence;
  if (!has(sentence, token, /^(?:can|will|could|would)$/u)) return [];
  const isOnly = (at: number): boolean =>
    tree.by(at, "advmod").some((one) => /^(?:only|solely|exclusively)$/u.test(lemmaAt(sentence, one)));
  const means = tree.by(token, "obl").filter((at) => /^(?:through|by|via|with|at)$/u.test(tree.caseOf(at)));
  const matter = [...tree.by(token, "nsubj").filter(isOnly), ...means.filter((at) => isOnly(at) || isOnly(token))];
  const issues = firstFound(matter.map((root) => issuesIn(sentence, root, named, lexicon)));
  const holders = speakers(token, context);
  if (holders.length === 0 || issues.length === 0 || standingOf(sentence, token, true)?.isTurned !== false) return [];
  return [{ ...plain, by: "only", token, how: "states", holders, matter, issues }];
}

/** "is unacceptable", "was a farce": what a speaker says of what stands before it, or behind "it is"; "is possible, if". */
function ofVerdict(token: number, context: StanceContext): readonly Candidate[] {
  const { sentence, named, lexicon } = context;
  const { tree, forms } = sentence;
  const verdict = verdictAt(token, context);
  if (verdict === null || tree.by(token, "cop").length === 0) return [];
  const standing = standingOf(sentence, token);
  const holders = officials(token, context);
  if (standing === null || holders.length === 0) return [];
  const subjects = tree.by(token, "nsubj", "csubj");
  const isIt = subjects.some((at) => /^(?:it|this|that)$/u.test(forms[at] ?? ""));
  const matter = isIt ? tree.by(token, "ccomp", "xcomp", "csubj", "advcl", "acl") : subjects;
  if (matter.length === 0) return [];
  const issues = firstFound(matter.map((root) => issuesIn(sentence, root, named, lexicon)));
  return [
    {
      by: "verdict",
      token,
      stance: turned(verdict.stance, standing.isTurned),
      how: verdict.how,
      holders,
      matter,
      issues,
      isNamedOnly: verdict.how === "may",
      through: null,
    },
  ];
}

function verdictAt(
  token: number,
  { sentence, lexicon }: StanceContext,
): { readonly stance: PlainStance; readonly how: "states" | "may" } | null {
  const lemma = lemmaAt(sentence, token);
  if (lemma === "question" && sentence.tree.caseOf(token) === "out of") return { stance: "opposes", how: "states" };
  if (lemma === "possible" || lemma === "conceivable") {
    const conditions = conditionsOf(sentence, { token, matter: [], how: "will" }, "supports", lexicon);
    return conditions.length > 0 ? { stance: "supports", how: "may" } : null;
  }
  const stance = lexicon.verdicts.get(lemma);
  return stance === undefined ? null : { stance, how: "states" };
}

/** "would undermine the talks", "benefited the country": what a speaker says a thing does, and what is done to a thing. */
function ofEffect(token: number, context: StanceContext): readonly Candidate[] {
  const { sentence, named, lexicon } = context;
  const { tree } = sentence;
  const effect = lexicon.effects.get(lemmaAt(sentence, token));
  const holders = officials(token, context);
  const standing = standingOf(sentence, token, true);
  if (tree.by(token, "obj").length === 0 || hasMark(sentence, token, "to")) return [];
  if (effect === undefined || holders.length === 0 || standing === null) return [];
  const common = { by: "effect", token, how: "states", holders, isNamedOnly: true, through: null } as const;
  const done = firstFound(tree.by(token, "nsubj", "csubj").map((at) => issuesIn(sentence, at, named, lexicon)));
  if (done.length > 0) {
    return [
      { ...common, stance: turned(effect, standing.isTurned), matter: tree.by(token, "nsubj", "csubj"), issues: done },
    ];
  }
  const hit = firstFound(tree.by(token, "obj").map((at) => issuesIn(sentence, at, named, lexicon))).filter(
    ({ depth }) => depth < 2,
  );
  return hit.length === 0 ? [] : [{ ...common, stance: "supports", matter: tree.by(token, "obj"), issues: hit }];
}

/** "Stop the shelling", "Let us return to the table": what a speaker calls on others to do. */
function ofCommand(token: number, context: StanceContext): readonly Candidate[] {
  const { sentence } = context;
  const { tree, forms } = sentence;
  const isBare =
    !/ing$/u.test(forms[token] ?? "") &&
    forms[token] === lemmaAt(sentence, token) &&
    tree.by(token, "nsubj", "aux", "mark", "expl").length === 0;
  const isFirst =
    tree.reach(token)[0] === token || tree.by(token, "advmod", "punct", "discourse").some((at) => at < token);
  if (!isBare || !isFirst || !/^(?:root|ccomp|parataxis)$/u.test(relationAt(sentence, token))) return [];
  const holders = speakers(token, context);
  const issues = knownIssues(token, context);
  if (holders.length === 0 || issues.length === 0) return [];
  return [{ ...plain, by: "command", token, how: "demands", holders, matter: [token], issues }];
}

/** "is against the treaty", "are for peace". */
function ofSide(token: number, context: StanceContext): readonly Candidate[] {
  const { sentence, named, lexicon } = context;
  const { tree } = sentence;
  const side = /^(?:against|for)$/u.exec(tree.caseOf(token))?.[0];
  if (side === undefined || tree.by(token, "cop").length === 0) return [];
  const standing = standingOf(sentence, token);
  const holders = subjectsOf(predicateAt(sentence, token), context, speakerAt(context, token));
  const issues = issuesIn(sentence, token, named, lexicon);
  if (standing === null || holders.length === 0 || issues.length === 0) return [];
  const stance = turned(side === "for" ? "supports" : "opposes", standing.isTurned);
  return [
    { by: "side", token, stance, how: "states", holders, matter: [token], issues, isNamedOnly: true, through: null },
  ];
}
