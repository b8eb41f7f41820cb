import type { OnnxGraph, OnnxInput, OnnxRuntime } from "../../reader/trained/onnx-model.ts";

/** What both packages export and what is used of it; they share these types. */
type OrtModule = Pick<typeof import("onnxruntime-web"), "InferenceSession" | "Tensor" | "env">;
type Session = Awaited<ReturnType<OrtModule["InferenceSession"]["create"]>>;
type SessionOptions = NonNullable<Parameters<OrtModule["InferenceSession"]["create"]>[1]>;

/** One thread and one order of steps, so that the same input gives the same output. */
const common: SessionOptions = {
  executionMode: "sequential",
  graphOptimizationLevel: "all",
  logSeverityLevel: 3,
  enableMemPattern: false, // a pattern is kept for every length of input seen
};

/**
 * onnxruntime-node.
 * @throws whatever the import throws: it is an optional dependency, and npm leaves it out where its script fails.
 */
export async function loadNativeRuntime(): Promise<OnnxRuntime> {
  const name: string = "onnxruntime-node"; // not a literal: Parley must compile where the package was left out
  const ort: OrtModule = await import(name);
  ort.env.logLevel = "error"; // else it warns of graphics cards that it did not find
  const options: SessionOptions = {
    ...common,
    executionProviders: ["cpu"],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  };
  return runtime(ort, "native", ort.env.versions.node ?? "unknown", options);
}

/** onnxruntime-web, whose WebAssembly file lies in its package: nothing is fetched. */
export async function loadWasmRuntime(): Promise<OnnxRuntime> {
  const ort: OrtModule = await import("onnxruntime-web");
  ort.env.logLevel = "error";
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.proxy = false;
  return runtime(ort, "wasm", ort.env.versions.web ?? "unknown", { ...common, executionProviders: ["wasm"] });
}

function runtime(ort: OrtModule, kind: OnnxRuntime["kind"], version: string, options: SessionOptions): OnnxRuntime {
  return {
    kind,
    version,
    open: async (bytes) => asGraph(ort, await ort.InferenceSession.create(bytes, options)),
  };
}

function asGraph({ Tensor }: OrtModule, session: Session): OnnxGraph {
  const tensor = ({ data, shape }: OnnxInput) =>
    data instanceof Float32Array ? new Tensor("float32", data, shape) : new Tensor("int64", data, shape);
  return {
    inputs: session.inputNames,
    outputs: session.outputNames,
    async run(feeds) {
      const given = Object.entries(feeds).map(([name, input]) => [name, tensor(input)] as const);
      const outputs = Object.entries(await session.run(Object.fromEntries(given)));
      return Object.fromEntries(outputs.map(([name, { data }]) => [name, asFloats(name, data)]));
    },
    release: () => session.release(),
  };
}

function asFloats(name: string, data: unknown): Float32Array {
  if (data instanceof Float32Array) return data;
  throw new TypeError(`the output ${name} is not of 32-bit floats`);
}
