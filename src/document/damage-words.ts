/**
 * Word lists by which lost marks are noticed. Origin: written by hand from grammars of English, then counted in the 840
 * undamaged training articles of PolNeAR 1.0: a form stays only if it is rare there and common once the marks are gone.
 */

/** Contractions that are no words without their apostrophe; lower case. Not "were", "well", "shell", "its", "id", "ill". */
export const brokenContractions: ReadonlySet<string> = new Set(
  `arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt mustnt neednt shouldnt wasnt werent wouldnt aint yall
  theyre youre theyve youve weve ive theyll youll itll thatll theyd youd im thats theres whats heres hes shes
  whos wheres everyones everybodys someones somebodys todays yesterdays tomorrows`
    .trim()
    .split(/\s+/u),
);

/** Verbs of saying that stand beside a quotation; lower case. */
export const sayingVerbs: ReadonlySet<string> = new Set(
  `said says say saying told tells telling added adds asked asks explained wrote writes tweeted replied responded stated
  insisted continued noted argued declared joked quipped recalled called calling read reads`
    .trim()
    .split(/\s+/u),
);

/** Words by which a speaker means himself or herself; lower case. Newspapers use them inside quotation marks. */
export const firstPersonWords: ReadonlySet<string> = new Set(
  "i me my mine myself we us our ours ourselves im ive weve".split(" "),
);
