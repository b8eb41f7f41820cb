import { appendFileSync } from "node:fs";
import { openLedger } from "../src/ledger/open.ts";
import { syntheticArticle } from "./synthetic-articles.ts";

/**
 * `node ledger-adder.js FOLDER NOTES FIRST`: adds batches of synthetic articles until it is killed, every fourth time
 * reads an earlier batch again with a newer reader, and notes "try FIRST VERSION" before a batch, "ack FIRST VERSION"
 * when it is acknowledged. Run by `ledger-kill.ts`.
 */
export const batchSize = 5;

const [folder = "", notes = "", first = "0"] = process.argv.slice(2);
const provenance = { by: "bench", at: new Date().toISOString(), program: "bench" };
const ledger = await openLedger({ folder });

const addBatch = async (from: number, version: number): Promise<void> => {
  const batch = Array.from({ length: batchSize }, (_, nth) => syntheticArticle(from + nth, version));
  appendFileSync(notes, `try ${from} ${version}\n`);
  await ledger.add(batch, provenance);
  appendFileSync(notes, `ack ${from} ${version}\n`);
};

for (let from = Number(first), count = 1; ; from += batchSize, count++) {
  await addBatch(from, 1);
  if (count % 4 === 0) await addBatch(from - 2 * batchSize, 2);
}
