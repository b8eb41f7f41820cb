import { ParleyError } from "../../text/errors.ts";
import { type SentenceEncoder, VECTOR_SIZE } from "../sentence-encoder.ts";
import { type OnnxGraph, type OnnxRuntime, openGraph } from "./onnx-model.ts";
import type { SentenceSettings } from "./sentence-settings.ts";
import type { WordPiece } from "./wordpiece.ts";

export interface SentenceEncoderParts {
  /** As `openSentenceGraph` gives it. */
  readonly graph: OnnxGraph;
  readonly wordPiece: WordPiece;
  readonly settings: SentenceSettings;
}

/** @throws ParleyError PARLEY_MODEL_INVALID where the bytes are no graph that gives vectors. */
export const openSentenceGraph = (runtime: OnnxRuntime, bytes: Uint8Array): Promise<OnnxGraph> =>
  openGraph(runtime, "sentences/encoder.onnx", bytes, { inputs: ["ids"], outputs: ["vector"] });

/**
 * Encodes each text in a call of its own: int8 activations are scaled over what a call holds, and in a batch one text
 * would change another's vector.
 * @throws ParleyError PARLEY_MODEL_INVALID, when encoding, where the graph gives vectors of another length.
 */
export function createSentenceEncoder({ graph, wordPiece, settings }: SentenceEncoderParts): SentenceEncoder {
  const { start, end, longest } = settings;

  async function vectorOf(text: string): Promise<Float32Array> {
    const pieces = wordPiece.encode(text).ids.slice(0, longest - 2);
    if (pieces.length === 0) return new Float32Array(VECTOR_SIZE);
    const data = BigInt64Array.from([start, ...pieces, end], BigInt);
    const { vector } = await graph.run({ ids: { data, shape: [data.length] } });
    if (vector?.length === VECTOR_SIZE) return vector;
    const found = `${vector?.length ?? "no"} values of vector`;
    throw new ParleyError("PARLEY_MODEL_INVALID", `sentences/encoder.onnx gave ${found}, expected ${VECTOR_SIZE}`);
  }

  return {
    async encode(texts) {
      const vectors: Float32Array[] = [];
      for (const text of texts) vectors.push(await vectorOf(text));
      return vectors;
    },
  };
}
