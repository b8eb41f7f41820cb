import { ParleyError } from "../../text/errors.ts";
import type { PieceRange } from "./model.ts";

/** How scores become the probability of a statement: logistic regression, fitted by training/calibrate.py. */
export interface Confidence {
  /** Cues are looked for as if "no cue" were this much less likely, in nats. */
  readonly cueBias: number;
  /** What is less probable than this is not reported. */
  readonly threshold: number;
  readonly intercept: number;
  /** One for each feature of `evidenceFor`, in its order. */
  readonly weights: readonly number[];
}

const FEATURES = 9;
/** Log probabilities are not taken lower: beyond this they tell nothing more. */
const LEAST = -12;

/** @throws ParleyError PARLEY_MODEL_INVALID */
export function parseConfidence(json: unknown): Confidence {
  const file: Readonly<Record<string, unknown>> = typeof json === "object" && json !== null ? { ...json } : {};
  const weights: readonly unknown[] = Array.isArray(file.weights) ? file.weights : [];
  if (weights.length !== FEATURES) fail("weights", `${weights.length} numbers`, `${FEATURES}`);
  return {
    cueBias: number(file.cueBias, "cueBias"),
    threshold: number(file.threshold, "threshold"),
    intercept: number(file.intercept, "intercept"),
    weights: weights.map((weight, at) => number(weight, `weights[${at}]`)),
  };
}

function number(value: unknown, place: string): number {
  return typeof value === "number" && Number.isFinite(value) ? value : fail(place, typeof value, "a number");
}

function fail(place: string, found: string, accepted: string): never {
  const message = `reader.json, confidence.${place}: found ${found}, accepted: ${accepted}`;
  throw new ParleyError("PARLEY_MODEL_INVALID", message);
}

/** What the reader saw of a statement: log probabilities of cue tags [piece, 3] and role tags [piece, 5] in its window. */
export interface Sighting {
  readonly cueScores: Float32Array;
  readonly roleScores: Float32Array;
  readonly cue: PieceRange;
  readonly source: readonly PieceRange[];
  readonly content: readonly PieceRange[];
}

/** Probability, 0 to 1, that these spans are one attribution. */
export function confidenceIn(sighting: Sighting, { intercept, weights }: Confidence): number {
  const sum = evidenceFor(sighting).reduce((total, value, at) => total + value * (weights[at] ?? 0), intercept);
  return 1 / (1 + Math.exp(-sum));
}

/** The features of the regression; the twin of `features_of` in training/calibrate.py. */
function evidenceFor({ cueScores, roleScores, cue, source, content }: Sighting): readonly number[] {
  const length = roleScores.length / 5;
  const cueTag = (piece: number, tag: number): number => Math.exp(cueScores[piece * 3 + tag] ?? LEAST);
  const role = (piece: number, tag: number): number => Math.exp(roleScores[piece * 5 + tag] ?? LEAST);
  const inside = piecesOf(content);
  const ends = content.filter(({ last }) => last + 1 < length).map(({ last }) => log(1 - role(last + 1, 4)));
  let likeliestSource = 0;
  for (let piece = 0; piece < length; piece++) likeliestSource = Math.max(likeliestSource, role(piece, 1));
  return [
    mean(piecesOf([cue]).map((piece) => log(1 - cueTag(piece, 0)))),
    log(cueTag(cue.first, 1)),
    mean(inside.map((piece) => log(role(piece, 3) + role(piece, 4)))),
    Math.min(...content.map(({ first }) => log(role(first, 3)))),
    Math.min(0, ...ends),
    source.length > 0 ? 0 : log(1 - likeliestSource) - 1,
    source.length > 0 ? mean(piecesOf(source).map((piece) => log(role(piece, 1) + role(piece, 2)))) : 0,
    Math.log(inside.length),
    content.length - 1,
  ];
}

const log = (probability: number): number => Math.max(LEAST, Math.log(Math.max(probability, 1e-30)));

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const piecesOf = (ranges: readonly PieceRange[]): readonly number[] =>
  ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
