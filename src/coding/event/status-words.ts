/**
 * Words that tell whether what depends on them took place: verbs, adjectives and nouns, by lemma, that govern an
 * infinitive, a clause, a gerund or the noun of an act. Written for Parley; verbs of several words with a space.
 */

const set = (list: string): ReadonlySet<string> => new Set(list.split(" ").map((word) => word.replaceAll("_", " ")));

/** What somebody means to do, or others expect. */
export const plans = set(
  "aim agree arrange commit decide decision determine due eager expect expected gear_up get_ready intend intention intent look mean offer option plan planned pledge " +
    "poise prepare prepared preparation promise propose proposal ready readiness resolve schedule scheduled set slate swear undertake " +
    "vow want willing willingness keen like bind agreement deal pact opt choose volunteer commitment target upcoming preparedness",
);

/** What somebody wants of another. */
export const demands = set(
  "advise appeal ask beg beseech call call_for call_on call_upon command demand direct encourage exhort implore insist instruct instruction invite invitation " +
    "lobby need necessary necessity obligation oblige order persuade petition plead plea press pressure push push_for recommend " +
    "recommendation request require requirement seek suggest suggestion summon tell ultimatum urge urgent campaign",
);

/** What somebody will not do, or keeps from being done. */
export const refusals = set(
  "avert avoid abandon ban bar block call_off cancel cancellation decline exclude fail failure forbid foil impossible oppose opposed opposition " +
    "prevent prohibit prohibition rebuff refrain refusal refuse reject rejection reluctant rule_out scrap shun thwart " +
    "turn_down unable unwilling unwillingness inability veto lack absence unready desist abstain",
);

/** What somebody says is not so. */
export const denials = set("denial deny disprove dispute rebut refute repudiate untrue false unfounded baseless");

/** What may be, for all the words say. */
export const possibilities = set(
  "able ability allow alternative authorise authorize authorisation authorization chance concern consider contemplate danger debate dream enable envisage eventuality explore fear " +
    "feared free hope hypothetical imagine likely likelihood liable mull opportunity permission permit plot ponder possible possibility potential " +
    "prospect right risk scenario suppose threat threaten threatened unclear unlikely wish warn warning weigh worry doubt doubtful question unsure",
);

/** Verbs whose "to" or object tells what is done, as their own auxiliaries: they add nothing and hide nothing. */
export const carriers = set(
  "attempt begin bother cease come complete conduct continue dare do finish go happen have help hold keep launch make manage mount move proceed " +
    "resume start stop take tend try use carry_out stage occur break_out",
);

/** "Norland will", of its own accord: an intention where it is told, a forecast where it is not. */
export const futureAuxiliaries = set("will shall wo ll 'll ’ll");
export const conditionalAuxiliaries = set("would 'd ’d");
export const possibilityAuxiliaries = set("may might could can ca");
export const dutyAuxiliaries = set("must should ought");

/** Conjunctions after which something is supposed, not told. */
export const suppositions = set("if unless whether lest");

export const negations = set("not n't n’t never no neither nor nobody none without hardly nowhere");

/** By whose future "would" is the "will" of then: "said it would". */
export const reports = set(
  "say announce tell declare confirm state add note report reveal indicate insist explain write promise warn vow pledge hint signal think believe claim predict " +
    "announcement statement decide agree know make_clear reply answer inform hear suggest assure",
);
