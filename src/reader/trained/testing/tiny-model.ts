import { HIDDEN } from "../model.ts";
import type { GraphName } from "../onnx-model.ts";
import type { ModelSettings } from "../settings.ts";
import { type Constant, onnxFile, type Value } from "./onnx-file.ts";

/** Settings and graphs with the inputs and outputs of the real model, whose outputs can be told by hand. */
export const settings: ModelSettings = {
  version: 1,
  start: 101,
  end: 102,
  unknown: 100,
  core: 208,
  left: 56,
  right: 40,
  tags: ["NOUN", "VERB"],
  relations: ["root", "nsubj", "obj"],
  entities: ["person", "place"],
  files: {},
  entityMargin: 0,
  confidence: { cueBias: 0, threshold: 0, intercept: 0, weights: [0, 0, 0, 0, 0, 0, 0, 0, 0] },
};

const floats = (name: string, ...shape: readonly (number | string)[]): Value => ({ name, type: "float", shape });
const whole = (name: string, ...shape: readonly string[]): Value => ({ name, type: "int64", shape });
const constant = (name: string, shape: readonly number[], values: readonly number[]): Constant => ({
  name,
  type: "float",
  shape,
  values,
});
const indices = (name: string, ...values: readonly number[]): Constant => ({
  name,
  type: "int64",
  shape: [values.length],
  values,
});

/**
 * hidden: each piece's id; cues: its id times 1, 2 and 3; tags: the sum of all ids, of the marks too, and the piece's
 * shape.
 */
const encoder = onnxFile({
  inputs: [whole("ids", "all"), whole("shapes", "all")],
  outputs: [floats("hidden", "pieces", HIDDEN), floats("cues", "pieces", 3), floats("tags", "pieces", 2)],
  constants: [
    indices("one", 1),
    indices("last", -1),
    indices("first", 0),
    constant("everywhere", [1, HIDDEN], Array(HIDDEN).fill(1)),
    constant("steps", [1, 3], [1, 2, 3]),
    constant("zero", [1, 1], [0]),
  ],
  nodes: [
    { op: "Cast", inputs: ["ids"], outputs: ["all"], attributes: { to: 1 } },
    { op: "Cast", inputs: ["shapes"], outputs: ["forms"], attributes: { to: 1 } },
    { op: "Slice", inputs: ["all", "one", "last"], outputs: ["inner"] },
    { op: "Slice", inputs: ["forms", "one", "last"], outputs: ["innerForms"] },
    { op: "Unsqueeze", inputs: ["inner", "last"], outputs: ["column"] },
    { op: "Unsqueeze", inputs: ["innerForms", "last"], outputs: ["formColumn"] },
    { op: "MatMul", inputs: ["column", "everywhere"], outputs: ["hidden"] },
    { op: "MatMul", inputs: ["column", "steps"], outputs: ["cues"] },
    { op: "ReduceSum", inputs: ["all", "first"], outputs: ["sum"], attributes: { keepdims: 1 } },
    { op: "Mul", inputs: ["column", "zero"], outputs: ["zeros"] },
    { op: "Add", inputs: ["zeros", "sum"], outputs: ["sums"] },
    { op: "Concat", inputs: ["sums", "formColumn"], outputs: ["tags"], attributes: { axis: 1 } },
  ],
});

/** roles: each piece's bucket of distance, in all five tags; quotation: the sum of the hidden states of the cue. */
const roles = onnxFile({
  inputs: [floats("hidden", "pieces", HIDDEN), floats("cue", "cues", "pieces"), whole("distance", "cues", "pieces")],
  outputs: [floats("roles", "cues", "pieces", 5), floats("quotation", "cues", 3)],
  constants: [
    indices("last", -1),
    constant("five", [1, 5], Array(5).fill(1)),
    constant("mean", [HIDDEN, 3], Array(HIDDEN * 3).fill(1 / HIDDEN)),
  ],
  nodes: [
    { op: "Cast", inputs: ["distance"], outputs: ["away"], attributes: { to: 1 } },
    { op: "Unsqueeze", inputs: ["away", "last"], outputs: ["column"] },
    { op: "MatMul", inputs: ["column", "five"], outputs: ["roles"] },
    { op: "MatMul", inputs: ["cue", "hidden"], outputs: ["pooled"] },
    { op: "MatMul", inputs: ["pooled", "mean"], outputs: ["quotation"] },
  ],
});

/** arcs: 0 for the root, else the product of the two words; entities: that product, for each type. */
const parse = onnxFile({
  inputs: [floats("words", "words", HIDDEN)],
  outputs: [floats("arcs", "words", "heads"), floats("entities", "words", "words", 3)],
  constants: [
    indices("last", -1),
    constant("root", [1, HIDDEN], Array(HIDDEN).fill(0)),
    constant("scale", [1], [1 / HIDDEN]),
    constant("three", [1, 3], Array(3).fill(1)),
  ],
  nodes: [
    { op: "Concat", inputs: ["root", "words"], outputs: ["heads"], attributes: { axis: 0 } },
    { op: "Transpose", inputs: ["heads"], outputs: ["turned"] },
    { op: "MatMul", inputs: ["words", "turned"], outputs: ["products"] },
    { op: "Mul", inputs: ["products", "scale"], outputs: ["arcs"] },
    { op: "Transpose", inputs: ["words"], outputs: ["turnedWords"] },
    { op: "MatMul", inputs: ["words", "turnedWords"], outputs: ["wordProducts"] },
    { op: "Mul", inputs: ["wordProducts", "scale"], outputs: ["spans"] },
    { op: "Unsqueeze", inputs: ["spans", "last"], outputs: ["column"] },
    { op: "MatMul", inputs: ["column", "three"], outputs: ["entities"] },
  ],
});

/** relations: the word plus its head's number, in all three. */
const relations = onnxFile({
  inputs: [floats("words", "words", HIDDEN), whole("heads", "words")],
  outputs: [floats("relations", "words", 3)],
  constants: [indices("last", -1), constant("mean", [HIDDEN, 3], Array(HIDDEN * 3).fill(1 / HIDDEN))],
  nodes: [
    { op: "MatMul", inputs: ["words", "mean"], outputs: ["means"] },
    { op: "Cast", inputs: ["heads"], outputs: ["numbers"], attributes: { to: 1 } },
    { op: "Unsqueeze", inputs: ["numbers", "last"], outputs: ["column"] },
    { op: "Add", inputs: ["means", "column"], outputs: ["relations"] },
  ],
});

export const tinyGraphs: Readonly<Record<GraphName, Uint8Array>> = { encoder, roles, parse, relations };
