import { ParleyError } from "../../text/errors.ts";
import {
  type CueRoles,
  type EncodedWindow,
  HIDDEN,
  type PieceRange,
  type ReaderModel,
  type SentenceScores,
} from "./model.ts";
import type { ModelSettings } from "./settings.ts";

/** What runs graphs. onnxruntime-node and onnxruntime-web both can; which is loaded is for whoever has a disk to say. */
export interface OnnxRuntime {
  readonly kind: "native" | "wasm";
  readonly version: string;
  /** @throws whatever the runtime throws where the bytes are no graph that it can run. */
  open(graph: Uint8Array): Promise<OnnxGraph>;
}

/** A graph ready to run, on one thread, so that the same input gives the same output. */
export interface OnnxGraph {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  run(feeds: Readonly<Record<string, OnnxInput>>): Promise<Readonly<Record<string, Float32Array>>>;
  release(): Promise<void>;
}

/** Row-major. */
export interface OnnxInput {
  readonly data: Float32Array | BigInt64Array;
  readonly shape: readonly number[];
}

const signatures = {
  encoder: { inputs: ["ids", "shapes"], outputs: ["hidden", "cues", "tags"] },
  roles: { inputs: ["hidden", "cue", "distance"], outputs: ["roles", "quotation"] },
  parse: { inputs: ["words"], outputs: ["arcs", "entities"] },
  relations: { inputs: ["words", "heads"], outputs: ["relations"] },
} as const;

export type GraphName = keyof typeof signatures;
export const graphNames = Object.keys(signatures) as readonly GraphName[];

export interface OnnxModel extends ReaderModel {
  readonly runtime: { readonly kind: OnnxRuntime["kind"]; readonly version: string };
  /** Time spent inside the runtime so far; 0 where no clock was given. */
  readonly seconds: number;
  /** Frees the graphs. The model must not be used afterwards. */
  release(): Promise<void>;
}

export interface OnnxModelParts {
  readonly runtime: OnnxRuntime;
  /** The bytes of a graph. Those that parse are asked for at the first sentence to be parsed. */
  readonly readGraph: (name: GraphName) => Promise<Uint8Array>;
  readonly settings: ModelSettings;
  /** Milliseconds from any beginning, such as `performance.now`. */
  readonly clock?: () => number;
}

/** Cues asked about in one call: a hostile window may be all cues, and what a call holds grows with their number. */
const CUES_PER_CALL = 32;
const [CUE_TAGS, ROLE_TAGS, QUOTATIONS] = [3, 5, 3];

/** @throws ParleyError PARLEY_MODEL_INVALID where a graph cannot be opened or is not the one the settings describe. */
export async function createOnnxModel({
  runtime,
  readGraph,
  settings,
  clock = () => 0,
}: OnnxModelParts): Promise<OnnxModel> {
  const opened = new Map<GraphName, Promise<OnnxGraph>>();
  let milliseconds = 0;

  function graph(name: GraphName): Promise<OnnxGraph> {
    const known = opened.get(name);
    if (known) return known;
    const opening = readGraph(name).then((bytes) => openGraph(runtime, `${name}.onnx`, bytes, signatures[name]));
    opened.set(name, opening);
    return opening;
  }

  async function run<Name extends GraphName>(
    name: Name,
    feeds: Readonly<Record<(typeof signatures)[Name]["inputs"][number], OnnxInput>>,
    sizes: Readonly<Record<(typeof signatures)[Name]["outputs"][number], number>>,
  ): Promise<Readonly<Record<(typeof signatures)[Name]["outputs"][number], Float32Array>>> {
    const ready = await graph(name);
    const before = clock();
    const outputs = await ready.run(feeds);
    milliseconds += clock() - before;
    for (const [output, size] of Object.entries<number>(sizes)) checkSize(name, output, outputs[output], size);
    return outputs as Readonly<Record<keyof typeof sizes, Float32Array>>; // each was seen by checkSize
  }

  await Promise.all([graph("encoder"), graph("roles")]);
  return {
    runtime: { kind: runtime.kind, version: runtime.version },
    get seconds() {
      return milliseconds / 1000;
    },

    async encode(ids, shapes) {
      const length = ids.length;
      if (shapes.length !== length) throw new RangeError(`${shapes.length} shapes for ${length} pieces`);
      if (length === 0) return { length, hidden: none(), cues: none(), tags: none() };
      const feeds = {
        ids: vector([settings.start, ...ids, settings.end]),
        shapes: vector([0, ...shapes, 0]),
      };
      const sizes = { hidden: length * HIDDEN, cues: length * CUE_TAGS, tags: length * settings.tags.length };
      const { hidden, cues, tags } = await run("encoder", feeds, sizes);
      return { length, hidden, cues, tags };
    },

    async roles(window, cues) {
      const found: CueRoles[] = [];
      for (let at = 0; at < cues.length; at += CUES_PER_CALL) {
        const some = cues.slice(at, at + CUES_PER_CALL);
        const sizes = { roles: some.length * window.length * ROLE_TAGS, quotation: some.length * QUOTATIONS };
        const { roles, quotation } = await run("roles", roleFeeds(window, some), sizes);
        for (let row = 0; row < some.length; row++) {
          found.push({
            tags: rowOf(roles, row, window.length * ROLE_TAGS),
            quotation: rowOf(quotation, row, QUOTATIONS),
          });
        }
      }
      return found;
    },

    async parse(words): Promise<SentenceScores> {
      const length = wordCount(words);
      if (length === 0) return { arcs: none(), entities: none() };
      const sizes = { arcs: length * (1 + length), entities: length * length * (1 + settings.entities.length) };
      const { arcs, entities } = await run("parse", { words: { data: words, shape: [length, HIDDEN] } }, sizes);
      return { arcs, entities };
    },

    async relations(words, heads) {
      const length = wordCount(words);
      if (heads.length !== length) throw new RangeError(`${heads.length} heads for ${length} words`);
      if (length === 0) return none();
      const feeds = { words: { data: words, shape: [length, HIDDEN] }, heads: vector(heads) };
      return (await run("relations", feeds, { relations: length * settings.relations.length })).relations;
    },

    async release() {
      for (const each of await Promise.allSettled(opened.values())) {
        if (each.status === "fulfilled") await each.value.release();
      }
    },
  };
}

/**
 * @param file its name, for messages.
 * @throws ParleyError PARLEY_MODEL_INVALID where the bytes are no graph, or one of other inputs and outputs.
 */
export async function openGraph(
  runtime: OnnxRuntime,
  file: string,
  bytes: Uint8Array,
  { inputs, outputs }: Pick<OnnxGraph, "inputs" | "outputs">,
): Promise<OnnxGraph> {
  const graph = await runtime.open(bytes).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ParleyError("PARLEY_MODEL_INVALID", `${file} cannot be opened: ${reason}`, { cause });
  });
  if (sameNames(graph.inputs, inputs) && sameNames(graph.outputs, outputs)) return graph;
  const accepted = `${inputs.join(", ")} → ${outputs.join(", ")}`;
  const found = `${graph.inputs.join(", ")} → ${graph.outputs.join(", ")}`;
  throw new ParleyError("PARLEY_MODEL_INVALID", `${file}: found ${found}, accepted: ${accepted}`);
}

const sameNames = (found: readonly string[], accepted: readonly string[]): boolean =>
  found.length === accepted.length && accepted.every((name) => found.includes(name));

function checkSize(graph: GraphName, output: string, values: Float32Array | undefined, size: number): void {
  if (values?.length === size) return;
  throw new ParleyError(
    "PARLEY_MODEL_INVALID",
    `${graph}.onnx gave ${values?.length ?? "no"} values of ${output}, expected ${size} by the labels of reader.json`,
  );
}

function roleFeeds(window: EncodedWindow, cues: readonly PieceRange[]) {
  const shape = [cues.length, window.length];
  const cue = new Float32Array(cues.length * window.length);
  const distance = new BigInt64Array(cues.length * window.length);
  cues.forEach(({ first, last }, row) => {
    if (!(first >= 0 && first <= last && last < window.length)) {
      throw new RangeError(`a cue from piece ${first} to ${last} in a window of ${window.length}`);
    }
    cue.fill(1, row * window.length + first, row * window.length + last + 1);
    for (let at = 0; at < window.length; at++) {
      distance[row * window.length + at] = BigInt(distanceBucket(at, { first, last }));
    }
  });
  return {
    hidden: { data: window.hidden, shape: [window.length, HIDDEN] },
    cue: { data: cue, shape },
    distance: { data: distance, shape },
  };
}

/**
 * The distances at which buckets 8 to 31 begin: ⌊8 + 4 log2(distance / 8)⌋, so that four of them double the distance.
 * A table, because a logarithm may be rounded otherwise elsewhere; made with `distances` in training/model.py.
 */
const BUCKET_STARTS = [
  8, 10, 12, 14, 16, 20, 23, 27, 32, 39, 46, 54, 64, 77, 91, 108, 128, 153, 182, 216, 256, 305, 363, 431,
];
const BEHIND = 32;

/** How far a piece is from a cue: 0 in it, 1 to 31 before it, 32 more behind it. */
export function distanceBucket(piece: number, cue: PieceRange): number {
  if (piece < cue.first) return bucket(cue.first - piece);
  return piece > cue.last ? BEHIND + bucket(piece - cue.last) : 0;
}

function bucket(away: number): number {
  if (away < 8) return away;
  const next = BUCKET_STARTS.findIndex((start) => start > away);
  return next === -1 ? 7 + BUCKET_STARTS.length : 7 + next;
}

const vector = (values: readonly number[]): OnnxInput => ({
  data: BigInt64Array.from(values, BigInt),
  shape: [values.length],
});

const rowOf = (values: Float32Array, row: number, size: number): Float32Array =>
  values.subarray(row * size, (row + 1) * size);

const none = (): Float32Array => new Float32Array(0);

function wordCount(words: Float32Array): number {
  const length = words.length / HIDDEN;
  if (Number.isInteger(length)) return length;
  throw new RangeError(`${words.length} values are no whole number of words of ${HIDDEN}`);
}
