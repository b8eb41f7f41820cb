import type { Document } from "../../document/document.ts";
import { areMarksLost } from "../../document/lost-marks.ts";
import { findQuotations } from "../../text/quotations.ts";
import { splitSentences } from "../../text/sentences.ts";
import { type CharSpan, charSpan, textOf, trimSpan } from "../../text/span.ts";
import type { Attribution, Reader, ReaderIdentity } from "../reading.ts";
import type { SentenceParse } from "../sentence-parse.ts";
import { splitWords } from "../words.ts";
import { type Confidence, confidenceIn } from "./confidence.ts";
import { bestPath, runs } from "./decode.ts";
import { withoutDuplicates } from "./duplicates.ts";
import type { Lemmatiser } from "./lemmas.ts";
import type { PieceRange, ReaderModel } from "./model.ts";
import { parseSentence, type SentenceParser } from "./parse.ts";
import type { ModelSettings } from "./settings.ts";
import { wholeWords } from "./whole-words.ts";
import { cutWindows, type ReaderWindow } from "./windows.ts";
import type { Pieces, WordPiece } from "./wordpiece.ts";

export interface TrainedReaderParts {
  readonly model: ReaderModel;
  readonly settings: ModelSettings;
  readonly wordPiece: WordPiece;
  readonly lemmatise: Lemmatiser;
}

/** Tags of cues and of their roles that begin a span. */
const CUE = 1;
const SOURCE = 1;
const CONTENT = 3;

/**
 * The reader by the trained model: cues first, then for each cue its source and content, as semantic-role labellers find
 * the arguments of a predicate. It reads title and body, no other region, in overlapping windows, each alone, so that a
 * document's reading hangs on nothing but its text.
 */
export function createTrainedReader({ model, settings, wordPiece, lemmatise }: TrainedReaderParts): Reader {
  const identity: ReaderIdentity = { name: "trained", version: settings.version };
  const parser: SentenceParser = { model, wordPiece, labels: settings, lemmatise };
  return {
    identity,
    async read(document) {
      const regions = document.regions.filter(({ kind }) => kind === "body" || kind === "title");
      const sentences: CharSpan[] = [];
      for (const { start, end } of regions) {
        for (const sentence of splitSentences(document.text, start, end)) sentences.push(sentence);
      }
      const marksLost = areMarksLost(document, findQuotations(document.text, 0, document.text.length));
      const attributions: Attribution[] = [];
      for (const window of cutWindows(document.text, piecesIn(document, regions, wordPiece), settings)) {
        for (const found of await readWindow(document.text, marksLost, window, regions, model, settings.confidence)) {
          attributions.push(found);
        }
      }
      const parses: SentenceParse[] = [];
      for (const sentence of sentences) parses.push(await parseSpan(document.text, sentence, parser));
      return {
        document: document.id,
        reader: identity,
        sentences,
        attributions: withoutDuplicates(attributions),
        parses,
      };
    },
  };
}

/** A sentence is encoded by itself once more: among its neighbours it is parsed worse by up to 3.5 LAS. */
export async function parseSpan(text: string, sentence: CharSpan, parser: SentenceParser): Promise<SentenceParse> {
  const words = splitWords(text, sentence);
  const { tags, lemmas, heads, relations, entities } = await parseSentence(
    words.map((word) => textOf(text, word)),
    parser,
  );
  const tokens = words.map((word, at) => ({
    ...word,
    lemma: lemmas[at] ?? "_",
    upos: tags[at] ?? "X",
    head: (heads[at] ?? 0) - 1,
    relation: relations[at] ?? "dep",
  }));
  return { tokens, entities };
}

/** The pieces of the regions, with their offsets in the whole text. */
function piecesIn(document: Document, regions: readonly CharSpan[], wordPiece: WordPiece): Pieces {
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { start, end } of regions) {
    const pieces = wordPiece.encode(document.text.slice(start, end));
    pieces.ids.forEach((id, at) => {
      ids.push(id);
      starts.push(start + (pieces.starts[at] ?? 0));
      ends.push(start + (pieces.ends[at] ?? 0));
    });
  }
  return { ids, starts, ends };
}

async function readWindow(
  text: string,
  marksLost: boolean,
  window: ReaderWindow,
  regions: readonly CharSpan[],
  model: ReaderModel,
  confidence: Confidence,
): Promise<readonly Attribution[]> {
  const encoded = await model.encode(window.ids, window.shapes);
  const biased = encoded.cues.map((score, at) => (at % 3 === 0 ? score - confidence.cueBias : score));
  const { from, to } = window.core;
  const cues = runs(bestPath(biased, 3, [CUE]), CUE).filter(({ first }) => first >= from && first < to);
  if (cues.length === 0) return [];
  const found: Attribution[] = [];
  (await model.roles(encoded, cues)).forEach(({ tags, quotation }, row) => {
    const cue = cues[row];
    const path = bestPath(tags, 5, [SOURCE, CONTENT]);
    const [source, content] = [runs(path, SOURCE), runs(path, CONTENT)];
    if (cue === undefined || content.length === 0) return;
    const sighting = { cueScores: encoded.cues, roleScores: tags, cue, source, content };
    const probability = confidenceIn(sighting, confidence);
    if (probability < confidence.threshold) return;
    const spans = (ranges: readonly PieceRange[]): readonly CharSpan[] =>
      ranges.flatMap((range) => spansOf(text, window, range, regions));
    const [direct = 0, indirect = 0, mixed = 0] = quotation.map(Math.exp);
    const [first, ...others] = spans(content).map((span) => withoutEdge(text, span, marksLost && direct > indirect));
    if (first === undefined) return;
    found.push({
      source: spans(source),
      cue: spans([cue]),
      content: [first, ...others],
      quotation: { direct, indirect, mixed },
      confidence: probability,
    });
  });
  return found;
}

/** The whole words from a range's first piece to its last; two spans where the range crosses from one region into another. */
function spansOf(
  text: string,
  window: ReaderWindow,
  { first, last }: PieceRange,
  regions: readonly CharSpan[],
): readonly CharSpan[] {
  const { start, end } = wholeWords(text, window.starts[first] ?? 0, window.ends[last] ?? 0);
  return regions.flatMap((region) => {
    const span = trimSpan(text, Math.max(start, region.start), Math.min(end, region.end));
    return span === null ? [] : [span];
  });
}

/**
 * A content without the mark that opens the next quotation and without the comma before "she said", which PolNeAR's
 * coders leave outside. Inside quotation marks the comma belongs to the quotation, also where the marks are lost.
 */
function withoutEdge(text: string, span: CharSpan, isComma: boolean): CharSpan {
  const words = text.slice(span.start, span.end);
  const opener = /(?<=\S)\s+["“”'‘]{1,2}$/u.exec(words);
  const kept = opener === null ? words : words.slice(0, opener.index);
  const length = !isComma && /[^,\s],$/u.test(kept) ? kept.length - 1 : kept.length;
  return charSpan(span.start, span.start + length);
}
