import { ParleyError } from "../../text/errors.ts";
import { type Mapping, shapes, smallLetters } from "../../text/shape.ts";
import { stemOf } from "../content-words.ts";

const stemLists = [
  "denials",
  "withheld",
  "dismissals",
  "accounts",
  "imagined",
  "dates",
  "figures",
  "withholding",
  "blaming",
] as const;
const wordLists = ["negations", "unlessNegated", "further", "correcting"] as const;
const outcomeLists = ["good", "agreed", "bad", "talks", "little", "some"] as const;

/** The words by which accounts are set against each other: `codebook/disputes.yaml` says what each list is for. */
export interface DisputeLexicon
  extends Readonly<Record<(typeof stemLists)[number], ReadonlySet<string>>>,
    Readonly<Record<(typeof wordLists)[number], ReadonlySet<string>>> {
  readonly judgements: { readonly cues: ReadonlySet<string>; readonly words: ReadonlySet<string> };
  readonly outcomes: Readonly<Record<(typeof outcomeLists)[number], ReadonlySet<string>>>;
  /** By stem, the list of `apart` that it is in. */
  readonly apart: ReadonlyMap<string, number>;
  /** By stem, the stem that stands for its family. */
  readonly families: ReadonlyMap<string, string>;
}

/**
 * Validates what was parsed from `codebook/disputes.yaml`. Lists that are looked up by stem come as stems, each family as
 * one.
 * @throws ParleyError PARLEY_CODEBOOK_INVALID with the place of the first fault.
 */
export function parseDisputeLexicon(yaml: unknown): DisputeLexicon {
  const file = known(yaml, "the file", [...stemLists, ...wordLists, "judgements", "outcomes", "apart", "families"]);
  const families = familiesOf(file.families);
  const stems = (value: unknown, place: string): ReadonlySet<string> =>
    new Set(
      texts(value, place)
        .map(stemOf)
        .map((stem) => families.get(stem) ?? stem),
    );
  const words = (value: unknown, place: string): ReadonlySet<string> => new Set(texts(value, place));
  const judgements = known(file.judgements, "judgements", ["cues", "words"]);
  const outcomes = known(file.outcomes, "outcomes", outcomeLists);
  const apart = list(file.apart, "apart").flatMap((one, at) =>
    [...stems(one, `apart[${at}]`)].map((stem) => [stem, at] as const),
  );
  return {
    ...gathered(file, stemLists, "", stems),
    ...gathered(file, wordLists, "", words),
    judgements: {
      cues: stems(judgements.cues, "judgements.cues"),
      words: stems(judgements.words, "judgements.words"),
    },
    outcomes: gathered(outcomes, outcomeLists, "outcomes.", words),
    apart: new Map(apart),
    families,
  };
}

function familiesOf(value: unknown): ReadonlyMap<string, string> {
  const families = new Map<string, string>();
  for (const [at, family] of list(value, "families").entries()) {
    const [first = "", ...others] = texts(family, `families[${at}]`).map(stemOf);
    for (const stem of others) if (stem !== first) families.set(stem, first);
  }
  return families;
}

function gathered<Name extends string>(
  from: Mapping,
  names: readonly Name[],
  place: string,
  parse: (value: unknown, place: string) => ReadonlySet<string>,
): Record<Name, ReadonlySet<string>> {
  const entries = names.map((name) => [name, parse(from[name], `${place}${name}`)] as const);
  return Object.fromEntries(entries) as Record<Name, ReadonlySet<string>>; // of every name one
}

function fail(place: string, found: string, accepted: string): never {
  throw new ParleyError("PARLEY_CODEBOOK_INVALID", `dispute lexicon, ${place}: found ${found}, accepted: ${accepted}`);
}

const { known, list, texts } = shapes(fail, smallLetters('"no" and "false"'));
