import type { ContactMention } from "./contact-mention.ts";
import type { EventStatus } from "./event.ts";
import { type EventSentence, hasMark, lemmaAt, uposAt } from "./event-sentence.ts";
import type { Trigger } from "./find-triggers.ts";
import type { Surroundings } from "./match-entry.ts";
import type { PloverEntry } from "./plover-entry.ts";
import { isPredicate, predicateAt } from "./predicate.ts";

const plain = {
  mode: null,
  contexts: [],
  kind: "verb",
  particle: null,
  subject: null,
  object: null,
  prepositions: null,
  clause: null,
  about: null,
  inner: false,
  negated: false,
  modifier: null,
  unless: null,
  alone: false,
} as const;

export const accusationEntry: PloverEntry = {
  ...plain,
  type: "ACCUSE",
  mode: "allege",
  actor: ["statement"],
  recipient: [],
};
const duty: PloverEntry = { ...plain, type: "REQUEST", actor: ["statement"], recipient: ["subject"] };

/** "X said that Y must withdraw": what somebody says another has to do is a demand on it. */
export function dutyTriggers(
  { sentence, actors }: Surroundings,
  isReported: (token: number) => boolean,
): readonly Trigger[] {
  return sentence.tree.tokens.flatMap((_, token) => {
    if (!/^(?:VERB|ADJ)$/u.test(uposAt(sentence, token)) || !isDuty(sentence, token) || !isReported(token)) return [];
    const predicate = predicateAt(sentence, token);
    const isAddressed = predicate.subjects.some((at) => actors.at(sentence.index, at).length > 0);
    return isAddressed ? [{ entry: duty, token, predicate, isTold: true, status: "happened" }] : [];
  });
}

const wrong: PloverEntry = {
  ...plain,
  type: "ACCUSE",
  mode: "disapprove",
  actor: ["statement"],
  recipient: ["subject", "inside"],
};

/** "X said it was a crime", "called it illegal": what somebody says is wrong is disapproved. */
export function wrongTriggers(
  { sentence }: Surroundings,
  wrongs: ReadonlySet<string>,
  isReported: (token: number) => boolean,
): readonly Trigger[] {
  return sentence.tree.tokens.flatMap(({ upos }, token) => {
    const isJudged = /^(?:NOUN|ADJ)$/u.test(upos) && sentence.tree.by(token, "cop").length > 0;
    if (!isJudged || !wrongs.has(lemmaAt(sentence, token)) || !isReported(token)) return [];
    return [{ entry: wrong, token, predicate: predicateAt(sentence, token), isTold: true, status: null }];
  });
}

const isDuty = (sentence: EventSentence, token: number): boolean =>
  sentence.tree.by(token, "aux").some((at) => /^(?:must|should|ought)$/u.test(lemmaAt(sentence, at))) &&
  !hasMark(sentence, token, "if");

/** A contact that PLOVER codes as an event, not one that somebody would like or would not have. */
export interface Consultation extends ContactMention {
  readonly status: Exclude<ContactMention["status"], "proposed" | "refused">;
}

const statuses = {
  held: "happened",
  planned: "planned",
  denied: "denied",
  cancelled: "happened",
} as const satisfies Record<Consultation["status"], EventStatus>;

/** A contact as an event: what was called off is SANCTION. */
export function consultTrigger(sentence: EventSentence, { token, form, status }: Consultation): Trigger {
  const mode = form === "call" ? "phone" : form === "visit" ? "visit" : form === "meeting" ? "meet" : null;
  const entry: PloverEntry = {
    ...plain,
    type: status === "cancelled" ? "SANCTION" : "CONSULT",
    mode,
    actor: ["subject"],
    recipient: ["with"],
  };
  return {
    entry,
    token,
    predicate: isPredicate(sentence, token) ? predicateAt(sentence, token) : null,
    isTold: true,
    status: statuses[status],
  };
}
