/** Writes small ONNX files (protocol buffers, see onnx.proto), so that tests state their graphs and need no Python. */

type Bytes = readonly number[];
type Element = "float" | "int64";
const ELEMENT = { float: 1, int64: 7 } as const;

export interface Value {
  readonly name: string;
  readonly type: Element;
  /** A name stands for a size not known beforehand. */
  readonly shape: readonly (number | string)[];
}

export interface Constant {
  readonly name: string;
  readonly type: Element;
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

export interface Node {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, number>>;
}

export interface Graph {
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
  readonly constants: readonly Constant[];
  readonly nodes: readonly Node[];
}

export function onnxFile(graph: Graph): Uint8Array {
  const body = [
    ...graph.nodes.flatMap((node) => message(1, nodeBytes(node))),
    ...text(2, "tiny"),
    ...graph.constants.flatMap((constant) => message(5, constantBytes(constant))),
    ...graph.inputs.flatMap((value) => message(11, valueBytes(value))),
    ...graph.outputs.flatMap((value) => message(12, valueBytes(value))),
  ];
  const operators = [...text(1, ""), ...integer(2, 17)];
  return Uint8Array.from([...integer(1, 8), ...message(7, body), ...message(8, operators)]);
}

const nodeBytes = ({ op, inputs, outputs, attributes = {} }: Node): Bytes => [
  ...inputs.flatMap((name) => text(1, name)),
  ...outputs.flatMap((name) => text(2, name)),
  ...text(4, op),
  ...Object.entries(attributes).flatMap(([name, value]) =>
    message(5, [...text(1, name), ...integer(3, value), ...integer(20, 2)]),
  ),
];

const constantBytes = ({ name, type, shape, values }: Constant): Bytes => [
  ...shape.flatMap((size) => integer(1, size)),
  ...integer(2, ELEMENT[type]),
  ...text(8, name),
  ...message(
    9,
    new Uint8Array((type === "float" ? Float32Array.from(values) : BigInt64Array.from(values, BigInt)).buffer),
  ),
];

const valueBytes = ({ name, type, shape }: Value): Bytes => {
  const sizes = shape.flatMap((size) => message(1, typeof size === "number" ? integer(1, size) : text(2, size)));
  return [...text(1, name), ...message(2, message(1, [...integer(1, ELEMENT[type]), ...message(2, sizes)]))];
};

const message = (field: number, bytes: Iterable<number>): Bytes => {
  const all = [...bytes];
  return [...varint((field << 3) | 2), ...varint(all.length), ...all];
};

const text = (field: number, value: string): Bytes => message(field, new TextEncoder().encode(value));

const integer = (field: number, value: number): Bytes => [...varint(field << 3), ...varint(value)];

function varint(value: number): Bytes {
  const bytes: number[] = [];
  for (let rest = BigInt.asUintN(64, BigInt(value)); ; rest >>= 7n) {
    if (rest < 128n) return [...bytes, Number(rest)];
    bytes.push(Number(rest & 127n) | 128);
  }
}
