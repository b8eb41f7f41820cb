import { parseConllu, wordsOf } from "../../conllu.ts";
import { readEntities } from "../../entity-column.ts";

/** Shares of 1; 0 where there is nothing to take a share of. */
export interface EntityScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly gold: number;
  readonly predicted: number;
  readonly right: number;
}

/**
 * How well the entities of a CoNLL-U file are those of the gold file: the same words and the same type. Of two with the
 * same words and type, which gold has where a phrase speaks of two things, one prediction finds one.
 * @throws RangeError where the two files have not the same words.
 */
export function scoreEntities(gold: string, predicted: string): EntityScore {
  const [expected, found] = [keysOf(gold), keysOf(predicted)];
  if (expected.words !== found.words) throw new RangeError("the files have not the same sentences and words");
  const left = new Map<string, number>();
  for (const key of expected.keys) left.set(key, (left.get(key) ?? 0) + 1);
  let right = 0;
  for (const key of found.keys) {
    const count = left.get(key) ?? 0;
    if (count > 0) right++;
    left.set(key, count - 1);
  }
  const precision = share(right, found.keys.length);
  const recall = share(right, expected.keys.length);
  const f1 = share(2 * precision * recall, precision + recall);
  return { precision, recall, f1, gold: expected.keys.length, predicted: found.keys.length, right };
}

/** `words`: all of them as one text, to compare. */
function keysOf(text: string): { readonly keys: readonly string[]; readonly words: string } {
  const sentences = parseConllu(text)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  return {
    keys: sentences.flatMap((words, nth) =>
      readEntities(words).map(({ first, last, type }) => `${nth} ${first} ${last} ${type}`),
    ),
    words: sentences.map((words) => words.map(({ form }) => form).join("\t")).join("\n"),
  };
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
