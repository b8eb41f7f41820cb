import { dependentsIn } from "../../reader/dependents.ts";
import type { ActorId, StatementId } from "../../text/span.ts";
import type { Coded } from "../coded.ts";
import type { ContactForm, ContactStatus } from "./contact.ts";
import {
  aboutOf,
  arrangersOf,
  clauseRange,
  outcomeOf,
  phraseSpan,
  placeOf,
  spanOfRange,
  statementOf,
  whenOf,
} from "./contact-details.ts";
import type { ContactLexicon } from "./contact-lexicon.ts";
import type { ContactMention } from "./contact-mention.ts";
import { toldByNoun } from "./contact-nouns.ts";
import { actorOf, isCollective, isInOffice, isParty, partiesOf } from "./contact-parties.ts";
import { headOf, isPassive, relationOf, type Scene } from "./contact-scene.ts";
import { contactStatus, refusersOf } from "./contact-status.ts";
import type { Told } from "./contact-told.ts";
import { mediumBeside } from "./contact-verb-frame.ts";
import { toldByVerb } from "./contact-verbs.ts";

/**
 * The contacts that a document's words tell of, one for each verb or noun that tells of one, in text order. Who takes
 * part in "those talks" is who did in the contact told before; where fewer than two can be told there is no contact.
 */
export function findContacts(coded: Coded, lexicon: ContactLexicon): readonly ContactMention[] {
  const mentions: ContactMention[] = [];
  for (const [sentence, parse] of (coded.reading.parses ?? []).entries()) {
    const scene: Scene = { coded, lexicon, sentence, tree: dependentsIn(parse) };
    for (const token of parse.tokens.keys()) {
      const told = toldByVerb(scene, token) ?? toldByNoun(scene, token);
      const mention = told === null ? null : asMention(scene, told, mentions);
      if (mention !== null) mentions.push(mention);
    }
  }
  return mentions;
}

function asMention(scene: Scene, told: Told, earlier: readonly ContactMention[]): ContactMention | null {
  const { token, words } = told;
  const statement = statementOf(scene, token);
  const evidence = spanOfRange(scene, clauseRange(scene, token));
  const own = told.verb?.status ?? contactStatus(scene, token, statement !== null);
  const parties =
    partiesOfTold(scene, told, earlier) ??
    (own === "refused" ? partiesWithRefuser(scene, told) : partiesWithSpeaker(scene, told, statement));
  const status = parties?.status === undefined || isUndone(own) ? own : parties.status;
  if (status === null || evidence === null || parties === null) return null;
  if (![...parties.initiators, ...parties.others].some((id) => isInOffice(actorOf(scene, id)))) return null;
  const arrangers = partiesOf(scene, [...told.arrangers, ...arrangersOf(scene, words)]);
  const [mediator = null] = arrangers.filter((id) => !parties.initiators.includes(id) && !parties.others.includes(id));
  const place = told.place === null ? placeOf(scene, words) : phraseSpan(scene, told.place);
  return {
    sentence: scene.sentence,
    token,
    form: parties.form ?? formOf(scene, told),
    status,
    initiators: parties.initiators,
    others: parties.others,
    mediator,
    when: whenOf(scene, token, evidence),
    place,
    about: aboutOf(scene, words),
    outcome: outcomeOf(scene, token),
    evidence,
    statement,
  };
}

interface Parties extends Pick<ContactMention, "initiators" | "others"> {
  /** Of the contact that the words take up. */
  readonly status?: ContactStatus;
  readonly form?: ContactForm;
}

/** Those whom the words name; where that is none or one of "the talks", those of the contact it takes up. */
function partiesOfTold(scene: Scene, told: Told, earlier: readonly ContactMention[]): Parties | null {
  const { initiators, others } = told;
  const own = [...initiators, ...others];
  if (new Set(own).size > 1 && (initiators.length > 0 || told.verb !== null)) return { initiators, others };
  const antecedent = told.isDefinite ? takenUp(scene, told, own, earlier) : null;
  if (antecedent !== null) {
    return told.isAnother ? { initiators: antecedent.initiators, others: antecedent.others } : antecedent;
  }
  const [alone] = own;
  const isOfMany = told.form === "meeting" && alone !== undefined && isCollective(actorOf(scene, alone));
  return isOfMany ? { initiators, others } : null;
}

/** The contact told last that the words may take up: within three sentences, for "the sides" and "a second meeting" any before. */
function takenUp(
  scene: Scene,
  told: Told,
  own: readonly ActorId[],
  earlier: readonly ContactMention[],
): ContactMention | null {
  const isOrdered = scene.coded.document.order === "original";
  const reach = isOrdered ? (told.isSides || told.isAnother ? Number.POSITIVE_INFINITY : 3) : 0;
  const named = own.filter((id) => !(told.isSides && actorOf(scene, id)?.number === "several"));
  const antecedent = earlier.findLast(
    (one) =>
      scene.sentence - one.sentence <= reach &&
      (one.form === told.form || (takenUpBy[told.form] ?? []).includes(one.form)) &&
      named.every((id) => one.initiators.includes(id) || one.others.includes(id)),
  );
  return antecedent ?? null;
}

/** By which nouns a contact of another form is taken up: a meeting by "those talks". */
const takenUpBy: Partial<Record<ContactForm, readonly ContactForm[]>> = {
  talks: ["meeting", "call", "backchannel"],
  meeting: ["talks", "visit"],
  call: ["talks"],
};

/** "X turned down Y's offer of talks": X, too. */
function partiesWithRefuser(scene: Scene, { token, initiators, others }: Told): Parties | null {
  const own = [...initiators, ...others];
  const refusers = partiesOf(scene, refusersOf(scene, token)).filter((id) => !own.includes(id));
  return own.length === 0 || refusers.length === 0 ? null : { initiators: own, others: refusers };
}

/** "He said talks with X would go on": where no other side is named, it is the speaker's. */
function partiesWithSpeaker(
  scene: Scene,
  { token, initiators, others, verb }: Told,
  statement: StatementId | null,
): Parties | null {
  const { coded } = scene;
  if (verb !== null || initiators.length > 0 || others.length === 0) return null;
  if (relationOf(scene, token) === "nsubj" && isPassive(scene, headOf(scene, token))) return null;
  const speaker = coded.statements.find(({ id }) => id === statement)?.source.actor ?? null;
  if (speaker === null || others.includes(speaker)) return null;
  const actor = actorOf(scene, speaker);
  const countries = others.map((id) => actorOf(scene, id)?.country ?? null);
  return isParty(actor) && !countries.includes(actor?.country ?? "") ? { initiators: [speaker], others } : null;
}

/** Whether the words say of what was told before that nothing came of it. */
const isUndone = (status: ContactStatus | null): boolean => status === "cancelled";

/** "spoke by telephone" is a call. */
const formOf = (scene: Scene, { form, verb, token }: Told): ContactForm =>
  form === "talks" && verb !== null ? (mediumBeside(scene, token) ?? form) : form;
