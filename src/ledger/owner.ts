import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isRunning, startOf } from "./process-state.ts";

/** Who has a ledger's folder open, as written in its owner file. */
export interface Owner {
  readonly pid: number;
  readonly host: string;
  /** ISO 8601 UTC. */
  readonly since: string;
  /** See `startOf`. */
  readonly start: string | null;
}

export interface OwnerFile {
  readonly path: string;
  readonly owner: Owner;
}

/** A file of its own for every process that opens the folder: none is ever overwritten, none is anyone else's to take. */
export function writeOwnerFile(folder: string): OwnerFile {
  const { pid } = process;
  const owner: Owner = { pid, host: hostname(), since: new Date().toISOString(), start: startOf(pid) };
  const path = join(folder, `owner-${pid}-${randomBytes(4).toString("hex")}.json`);
  writeFileSync(path, `${JSON.stringify(owner)}\n`, { flag: "wx" });
  return { path, owner };
}

export const removeOwnerFile = (path: string): void => rmSync(path, { force: true });

/**
 * The owners other than `own` that are running, or that may be: of a process on another host nobody here can tell.
 * The files of those surely gone are removed.
 */
export async function otherOwners(folder: string, own: string | null): Promise<readonly OwnerFile[]> {
  const paths = readdirSync(folder)
    .filter((name) => /^owner-.*\.json$/.test(name))
    .map((name) => join(folder, name))
    .filter((path) => path !== own);
  const living: OwnerFile[] = [];
  for (const path of paths) {
    const owner = await readOwner(path);
    if (owner !== null && (owner.host !== hostname() || isRunning(owner.pid, owner.start)))
      living.push({ path, owner });
    else removeOwnerFile(path);
  }
  return living;
}

const writingTakesAtMostMs = 1000;

/**
 * Null if the file is gone, or was left half-written by a process that ended: a process that is only slow to write its
 * file will see ours when it then looks at the others', and give way.
 */
async function readOwner(path: string): Promise<Owner | null> {
  for (let waitedMs = 0; waitedMs <= writingTakesAtMostMs; waitedMs += 50) {
    const owner = parseOwner(path);
    if (owner !== "half-written") return owner;
    await setTimeout(50);
  }
  return null;
}

function parseOwner(path: string): Owner | null | "half-written" {
  try {
    const owner: Partial<Owner> = JSON.parse(readFileSync(path, "utf8"));
    if (typeof owner.pid !== "number" || typeof owner.host !== "string") return "half-written";
    return { pid: owner.pid, host: owner.host, since: String(owner.since), start: owner.start ?? null };
  } catch (error) {
    return error instanceof SyntaxError ? "half-written" : null;
  }
}
