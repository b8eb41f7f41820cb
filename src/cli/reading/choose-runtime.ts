import type { OnnxRuntime } from "../../reader/trained/onnx-model.ts";
import { ParleyError } from "../../text/errors.ts";
import { loadNativeRuntime, loadWasmRuntime } from "./onnx-runtime.ts";

export interface RuntimeLoaders {
  readonly native: () => Promise<OnnxRuntime>;
  readonly wasm: () => Promise<OnnxRuntime>;
}

export interface RuntimeChoice {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly loaders?: RuntimeLoaders;
}

export interface Started<Model> {
  readonly model: Model;
  /** Why onnxruntime-web runs the model though nobody asked for it; null where that is not so. */
  readonly fallback: string | null;
}

export const runtimePackages = { native: "onnxruntime-node", wasm: "onnxruntime-web" } as const;
const systemLoaders: RuntimeLoaders = { native: loadNativeRuntime, wasm: loadWasmRuntime };

/**
 * Starts a model with onnxruntime-node and where that cannot be with onnxruntime-web, or with the one that PARLEY_ONNX
 * names.
 * @throws ParleyError PARLEY_MODEL_RUNTIME, PARLEY_OPTION_INVALID, or what `start` throws.
 */
export async function startModel<Model>(
  start: (runtime: OnnxRuntime) => Promise<Model>,
  { env = process.env, loaders = systemLoaders }: RuntimeChoice,
): Promise<Started<Model>> {
  const startWith = async (kind: OnnxRuntime["kind"]): Promise<Model> => start(await load(kind, loaders));
  const wanted = wantedRuntime(env.PARLEY_ONNX);
  if (wanted !== null) return { model: await startWith(wanted), fallback: null };
  try {
    return { model: await startWith("native"), fallback: null };
  } catch (error) {
    if (!(error instanceof ParleyError) || error.code === "PARLEY_MODEL_MISSING") throw error;
    const model = await startWith("wasm").catch((second: unknown) => {
      // where both refuse a graph the first has said why; where the first was not there, the second has
      throw error.code === "PARLEY_MODEL_INVALID" ? error : second;
    });
    return { model, fallback: error.message };
  }
}

/**
 * The runtime that PARLEY_ONNX asks for, null where it leaves the choice.
 * @throws ParleyError PARLEY_OPTION_INVALID
 */
function wantedRuntime(value: string | undefined): OnnxRuntime["kind"] | null {
  if (value === undefined || value === "") return null;
  if (value === "native" || value === "wasm") return value;
  throw new ParleyError("PARLEY_OPTION_INVALID", `PARLEY_ONNX is "${value}": expected native or wasm`);
}

async function load(kind: OnnxRuntime["kind"], loaders: RuntimeLoaders): Promise<OnnxRuntime> {
  try {
    return await loaders[kind]();
  } catch (cause) {
    const [reason = ""] = (cause instanceof Error ? cause.message : String(cause)).split("\n");
    throw new ParleyError("PARLEY_MODEL_RUNTIME", `${runtimePackages[kind]} cannot be loaded: ${reason}`, { cause });
  }
}
