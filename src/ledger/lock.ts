import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { hostname } from "node:os";
import { setTimeout } from "node:timers/promises";
import { ParleyError } from "../text/errors.ts";
import { type OwnerFile, otherOwners, removeOwnerFile, writeOwnerFile } from "./owner.ts";

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Makes this process the only one that has the folder open; PGlite itself lets two in, and both lose rows. Two means:
 *
 * - A name that the kernel gives to one process only and takes back when that process ends, however it ends: an
 *   abstract socket on Linux, a pipe on Windows. It settles every race on one machine.
 * - An owner file each. Whoever has written his own looks at the others and gives way to any whose process runs. It
 *   says who holds the folder, and is the whole lock where there is no such name (macOS), and between containers and
 *   hosts that share a folder. Nothing is ever taken from a process that may be running.
 *
 * @throws ParleyError PARLEY_LEDGER_LOCKED
 */
export async function lockFolder(
  folder: string,
  { kernelNames = true }: { readonly kernelNames?: boolean } = {},
): Promise<FolderLock> {
  const name = kernelNames ? kernelName(folder) : null;
  const held = name === null ? null : await holdName(name);
  if (held === "taken") throw await lockedBy(folder);
  try {
    const own = await claim(folder, held === null ? 5 : 1);
    return { release: () => release(own, held) };
  } catch (error) {
    await closeServer(held);
    throw error;
  }
}

/** By device and file number, so that every path to a folder leads to one name. */
function kernelName(folder: string): string | null {
  const { dev, ino } = statSync(folder, { bigint: true });
  const name = `parley-ledger-${createHash("sha256").update(`${dev}:${ino}`).digest("hex").slice(0, 32)}`;
  if (process.platform === "linux") return `\0${name}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : null;
}

function holdName(path: string): Promise<Server | "taken"> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve("taken");
      else reject(error);
    });
    // `exclusive`: in a cluster, workers would share it
    server.listen({ path, exclusive: true }, () => {
      server.unref(); // a lock alone keeps no process alive
      resolve(server);
    });
  });
}

/**
 * Writes the owner file, then looks for others: of two that race, at least one sees the other. Both may, so that both
 * give way; hence the attempts, after waits of random length.
 */
async function claim(folder: string, attempts: number): Promise<OwnerFile> {
  for (let attempt = 1; ; attempt++) {
    const own = writeOwnerFile(folder);
    const others = await otherOwners(folder, own.path);
    const [other] = others;
    if (other === undefined) return own;
    removeOwnerFile(own.path);
    if (attempt >= attempts) throw lockedError(folder, other);
    await setTimeout(20 + Math.random() * 80 * attempt);
  }
}

async function release(own: OwnerFile, held: Server | null): Promise<void> {
  removeOwnerFile(own.path);
  await closeServer(held);
}

const closeServer = (server: Server | null): Promise<void> =>
  new Promise((resolve) => (server === null ? resolve() : server.close(() => resolve())));

/** The winner of a race may not have written its owner file yet. */
async function lockedBy(folder: string): Promise<ParleyError> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const [owner] = await otherOwners(folder, null);
    if (owner !== undefined) return lockedError(folder, owner);
    await setTimeout(50);
  }
  return new ParleyError("PARLEY_LEDGER_LOCKED", `the ledger in ${folder} is open in another process`);
}

/** Where nobody here can tell whether the owner still runs, a person can. */
function lockedError(folder: string, { path, owner }: OwnerFile): ParleyError {
  const { pid, host, since, start } = owner;
  const who = host === hostname() && pid === process.pid ? `this process (${pid})` : `process ${pid}`;
  const doubt = host === hostname() && start !== null ? "" : `; if Parley no longer runs there, remove ${path}`;
  return new ParleyError(
    "PARLEY_LEDGER_LOCKED",
    `the ledger in ${folder} is open in ${who} on ${host} since ${since}${doubt}`,
  );
}
