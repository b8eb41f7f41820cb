import { statfsSync } from "node:fs";
import { ParleyError } from "../text/errors.ts";

const megabyte = 2 ** 20;
/** Two segments of PostgreSQL's log, and the largest batch that `parley add` makes, several times over. */
const neededMegabytes = 128;

/** What of a file system decides: blocks in all, blocks free to this user, bytes in a block. */
export interface FileSystem {
  readonly blocks: number;
  readonly bavail: number;
  readonly bsize: number;
}

/**
 * Keeps the embedded database from a full disk, where it stops in an endless loop instead of an error. A file system
 * that does not tell its size (no blocks at all) passes. @throws ParleyError PARLEY_LEDGER_FOLDER
 */
export function checkRoom(folder: string, { blocks, bavail, bsize }: FileSystem = statfsSync(folder)): void {
  const free = Math.floor((bavail * bsize) / megabyte);
  if (blocks === 0 || free >= neededMegabytes) return;
  throw new ParleyError(
    "PARLEY_LEDGER_FOLDER",
    `nothing can be written to the ledger in ${folder}: ${free} MB are free there, it needs ${neededMegabytes}`,
  );
}
