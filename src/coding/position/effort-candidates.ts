import type { ActorId } from "../../text/span.ts";
import { lemmaAt, uposAt } from "../event/event-sentence.ts";
import type { Candidate, StanceContext } from "./candidate.ts";
import { inPolitics } from "./holders.ts";
import { issuesIn, type Matter } from "./matter.ts";
import type { Told } from "./on-issues.ts";

/**
 * "Efforts by Ostria and Karsk", "the Lodvan attempts": whoever makes an effort is for what it is to bring about. Where
 * the words do not say what that is, it is what the other efforts of the document are about, if that is one thing.
 */
export function effortCandidates(contexts: readonly StanceContext[]): readonly Told[] {
  const efforts = contexts.flatMap((context) =>
    context.sentence.tree.tokens.flatMap((_, token) =>
      isEffort(token, context) ? [{ context, token, issues: aimsOf(token, context) }] : [],
    ),
  );
  const aims = new Map(efforts.flatMap(({ issues }) => issues.map((one) => [one.named.issue, one] as const)));
  const [shared] = aims.size === 1 ? aims.values() : [];
  return efforts.flatMap(({ context, token, issues }): readonly Told[] => {
    const elsewhere = shared === undefined ? [] : [{ ...shared, isHere: false }];
    const found = issues.length > 0 ? issues : elsewhere;
    const holders = makersOf(token, context);
    return found.length === 0 || holders.length === 0
      ? []
      : [{ candidate: { ...effort, token, holders, matter: [token], issues: found }, context }];
  });
}

const effort = {
  by: "effort",
  stance: "supports",
  how: "acts",
  isNamedOnly: true,
  through: null,
} as const satisfies Partial<Candidate>;

const isEffort = (token: number, { sentence, lexicon }: StanceContext): boolean =>
  uposAt(sentence, token) === "NOUN" && lexicon.efforts.has(lemmaAt(sentence, token));

/** The issues that an effort is for: "to broker a solution", "at mediation". */
function aimsOf(token: number, { sentence, named, lexicon }: StanceContext): readonly Matter[] {
  const { tree } = sentence;
  const aims = [
    ...tree.by(token, "acl", "compound", "amod"),
    ...tree.by(token, "nmod").filter((at) => /^(?:for|at|to|towards|toward|of)$/u.test(tree.caseOf(at))),
  ];
  return aims.flatMap((at) => issuesIn(sentence, at, named, lexicon)).filter(({ isTurned }) => !isTurned);
}

/** Behind "by", as its owner, or by an adjective of their country. */
function makersOf(token: number, context: StanceContext): readonly ActorId[] {
  const { sentence, coded } = context;
  const { tree } = sentence;
  const owners = tree.by(token, "nmod:poss", "amod", "compound");
  const makers = [...tree.by(token, "nmod", "obl").filter((at) => tree.caseOf(at) === "by"), ...owners];
  const ids = makers
    .flatMap((at) => tree.conjuncts(at))
    .flatMap((at) => {
      const named = coded.actors.at(sentence.index, at);
      const state = coded.actors.placeAt(sentence.index, at);
      return named.length > 0 ? named : state === null ? [] : [state];
    });
  return inPolitics([...new Set(ids)], context);
}
