import { ParleyError } from "../../text/errors.ts";
import { shapes, smallLetters } from "../../text/shape.ts";
import { type Likelihood, likelihoods } from "./forecast.ts";

type Words = ReadonlySet<string>;
/** Words by how sure they are of what they tell of. */
type ByLikelihood = ReadonlyMap<string, Likelihood>;

/** The words that tell of forecasts: `codebook/forecasts.yaml` says what each list is for. */
export interface ForecastLexicon {
  readonly frames: ByLikelihood;
  readonly expectations: ByLikelihood;
  readonly foresights: Words;
  readonly verdicts: ByLikelihood;
  readonly adverbs: ByLikelihood;
  readonly acts: Words;
  readonly outcomes: Words;
  readonly commitments: Words;
  readonly announcements: Words;
  readonly demands: Words;
  readonly abilities: Words;
  readonly observers: Words;
  readonly hopes: Words;
  readonly beliefs: Words;
  readonly wishes: Words;
  readonly bodies: Words;
}

/**
 * Validates what was parsed from `codebook/forecasts.yaml`.
 * @throws ParleyError PARLEY_CODEBOOK_INVALID with the place of the first fault.
 */
export function parseForecastLexicon(yaml: unknown): ForecastLexicon {
  const lists = [
    "frames",
    "expectations",
    "foresights",
    "verdicts",
    "adverbs",
    "acts",
    "outcomes",
    "commitments",
    "announcements",
    "demands",
    "abilities",
    "observers",
    "hopes",
    "beliefs",
    "wishes",
    "bodies",
  ] as const;
  const file = known(yaml, "the file", lists);
  const byLikelihood = (name: (typeof lists)[number]): ByLikelihood => {
    const groups = known(file[name], name, likelihoods);
    const found = new Map<string, Likelihood>();
    for (const likelihood of likelihoods) {
      if (groups[likelihood] === undefined) continue;
      for (const word of texts(groups[likelihood], `${name}.${likelihood}`)) {
        const before = found.get(word);
        if (before !== undefined)
          fail(`${name}.${likelihood}`, `"${word}", which is in ${before} too`, "each word once");
        found.set(word, likelihood);
      }
    }
    return found;
  };
  const set = (name: (typeof lists)[number]): Words => new Set(texts(file[name], name));
  return {
    frames: byLikelihood("frames"),
    expectations: byLikelihood("expectations"),
    foresights: set("foresights"),
    verdicts: byLikelihood("verdicts"),
    adverbs: byLikelihood("adverbs"),
    acts: set("acts"),
    outcomes: set("outcomes"),
    commitments: set("commitments"),
    announcements: set("announcements"),
    demands: set("demands"),
    abilities: set("abilities"),
    observers: set("observers"),
    hopes: set("hopes"),
    beliefs: set("beliefs"),
    wishes: set("wishes"),
    bodies: set("bodies"),
  };
}

function fail(place: string, found: string, accepted: string): never {
  throw new ParleyError("PARLEY_CODEBOOK_INVALID", `forecast lexicon, ${place}: found ${found}, accepted: ${accepted}`);
}

const { known, texts } = shapes(fail, smallLetters('"no"'));
