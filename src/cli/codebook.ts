import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { type ActorBase, type Person, parseActorBase } from "../coding/actor/actor-base.ts";
import { ParleyError } from "../text/errors.ts";
import { packageRoot } from "./package-root.ts";

/**
 * A file of `codebook/`, as YAML or JSON gives it; whoever asks validates it.
 * @throws ParleyError PARLEY_CODEBOOK_INVALID where it is missing or not YAML.
 */
export function readCodebookFile(name: string): unknown {
  return reading(name, (path) => parse(readFileSync(path, "utf8")));
}

/** Actors beyond those of `codebook/actors/`; plain data, so that a worker thread can be given it. */
export interface FurtherActors {
  /** YAML with lists of countries, organizations and groups as in `codebook/actors/`, and persons: the name of a CSV beside it. */
  readonly file: string | null;
  /** As they were imported into a ledger. */
  readonly persons: readonly Person[];
}

export const noFurtherActors: FurtherActors = { file: null, persons: [] };

/**
 * The actor base of `codebook/actors/` with further actors, of which those with an id that the base has take its place.
 * @throws ParleyError PARLEY_CODEBOOK_INVALID where a file is missing or at fault.
 */
export function readActorBase({ file, persons }: FurtherActors = noFurtherActors): ActorBase {
  const files = reading("actors/persons", (path) => readdirSync(path).filter((name) => name.endsWith(".csv")));
  const further = file === null ? null : readFurther(file);
  const both = (name: "countries" | "organizations" | "groups"): unknown =>
    joined(readCodebookFile(`actors/${name}.yaml`), name, further?.[name]);
  const base = parseActorBase({
    about: readCodebookFile("actors/about.yaml"),
    countries: both("countries"),
    organizations: both("organizations"),
    groups: both("groups"),
    persons: [
      ...files.sort().map((name) => ({
        file: `persons/${name}`,
        text: reading(`actors/persons/${name}`, (path) => readFileSync(path, "utf8")),
      })),
      ...(further?.persons ?? []),
    ],
  });
  const imported = new Set(persons.map(({ id }) => id));
  return { ...base, persons: [...base.persons.filter(({ id }) => !imported.has(id)), ...persons] };
}

interface FurtherFile {
  readonly countries: readonly unknown[];
  readonly organizations: readonly unknown[];
  readonly groups: readonly unknown[];
  readonly persons: readonly { readonly file: string; readonly text: string }[];
}

function readFurther(file: string): FurtherFile {
  try {
    const yaml: unknown = parse(readFileSync(file, "utf8"));
    const fields: Readonly<Record<string, unknown>> = typeof yaml === "object" && yaml !== null ? { ...yaml } : {};
    const listOf = (name: string): readonly unknown[] => {
      const value = fields[name] ?? [];
      if (!Array.isArray(value)) throw new Error(`${name}: expected a list`);
      return value;
    };
    const { persons } = fields;
    if (persons !== undefined && typeof persons !== "string")
      throw new Error("persons: expected the name of a CSV file");
    const csv = persons === undefined ? [] : [join(dirname(file), persons)];
    return {
      countries: listOf("countries"),
      organizations: listOf("organizations"),
      groups: listOf("groups"),
      persons: csv.map((path) => ({ file: path, text: readFileSync(path, "utf8") })),
    };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ParleyError("PARLEY_CODEBOOK_INVALID", `${file}: ${reason}`, { cause });
  }
}

function joined(base: unknown, name: string, further: readonly unknown[] = []): unknown {
  if (further.length === 0 || typeof base !== "object" || base === null) return base;
  const own: unknown = name in base ? base[name as keyof typeof base] : [];
  return { [name]: Array.isArray(own) ? [...own, ...further] : own };
}

function reading<T>(name: string, read: (path: string) => T): T {
  const path = join(packageRoot, "codebook", name);
  try {
    return read(path);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ParleyError("PARLEY_CODEBOOK_INVALID", `${path}: ${reason}`, { cause });
  }
}
