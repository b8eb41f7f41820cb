import type { Document } from "../../document/document.ts";
import { findQuotations } from "../../text/quotations.ts";
import { splitSentences } from "../../text/sentences.ts";
import type { CharSpan } from "../../text/span.ts";
import type { CueLexicon } from "../lexicon.ts";
import type { Attribution, ParsedReading, Reader, ReaderIdentity, Reading } from "../reading.ts";
import { attributionsIn } from "./attributions.ts";
import { continueQuotations } from "./continuations.ts";
import { tokenize } from "./tokens.ts";

const identity: ReaderIdentity = { name: "lexical", version: 1 };

/** Tokens read at a time, which keeps a megabyte without a full stop linear; no sentence of PolNeAR has as many. */
const longestSentence = 400;

/**
 * A reader by rules: a lexicon of cues, quotation marks where there are any, and for each cue the nearest fitting
 * source. It is the baseline that a trained reader must beat. It reads title and body, no other region.
 */
export function createLexicalReader(lexicon: CueLexicon): Reader {
  return {
    identity,
    read: (document) => Promise.resolve(readDocument(document, lexicon)),
  };
}

function readDocument(document: Document, lexicon: CueLexicon): ParsedReading {
  const sentences: CharSpan[] = [];
  const attributions: Attribution[] = [];
  for (const region of document.regions) {
    if (region.kind !== "body" && region.kind !== "title") continue;
    const part = readRegion(document, region, lexicon);
    for (const sentence of part.sentences) sentences.push(sentence); // spread, a long text's would overflow the stack
    for (const attribution of part.attributions) attributions.push(attribution);
  }
  return { document: document.id, reader: identity, sentences, attributions, parses: null };
}

function readRegion(
  document: Document,
  region: CharSpan,
  lexicon: CueLexicon,
): Pick<Reading, "sentences" | "attributions"> {
  const { text, damage } = document;
  const marksLost = damage.includes("quotes-stripped");
  const quotations = findQuotations(text, region.start, region.end);
  const sentences = splitSentences(text, region.start, region.end);
  const found: Attribution[] = [];
  let quotation = 0;
  for (const sentence of sentences) {
    while ((quotations[quotation]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) quotation++;
    const tokens = tokenize(text, sentence, quotations, quotation);
    const isFirst = sentence === sentences[0];
    for (let from = 0; from < tokens.length; from += longestSentence) {
      const window = tokens.length <= longestSentence ? tokens : tokens.slice(from, from + longestSentence);
      found.push(...attributionsIn(window, quotations, lexicon, { isFirst, marksLost }));
    }
  }
  return { sentences, attributions: continueQuotations(text, quotations, sentences, found) };
}
