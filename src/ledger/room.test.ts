import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { checkRoom } from "./room.ts";

const bsize = 4096;

test.each([
  { name: "room enough", blocks: 1e9, bavail: (128 * 2 ** 20) / bsize },
  { name: "a file system that does not tell", blocks: 0, bavail: 0 },
])("$name passes", ({ blocks, bavail }) => {
  checkRoom("ledger", { blocks, bavail, bsize });
});

test("the room there is, and the room needed, are told before a disk is full", () => {
  const nearlyFull = { blocks: 1e9, bavail: (128 * 2 ** 20) / bsize - 1, bsize };
  expect(() => checkRoom("some/ledger", nearlyFull)).toThrow(
    "ledger in some/ledger: 127 MB are free there, it needs 128",
  );
  expect(() => checkRoom("some/ledger", nearlyFull)).toThrow(expect.objectContaining({ code: "PARLEY_LEDGER_FOLDER" }));
});

test("the system is asked where nothing is given", () => {
  checkRoom(tmpdir());
});
