/**
 * English pronouns and determiners: the closed classes PRON and DET of Universal Dependencies, after the lists in
 * Quirk et al., "A Comprehensive Grammar of the English Language" (1985), 5.10–5.14 and 6.2. A capital on one of them
 * tells of the beginning of a sentence, never of a name.
 */
export const functionWords: ReadonlySet<string> = new Set(
  `a an the this that these those my your his her its our their some any no every each either neither both all half such
  another other many much more most few fewer several enough one i me you he
  him she it we us they them who whom whose which what someone somebody something anyone anybody anything everyone
  everybody everything nobody none nothing others mine yours hers ours theirs myself yourself himself herself itself
  ourselves yourselves themselves`.split(/\s+/u),
);

/** Words that end the head of a noun phrase: what follows says more of it and does not name it ("a diplomat from Sund"). */
export const headEnds: ReadonlySet<string> = new Set(
  "of in from at for with on to by about near under within outside inside who whom whose which that and or".split(" "),
);
