import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { finished } from "node:stream/promises";
import type { Person } from "../../../coding/actor/actor-base.ts";
import type { Line } from "../../input/bytes.ts";
import { write } from "../../terminal.ts";
import { type DumpItems, isSince, personOf } from "./to-persons.ts";
import { mayBeOfUse, parseEntity, type WikidataHuman } from "./wikidata-entity.ts";

/** What a dump held. */
export interface DumpCounts {
  lines: number;
  /** Lines that are no entity, or too long. */
  broken: number;
  /** Numbers of the first of them, with what is wrong. */
  readonly faults: { readonly line: number; readonly reason: string }[];
  /** Holders of a position that were in office, or alive, since the year asked for. */
  humans: number;
  /** Of them, those who held no office that the actor base knows. */
  withoutOffice: number;
}

const faultsTold = 3;

/**
 * The persons of a Wikidata dump. A person may come before the country and the office it is of, so that whoever held a
 * position is first put aside in a temporary file; memory holds the countries and the names of offices alone.
 */
export async function* readDump(
  lines: AsyncIterable<Line>,
  items: DumpItems,
  since: number,
  counts: DumpCounts,
): AsyncGenerator<Person> {
  const folder = await mkdtemp(join(tmpdir(), "parley-import-"));
  const spool = join(folder, "humans.jsonl");
  try {
    await putAside(lines, items, since, counts, spool);
    for await (const line of createInterface({ input: createReadStream(spool), crlfDelay: Number.POSITIVE_INFINITY })) {
      const person = personOf(JSON.parse(line) as WikidataHuman, items); // what `putAside` wrote
      if (person === null) counts.withoutOffice++;
      else yield person;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function putAside(
  lines: AsyncIterable<Line>,
  items: DumpItems,
  since: number,
  counts: DumpCounts,
  spool: string,
): Promise<void> {
  const out = createWriteStream(spool);
  const closed = finished(out);
  closed.catch(() => {}); // met where it is awaited
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    for await (const { number, bytes } of lines) {
      counts.lines++;
      try {
        if (bytes === null) throw new RangeError("longer than any entity");
        if (!mayBeOfUse(bytes) && looksWhole(bytes)) continue;
        const entity = parseEntity(decoder.decode(bytes));
        if (entity?.kind === "item") items.add(entity);
        if (entity?.kind !== "human" || !isSince(entity, since)) continue;
        counts.humans++;
        await write(out, `${JSON.stringify(entity)}\n`);
      } catch (error) {
        if (!(error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError)) throw error;
        counts.broken++;
        if (counts.faults.length < faultsTold) counts.faults.push({ line: number, reason: error.message });
      }
    }
  } finally {
    out.end();
    await closed;
  }
}

/** As far as it can be told from the edges of a line: an object, with the comma or bracket of an array about it. */
function looksWhole(bytes: Uint8Array): boolean {
  const edge = (from: number, to: number) =>
    Buffer.from(bytes.subarray(Math.max(0, from), to))
      .toString("latin1")
      .trim();
  const [start, end] = [edge(0, 8), edge(bytes.length - 8, bytes.length)];
  return /^\[?\s*\{\s*"/u.test(start) ? /\}\s*[,\]]?$/u.test(end) : /^[[\]]$/u.test(edge(0, bytes.length).slice(0, 2));
}
