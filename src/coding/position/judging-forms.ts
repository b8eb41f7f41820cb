import { hasMark, headAt, lemmaAt, relationAt, uposAt } from "../event/event-sentence.ts";
import { type Candidate, firstFound, type StanceContext, turned } from "./candidate.ts";
import { conditionsOf } from "./conditions.ts";
import { hasHelper, officials, plain, speakers } from "./form-parts.ts";
import { issuesIn } from "./matter.ts";
import type { PlainStance } from "./stance-lexicon.ts";
import { standingOf } from "./standing.ts";

/** "There is no military solution", "there will be no talks", "No withdrawal, no timetable": what shall not be. */
export function ofAbsence(token: number, context: StanceContext): readonly Candidate[] {
  const { sentence, named, lexicon } = context;
  const { tree, forms } = sentence;
  if (!tree.by(token, "det").some((at) => forms[at] === "no")) return [];
  const head = headAt(sentence, token);
  const isThere = head >= 0 && lemmaAt(sentence, head) === "be" && tree.by(head, "expl").length > 0;
  const isWay = /^(?:solution|alternative|option|way)$/u.test(lemmaAt(sentence, token));
  const isMeant = isThere && (isWay || hasHelper(sentence, head, /^(?:will|would|can|could|must|should|shall)$/u));
  const isAlone = head < 0 || (relationAt(sentence, token) === "ccomp" && uposAt(sentence, head) === "VERB");
  const isFragment = isAlone && tree.by(token, "cop", "nsubj").length === 0;
  if (!isMeant && !isFragment) return [];
  const holders = speakers(token, context);
  const issues = issuesIn(sentence, token, named, lexicon); // turned round by the "no"
  if (holders.length === 0 || issues.length === 0) return [];
  return [{ ...plain, by: "absence", token, how: "ruled-out", holders, matter: [token], issues }];
}

/** "only talks can end it", "can only be settled through talks": what a speaker says is the one way. */
export function ofOnly(token: number, context: StanceContext): readonly Candidate[] {
  const { sentence, named, lexicon } = context;
  const { tree } = sentence;
  if (!hasHelper(sentence, token, /^(?:can|will|could|would)$/u)) return [];
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
export function ofVerdict(token: number, context: StanceContext): readonly Candidate[] {
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
      isNamedOnly: true,
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
export function ofEffect(token: number, context: StanceContext): readonly Candidate[] {
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

/** "the illegal annexation": what a speaker says of a thing before its name. */
export function ofEpithet(token: number, context: StanceContext): readonly Candidate[] {
  const { sentence, named, lexicon } = context;
  const { tree } = sentence;
  const own = named.filter((one) => one.token === token).slice(0, 1);
  const isJudged = tree.by(token, "amod").some((at) => lexicon.epithets.has(lemmaAt(sentence, at)));
  if (own.length === 0 || !isJudged) return [];
  const holders = officials(token, context);
  if (holders.length === 0 || standingOf(sentence, token) === null) return [];
  const issues = own.map((one) => ({ named: one, isTurned: false, depth: 0, isHere: true }));
  return [{ ...plain, stance: "opposes", by: "epithet", token, how: "states", holders, matter: [token], issues }];
}
