import { type Person, parseActorBase } from "../../../coding/actor/actor-base.ts";
import { ParleyError } from "../../../text/errors.ts";
import { readCodebookFile } from "../../codebook.ts";

/** So many faults are told. */
const faultsTold = 10;

/**
 * A table of persons as those of `codebook/actors/persons/`: id, name, aliases, country, office, title, body, sector,
 * from, to. One that is at fault anywhere is not imported at all.
 * @throws ParleyError PARLEY_INPUT_MALFORMED with the lines at fault
 */
export function parsePersonsCsv(text: string): readonly Person[] {
  try {
    return parseActorBase({
      about: readCodebookFile("actors/about.yaml"),
      countries: readCodebookFile("actors/countries.yaml"),
      organizations: { organizations: [] },
      groups: { groups: [] },
      persons: [{ file: "", text }],
    }).persons;
  } catch (cause) {
    if (!(cause instanceof ParleyError)) throw cause;
    const faults = cause.message.split("\n").map((fault) => fault.replace(/^actor base, /u, "").trim());
    const more = faults.length > faultsTold ? `; ${faults.length - faultsTold} more lines` : "";
    throw new ParleyError("PARLEY_INPUT_MALFORMED", `${faults.slice(0, faultsTold).join("; ")}${more}`, { cause });
  }
}
