import type { ConlluColumns, ConlluLine, ConlluSentence, ConlluText, LineEnd } from "../conllu.ts";
import { entityForm, replaceEntities, writeEntities } from "../entity-column.ts";
import type { ParsedSentence } from "./parse.ts";

export interface WithParseOptions {
  /** Number of the first entity, which no other of its document may have; null for none. */
  readonly entitiesFrom: number | null;
  /** Of its file: there the form of the entities is stated, as it is where a document begins. */
  readonly isFirst: boolean;
}

/**
 * A sentence as it was read, with LEMMA, UPOS, HEAD and DEPREL of a parse. Nothing that was annotated before is left
 * beside them: XPOS, FEATS and DEPS are emptied, empty words go, and so do `Entity=`, `Bridge=` and `SplitAnte=`. Other
 * comments and the rest of MISC stay, and a blank line ends the sentence.
 */
export function withParse(sentence: ConlluSentence, parse: ParsedSentence, options: WithParseOptions): ConlluSentence {
  const { entitiesFrom } = options;
  const count = parse.heads.length;
  const column = entitiesFrom === null ? [] : writeEntities(parse.entities, count, entitiesFrom);
  let word = 0;
  const lines = sentence.lines.flatMap((line): readonly ConlluLine[] => {
    switch (line.kind) {
      case "comment":
        return isEntityForm(line) ? [] : [line];
      case "blank":
        return [line];
      case "empty":
        return [];
      case "range":
        return [{ ...line, columns: { ...emptied(line.columns), misc: replaceEntities(line.columns.misc, null) } }];
      case "word": {
        const columns = {
          ...emptied(line.columns),
          lemma: parse.lemmas[word] ?? "_",
          upos: parse.tags[word] ?? "X",
          head: String(parse.heads[word] ?? 0),
          deprel: parse.relations[word] ?? "dep",
          misc: replaceEntities(line.columns.misc, column[word] ?? null),
        };
        word++;
        return [{ ...line, columns }];
      }
      default:
        return line satisfies never;
    }
  });
  return { lines: ended(entitiesFrom === null ? lines : withEntityForm(lines, options.isFirst)) };
}

const emptied = ({ id, form, misc }: ConlluColumns): ConlluColumns => ({
  id,
  form,
  lemma: "_",
  upos: "_",
  xpos: "_",
  feats: "_",
  head: "_",
  deprel: "_",
  deps: "_",
  misc,
});

const isEntityForm = ({ text }: ConlluText): boolean => /^#\s*global\.Entity\b/.test(text);

/** After the line that begins a document, or before all else in a file that begins without one. */
function withEntityForm(lines: readonly ConlluLine[], isFirst: boolean): readonly ConlluLine[] {
  const newdoc = lines.findIndex((line) => line.kind === "comment" && /^#\s*newdoc\b/.test(line.text));
  if (newdoc === -1 && !isFirst) return lines;
  const end = endOf(lines);
  const at = newdoc === -1 ? lines.findIndex((line) => line.kind !== "blank") : newdoc + 1;
  return at === -1 ? lines : lines.toSpliced(at, 0, { kind: "comment", text: entityForm, end });
}

/** What follows, be it another file, must not become a part of it. */
function ended(lines: readonly ConlluLine[]): readonly ConlluLine[] {
  const end = endOf(lines);
  const whole = lines.map((line) => (line.end === "" ? { ...line, end } : line));
  return whole.at(-1)?.kind === "blank" ? whole : [...whole, { kind: "blank", text: "", end }];
}

const endOf = (lines: readonly ConlluLine[]): LineEnd => lines.find((line) => line.end !== "")?.end ?? "\n";
