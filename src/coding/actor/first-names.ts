import { ParleyError } from "../../text/errors.ts";
import { foldName } from "./fold.ts";

/** Of a folded first name the gender that its bearers mostly have; null for one that is not known or goes with both. */
export type FirstNames = (folded: string) => "male" | "female" | null;

/**
 * `codebook/actors/first-names.yaml`: two lists of words.
 * @throws ParleyError PARLEY_CODEBOOK_INVALID
 */
export function parseFirstNames(given: unknown): FirstNames {
  const genders = new Map<string, "male" | "female">();
  for (const gender of ["male", "female"] as const) {
    const list: unknown =
      typeof given === "object" && given !== null && gender in given ? given[gender as keyof typeof given] : null;
    if (typeof list !== "string") {
      throw new ParleyError(
        "PARLEY_CODEBOOK_INVALID",
        `codebook/actors/first-names.yaml: ${gender} is to be names, apart by spaces`,
      );
    }
    for (const name of list.split(/\s+/u)) {
      if (name === "") continue;
      const folded = foldName(name);
      if (genders.has(folded) && genders.get(folded) !== gender) {
        throw new ParleyError("PARLEY_CODEBOOK_INVALID", `codebook/actors/first-names.yaml: ${name} is in both lists`);
      }
      genders.set(folded, gender);
    }
  }
  return (folded) => genders.get(folded) ?? null;
}
