import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockFolder } from "./lock.ts";
import { startOf } from "./process-state.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "parley-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const compiled = new URL("../../dist/src/ledger/lock.js", import.meta.url);
/** Locks at the time given, says how that went, and holds the lock until it is killed. */
const childScript = `
  import { lockFolder } from ${JSON.stringify(compiled.href)};
  const [folder, at, kernelNames] = process.argv.slice(1);
  while (Date.now() < Number(at)) {}
  await lockFolder(folder, { kernelNames: kernelNames === "true" })
    .then(() => console.log("won"), (error) => console.log(error.code + " " + error.message));
  setInterval(() => {}, 1000);
`;

interface Locker {
  readonly child: ChildProcess;
  readonly said: Promise<string>;
}

function startLocker(kernelNames: boolean, at: number): Locker {
  if (!existsSync(compiled)) throw new Error("dist/ is missing: run `npm run build` first");
  const args = ["--input-type=module", "-e", childScript, folder, String(at), String(kernelNames)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const said = new Promise<string>((resolve) => createInterface({ input: child.stdout }).once("line", resolve));
  return { child, said };
}

function kill({ child }: Locker): Promise<unknown> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  return ended;
}

test.each([
  { how: "by kernel names", kernelNames: true },
  { how: "by owner files alone", kernelNames: false },
])("of processes that race for one folder at most one gets it, $how", async ({ kernelNames }) => {
  for (let round = 0; round < 3; round++) {
    const at = Date.now() + 500;
    const lockers = Array.from({ length: 6 }, () => startLocker(kernelNames, at));
    const said = await Promise.all(lockers.map((locker) => locker.said));
    const winners = lockers.filter((_, index) => said[index] === "won");
    // by owner files, all may give way to each other; never may two win
    if (kernelNames) expect(said.filter((word) => word === "won")).toHaveLength(1);
    expect(winners.length).toBeLessThanOrEqual(1);
    for (const word of said)
      expect(word).toMatch(/^won$|^PARLEY_LEDGER_LOCKED the ledger in .* is open in process \d+ on /);
    const [winner] = winners;
    if (winner !== undefined) {
      const refused = said.filter((word) => word !== "won");
      if (kernelNames) expect(refused.every((word) => word.includes(`process ${winner.child.pid} on `))).toBe(true);
      await expect(lockFolder(folder, { kernelNames })).rejects.toMatchObject({ code: "PARLEY_LEDGER_LOCKED" });
    }
    await Promise.all(lockers.map(kill));
    // killed processes hold nothing
    const lock = await lockFolder(folder, { kernelNames });
    await lock.release();
    expect(readdirSync(folder)).toEqual([]);
  }
});

test.each([{ kernelNames: true }, { kernelNames: false }])(
  "one process does not open a folder twice: %o",
  async (how) => {
    const lock = await lockFolder(folder, how);
    await expect(lockFolder(folder, how)).rejects.toThrow(/open in this process/);
    await lock.release();
    await (await lockFolder(folder, how)).release();
  },
);

test("every path to a folder leads to the same lock", async () => {
  mkdirSync(join(folder, "ledger"));
  symlinkSync("ledger", join(folder, "link"));
  const lock = await lockFolder(join(folder, "ledger"));
  await expect(lockFolder(join(folder, "link"))).rejects.toMatchObject({ code: "PARLEY_LEDGER_LOCKED" });
  await lock.release();
});

const owner = (fields: object) => {
  const path = join(folder, "owner-1-abcdef01.json");
  writeFileSync(
    path,
    JSON.stringify({ pid: 1, host: "elsewhere", since: "2031-01-01T00:00:00.000Z", start: null, ...fields }),
  );
  return path;
};

test("an owner on another host is never taken for dead; the message says which file to remove", async () => {
  const path = owner({});
  await expect(lockFolder(folder)).rejects.toThrow(
    `process 1 on elsewhere since 2031-01-01T00:00:00.000Z; if Parley no longer`,
  );
  await expect(lockFolder(folder)).rejects.toThrow(path);
  expect(existsSync(path)).toBe(true);
});

test("an owner whose number another process has by now is dead", async () => {
  const { hostname } = await import("node:os");
  const path = owner({ host: hostname(), pid: process.ppid, start: `${startOf(process.ppid)}0` });
  const lock = await lockFolder(folder);
  expect(existsSync(path)).toBe(false);
  await lock.release();
});

test("an owner file cut off by a kill does not lock for ever", async () => {
  const path = join(folder, "owner-1-abcdef01.json");
  writeFileSync(path, '{"pid": 1, "ho');
  await (await lockFolder(folder)).release();
  expect(existsSync(path)).toBe(false);
});
