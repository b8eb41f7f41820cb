/**
 * Word lists by which lost marks are noticed. Origin: written by hand from grammars of English, then counted in the 840
 * training articles of PolNeAR 1.0: none of the broken contractions stands in one of them as published, and 708 have one
 * once their marks are taken out. Lower case.
 */
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Contractions and possessives that are no words without their apostrophe. Not "were", "well", "shell", "its", "id", "ill". */
export const brokenContractions = list(`
  arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt mustnt neednt shouldnt wasnt werent wouldnt aint yall
  theyre youre theyve youve weve ive theyll youll itll thatll theyd youd im thats theres whats heres hes shes
  whos wheres everyones everybodys someones somebodys todays yesterdays tomorrows womens mens childrens`);

/** After "its", these show that "it's" was meant. */
export const afterItIs = list(`
  a an the not been going just really like about what why how possible clear hard difficult easy my our your no too
  never always`);

/** Verbs of saying that stand beside a quotation. */
export const sayingVerbs = list(`
  said says say saying told tells telling added adds asked asks explained wrote writes tweeted replied responded stated
  insisted continued noted argued declared joked quipped recalled called calling`);

/** Words by which a speaker means himself or herself; newspapers use them inside quotation marks. Not "us": "US". */
export const firstPersonWords = list("i me my mine myself we our ours ourselves im ive weve");

/** Ends of capitalised words whose "-s" is a plural ("Karskians", "Socialists"), not a possessive that lost its mark. */
export const pluralNameEndings = list("an ish crat ist er or ive ic ee i ent al ant ate party news");
