/**
 * Words that end in a full stop which need not end a sentence. Written for Parley: forms of address, ranks and offices
 * as the Associated Press abbreviates them; the postal and the older abbreviations of the American states; months and
 * days; forms of companies; a few of measurement and reference. Checked against the English Web Treebank and GUM.
 * Case counts, so that "no." at the end of an answer is not "No. 10". Stops inside ("a.m.") are found without a list.
 */

/** A name or number follows, always: "Mr. Blinken", "Gen. Mark Milley". Never the end of a sentence. */
const beforeNames =
  "Mr Mrs Ms Mx Messrs Mme Mlle Dr Prof Rev Fr Hon Gen Lt Col Maj Capt Cmdr Cdr Sgt Cpl Pvt Adm Adml Brig Gov Sen Sens Rep Reps " +
  "Pres Amb Sec Supt Insp Det Msgr Ald Atty Asst Assoc Dir St Ste Ft Mt Gens Govs Profs Drs Revs vs v cf viz Spc Pfc e.g i.e";

/** A number follows: "No. 10", "p. 4". The end of a sentence otherwise: "The answer was No." */
const beforeNumbers = "No Nos no nos Art art Fig fig Vol vol p pp para ch Ch ca c Pub Op op";

/** May stand inside a sentence or at its end: the end if what follows is a word that often starts a sentence. */
const anywhere =
  "Inc Corp Co Cos Ltd Bros Jr Sr Esq etc al ed eds est dept Dept Univ Assn Bldg Ave Blvd Rd Hwy Jan Feb Mar Apr Jun Jul Aug Sept Sep " +
  "Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss " +
  "Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ont Que approx min max incl ext tel Tel Intl Natl";

/**
 * Words that seldom follow an abbreviation or initial unless they start a sentence: "in the U.S. The talks …".
 * Written for Parley: articles, pronouns, conjunctions, prepositions and adverbs that open sentences of news.
 */
const starters =
  "The A An This That These Those He She It We They I You His Her Its Our Their My There Here In On At By For From With Without After " +
  "Before Since During Until As If When While Where Why How What Who Although Though Because But And Or So Yet However Meanwhile " +
  "Moreover Instead Still Also Then Now Today Yesterday Some Many Most Several Both Each Every All Not No Nor Once Asked According " +
  "Among Under Over Despite Later Earlier Perhaps Indeed Thus Therefore Is Are Was Were Do Does Did Have Has Can Let Please";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

export const abbreviationsBeforeNames = words(beforeNames);
export const abbreviationsBeforeNumbers = words(beforeNumbers);
export const abbreviationsAnywhere = words(anywhere);
export const sentenceStarters = words(starters);

/** Verbs of speech that, after a name, show a closed quotation to be part of the sentence: "“Why?” Orlan asked." */
export const speechVerbs = words(
  "said says asked asks added adds told wrote replied exclaimed tweeted shouted continued",
);
