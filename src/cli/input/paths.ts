import { readdir, stat } from "node:fs/promises";
import { glob, isDynamicPattern } from "tinyglobby";
import { ParleyError } from "../../text/errors.ts";
import { failureOf, shownPath } from "./failures.ts";
import { formatOfName, isSidecarName } from "./format.ts";

/** What the paths of a command line name, in a fixed order. */
export type Listed =
  /** `named`: given as it stands, so that an ending Parley does not know is an error and no ending is no matter. */
  | { readonly kind: "file"; readonly path: string; readonly named: boolean }
  | { readonly kind: "stdin" }
  /** Found in a folder or by a pattern, and not for us. */
  | { readonly kind: "skipped"; readonly path: string; readonly reason: "ending" | "seen" }
  | { readonly kind: "failed"; readonly path: string; readonly error: ParleyError };

/**
 * Files, folders (all the way down, names in code unit order), patterns that the shell left alone, and `-`. Hidden
 * entries are left out; a folder that symbolic links lead to twice is read once.
 */
export async function* listInputs(paths: readonly string[]): AsyncGenerator<Listed> {
  for (const path of paths) {
    if (path === "-") yield { kind: "stdin" };
    else yield* listPath(path);
  }
}

async function* listPath(path: string): AsyncGenerator<Listed> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) yield* notEmpty(path, listFolder(path));
    else yield { kind: "file", path, named: true };
  } catch (error) {
    if (isDynamicPattern(path)) yield* listPattern(path);
    else yield { kind: "failed", path, error: failureOf(path, error) };
  }
}

async function* listPattern(pattern: string): AsyncGenerator<Listed> {
  const absolute = pattern.startsWith("/");
  const paths = await glob(pattern, { absolute, followSymbolicLinks: false }).catch(() => []); // too long, or no pattern
  if (paths.length === 0) {
    const error = new ParleyError("PARLEY_INPUT_MISSING", `${shownPath(pattern)}: no file matches`);
    yield { kind: "failed", path: pattern, error };
    return;
  }
  yield* notEmpty(pattern, paths.sort(byCodeUnit).map(listFound));
}

/** Passes on what was listed, and says so if no file was among it. */
async function* notEmpty(path: string, listed: AsyncIterable<Listed> | Iterable<Listed>): AsyncGenerator<Listed> {
  let useful = 0;
  let skipped = 0;
  for await (const item of listed) {
    if (item.kind === "skipped") skipped++;
    else useful++;
    yield item;
  }
  if (useful > 0) return;
  const message = `${shownPath(path)}: holds no file that Parley reads (${skipped} with other endings)`;
  yield { kind: "failed", path, error: new ParleyError("PARLEY_INPUT_MISSING", message) };
}

const listFound = (path: string): Listed => {
  const format = formatOfName(path);
  if (isSidecarName(path) || format === "none" || format === "other")
    return { kind: "skipped", path, reason: "ending" };
  return { kind: "file", path, named: false };
};

async function* listFolder(folder: string): AsyncGenerator<Listed> {
  const seen = new Set<string>();
  const waiting = [folder]; // a stack, next entry last; folders end in "/" unless given without
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (path !== folder && !path.endsWith("/")) {
      yield listFound(path);
      continue;
    }
    try {
      if (await isSeen(path, seen)) yield { kind: "skipped", path, reason: "seen" };
      else for (const entry of (await entriesOf(path)).reverse()) waiting.push(entry);
    } catch (error) {
      yield { kind: "failed", path, error: failureOf(path, error) };
    }
  }
}

/** A symbolic link may lead back into the folders above it. */
async function isSeen(folder: string, seen: Set<string>): Promise<boolean> {
  const { dev, ino } = await stat(folder, { bigint: true });
  const key = `${dev}:${ino}`;
  if (seen.has(key)) return true;
  seen.add(key);
  return false;
}

async function entriesOf(folder: string): Promise<string[]> {
  const base = folder.endsWith("/") ? folder : `${folder}/`;
  const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) => !entry.name.startsWith("."));
  const paths: string[] = [];
  for (const entry of entries.sort((a, b) => byCodeUnit(a.name, b.name))) {
    const path = base + entry.name;
    const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && (await leadsToFolder(path)));
    paths.push(isFolder ? `${path}/` : path);
  }
  return paths;
}

/** False for a link that leads nowhere: opening it will say so. */
const leadsToFolder = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
