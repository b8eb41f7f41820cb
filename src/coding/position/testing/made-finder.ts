import type { IssueFinder } from "../issue-finder.ts";

const cues: Readonly<Record<string, { readonly issue: string; readonly isContrary: boolean }>> = {
  talks: { issue: "talks", isContrary: false },
  negotiate: { issue: "talks", isContrary: false },
  truce: { issue: "ceasefire", isContrary: false },
  raids: { issue: "ceasefire", isContrary: true },
  sanctions: { issue: "sanctions", isContrary: false },
  treaty: { issue: "treaty", isContrary: false },
  withdraw: { issue: "withdrawal", isContrary: false },
};

/** A finder of a few words, and by likeness of texts with "bridge" in them. */
export const madeFinder: IssueFinder = {
  named: ({ tree, forms }) =>
    tree.tokens.flatMap(({ start, end }, token) => {
      const cue = cues[forms[token] ?? ""];
      return cue === undefined ? [] : [{ ...cue, token, span: { start, end } }];
    }),
  like: async (texts) =>
    texts.map((text) => (text.includes("bridge") ? { issue: "bridge", likeness: 0.6, isContrary: false } : null)),
};
