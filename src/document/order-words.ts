/**
 * Word lists for noticing disorder: closed classes of English and the vocabulary of reporting, none of it about any topic.
 * Origin: written by hand. Lower case; apostrophes taken out, so that lost marks change nothing.
 */
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Words too common to tie two sentences together. */
export const functionWords = list(`
  a about above after again against all almost along also although always am among an and another any anyone anything
  are around as asked at away back be became because become been before being below best better between both but by
  came can cannot come could day days did didnt do does doesnt doing done dont down during each either else enough even
  ever every everyone everything far few first for four from further gave get gets getting give given go goes going gone
  good got great had has have having he her here hers herself him himself his how however i if im in indeed instead into
  is isnt it its itself ive just keep kept know known last later least less let like likely little long look made make
  makes making many may maybe me mean might mine more most mr mrs ms much must my myself near need never new next no
  nobody none nor not nothing now of off often on once one only onto or other others our ours out over own part people
  per perhaps put rather really right said same saw say saying says second see seem seemed seen several shall she should
  since so some someone something still such sure take taken tell than that thats the their theirs them themselves then
  there therefore these they theyre thing things think this those though thought three through thus time times to today
  together told too took toward towards two under unless until up upon us use used very want wanted was wasnt way we
  week well went were werent weve what whatever when where whether which while who whole whom whose why will with within
  without wont would year years yes yet you your yours yourself`);

/** A sentence that opens with one of these leans on a sentence before it. */
export const leaningOpeners = list(`
  but and or so yet nor also then still instead however moreover furthermore meanwhile nevertheless nonetheless besides
  thus therefore hence indeed similarly likewise otherwise afterwards afterward later additionally he she it they his her
  its their this that these those such both neither either another others some`);

/** Classes of words whose return in the next sentence, or whose change, tells whether the two belong together. */
export const wordClasses = {
  person: list("he she him his her hers himself herself"),
  thing: list("it its they them their theirs this these those"),
  speaker: list("i me my mine myself we us our ours ourselves im ive weve you your youre dont thats"),
  saying: list(`
    said says say saying told tells added adds asked asks explained wrote writes tweeted replied responded stated
    insisted continued noted argued declared warned called according announced claimed acknowledged`),
  past: list("was were had did"),
  present: list("is are has do does will"),
  he: list("he him his himself"),
  she: list("she her hers herself"),
  they: list("they them their theirs themselves"),
  we: list("we us our ours"),
  i: list("i me my mine"),
  you: list("you your yours"),
} as const;
export type WordClass = keyof typeof wordClasses;

/** Words of the credits and addresses that stand below an article. */
export const closingWords: readonly string[] = ["contributed", "twitter", "com", "http", "newsletter", "copyright"];

/** Words before a surname that are no first name; lower case, full stop taken off. */
export const honorifics = list(`
  mr mrs ms miss dr sir lord lady dame prof professor president presidents vice premier prime minister chancellor king
  queen prince princess pope bishop archbishop rev reverend father sister brother sen sens senator senators rep reps
  representative congressman congresswoman congressmen gov govs governor governors mayor secretary ambassador envoy
  speaker leader chairman chairwoman chair chief director general gen col colonel maj major lt lieutenant capt captain
  sgt sergeant admiral judge justice attorney sheriff officer detective commissioner spokesman spokeswoman spokesperson
  coach deputy foreign former ex candidate nominee the a an`);

/** After a full name and a comma, these begin an explanation of who that is. */
export const explainers = list(
  "a an the who whose which former chairman chairwoman president director head author founder",
);

/** Small words inside long names, which give no initial. */
export const nameLinks = list("of the and for on in");
