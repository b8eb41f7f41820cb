import { charSpan } from "../../text/span.ts";
import type { ParsedEntity, ParsedToken, SentenceParse } from "../sentence-parse.ts";

/** A sentence of a test: its text, whose words are divided by single spaces, and its parse. */
export interface ParsedSentence {
  readonly text: string;
  readonly parse: SentenceParse;
}

/**
 * Reads a parse from its compact notation, for tests: the words in order, "form/UPOS/relation>head" with the head's
 * index from 0 (-1 for the root), "form~lemma/…" where the lemma is not the form in small letters.
 * @param start where the sentence begins in its document.
 * @param entities "type:first-last" by tokens, both inclusive, divided by spaces.
 * @throws Error where a word is not of that shape.
 */
export function parseOf(notation: string, start = 0, entities = ""): ParsedSentence {
  let at = start;
  const words: string[] = [];
  const tokens = notation
    .trim()
    .split(/\s+/u)
    .map((word): ParsedToken => {
      const [, form = "", lemma, upos = "", relation = "", head = ""] = shape.exec(word) ?? fail(word);
      const span = charSpan(at, at + form.length);
      at = span.end + 1;
      words.push(form);
      return { ...span, lemma: lemma ?? form.toLowerCase(), upos, relation, head: Number(head) };
    });
  return { text: words.join(" "), parse: { tokens, entities: entities.split(" ").filter(Boolean).map(entityOf) } };
}

const shape = /^(.+?)(?:~([^/]+))?\/([A-Z]+)\/([a-z:]+)>(-?\d+)$/u;

function entityOf(notation: string): ParsedEntity {
  const [, type = "", first, last] = /^([a-z]+):(\d+)-(\d+)$/u.exec(notation) ?? fail(notation);
  return { type, first: Number(first), last: Number(last) };
}

function fail(word: string): never {
  throw new Error(`not a word of a parse: ${word}`);
}
