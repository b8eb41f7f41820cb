/** Closed classes of English words that the rules of the lexical reader ask for. Written for Parley from any grammar. */

const set = (list: string): ReadonlySet<string> => new Set(list.split(" "));

export const auxiliaries = set(
  "is are was were be been being am has have had having do does did will would can could may might must shall should " +
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't shouldn't cannot " +
    "isnt arent wasnt werent hasnt havent hadnt dont doesnt didnt wont wouldnt cant couldnt shouldnt",
);
export const formsOfBe = set("is are was were be been being am isn't aren't wasn't weren't");
/** Pronouns that can be a source by themselves. */
export const pronouns = set("he she they it we i you who which one many some others several everyone nobody both");
export const firstPersons = set("i we you me us");
export const objectPronouns = set("me him her them us you it");
export const possessives = set("his her its their my our your");
export const determiners = set(
  "the a an this that these those his her its their my our your some many several most all both any no each every another two three one",
);
/** Words before which a noun phrase that ends at the cue must have started: "because officials said". */
export const clauseOpeners = set(
  "that because while when whenever if as but and or although though since until unless before after whether where why how what which than " +
    "so then yet nor once even like",
);
export const relatives = set("who which that whom whose");
export const prepositions = set(
  "of for with to in amid despite from on at by about among against between within under over into near including during across through without via behind inside outside per toward towards after before since",
);
/** Adverbs that may stand between source and cue and belong to the cue: "has also said". */
export const cueAdverbs = set(
  "also not never n't later then again once even still just only previously repeatedly recently now long often always already initially first once twice eventually ever both all to",
);
/** Adverbs in commas between source and cue: "Orlan, however, said". */
export const connectives = set("however meanwhile though too moreover instead therefore");
export const days = set("monday tuesday wednesday thursday friday saturday sunday today yesterday tonight");
export const months = set(
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sept oct nov dec",
);
/** Words that open an adverbial between cue and content: "said on Monday that", "said in a statement that". */
export const adverbialOpeners = set(
  "on in at during after last this earlier late early before following via through over from",
);
/** Past forms that do not end in -ed, to see where a noun phrase ends and its verb begins. */
export const irregularPasts = set(
  "became began brought built came chose did drew fell felt fought found gave got went grew had held kept knew led left lost made meant met paid put ran " +
    "rose said sat saw sent set shot showed spoke spent stood struck swore took taught thought threw told understood won wore wrote broke cut hit let quit",
);
/** Words that open a clause or phrase that cannot be a content before its cue: "Asked about it, Velt said". */
export const subordinators = set("while when as although though after before if asked because since despite");
