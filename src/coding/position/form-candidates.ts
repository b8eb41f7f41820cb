import { type EventSentence, headAt, lemmaAt, relationAt, uposAt } from "../event/event-sentence.ts";
import { isPredicate, predicateAt } from "../event/predicate.ts";
import { type Candidate, type StanceContext, speakerAt, turned } from "./candidate.ts";
import { conditionsOf } from "./conditions.ts";
import { hasHelper, knownIssues, plain, speakers, stanceAbove } from "./form-parts.ts";
import { subjectsOf } from "./holders.ts";
import { ofAbsence, ofEffect, ofEpithet, ofOnly, ofVerdict } from "./judging-forms.ts";
import { issuesIn } from "./matter.ts";
import { standingOf } from "./standing.ts";

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
      ...ofEpithet(token, context),
    ];
  });
}

/** "must be lifted", "has to end": what a speaker says has to be done. */
function ofDuty(token: number, context: StanceContext): readonly Candidate[] {
  const { sentence } = context;
  const head = headAt(sentence, token);
  const isMust = hasHelper(sentence, token, /^(?:must|should|ought)$/u);
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
  const isWill = isGoing || hasHelper(sentence, token, /^(?:will|wo|'ll|’ll|ll|would|shall)$/u);
  const isAble = hasHelper(sentence, token, /^(?:can|ca|could)$/u);
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
  const above = stanceAbove(sentence, token, standing);
  const stance = turned(above, side === "against");
  return [
    { by: "side", token, stance, how: "states", holders, matter: [token], issues, isNamedOnly: true, through: null },
  ];
}
