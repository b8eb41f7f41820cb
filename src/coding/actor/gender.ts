/** Of "mr", "mrs" and their like; null where none is said. */
export const genderOfHonorific = (honorific: string | null): "male" | "female" | null =>
  honorific === null
    ? null
    : /^(?:mr|sir|lord|señor|senor|monsieur|herr|master)$/.test(honorific)
      ? "male"
      : /^(?:mrs|ms|miss|dame|lady|madam|frau)$/.test(honorific)
        ? "female"
        : null;

/** Of nouns that tell it: "spokeswoman", "king". */
export function genderOfNoun(words: readonly string[]): "male" | "female" | null {
  for (const word of words.map((one) => one.toLowerCase())) {
    if (
      /woman$|women$|^(?:queen|princess|mother|daughter|sister|wife|actress|nun|girl|empress|heiress|congresswoman|widow|aunt|grandmother|duchess|baroness)$/.test(
        word,
      )
    )
      return "female";
    if (
      /(?:[a-z]{3,})(?<!wo)(?<!hu)man$|^(?:king|prince|father|son|brother|husband|priest|pope|monk|emperor|boy|man|men|grandfather|uncle|duke|baron)$/.test(
        word,
      )
    )
      return "male";
  }
  return null;
}
