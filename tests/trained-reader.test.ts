import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noFurtherActors } from "../src/cli/codebook.ts";
import { defaultLimits } from "../src/cli/input/input.ts";
import { createPipeline, type Pipeline } from "../src/cli/reading/pipeline.ts";
import { type ReadObject, toReadObject } from "../src/publish/read-object.ts";
import { wordPiece } from "../src/reader/trained/testing/fixture.ts";

// The trained reader with the model in models/reader: in the program from dist/, which `npm test` builds first, and in
// this process. How well it reads is measured by tests/quality.test.ts; here it reads alike, wherever a text stands.

const program = fileURLToPath(new URL("../dist/src/cli/main.js", import.meta.url));
const dispatchFolder = fileURLToPath(new URL("../examples/dispatches/", import.meta.url));
const dispatches = readdirSync(dispatchFolder)
  .filter((name) => name.endsWith(".txt"))
  .sort()
  .map((name) => readFileSync(join(dispatchFolder, name), "utf8"));

/** A machine that does other work may be many times slower. */
const patience = 300_000;

let folder = "";
let pipeline: Pipeline;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "parley-trained-"));
  pipeline = await createPipeline({
    reader: "trained",
    actors: noFurtherActors,
    issues: null,
    fields: {},
    limits: defaultLimits,
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function readText(text: string): Promise<ReadObject> {
  const outcome = await pipeline({ kind: "record", file: "test.json", record: { text }, hints: null });
  if (outcome.kind === "failed") throw outcome.error;
  return toReadObject(outcome.article);
}

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(command: string, args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      stderr += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

describe("the same text gives the same reading", () => {
  const texts: Readonly<Record<string, string>> = {
    ...Object.fromEntries(dispatches.slice(0, 4).map((text, nth) => [`dispatch-${nth}.txt`, text])),
    "long.txt": dispatches.slice(4, 9).join("\n\n"),
    "lines.txt": dispatches.slice(9, 11).join("\n").replaceAll("\n\n", "\n"),
    "empty.txt": "",
    "word.txt": "said",
    "marks.txt": "“”‘’ — … !? “,” ".repeat(60),
    "endless.txt": "the minister told the council that the envoys had agreed and ".repeat(273),
    "emoji.txt": "“We 👍 agree 🇪🇺,” said 👩‍👩‍👧 Ilva Teren 🙂. ".repeat(20),
    "paragraph.txt": `${dispatches.join(" ").replace(/\s+/g, " ")} `.repeat(2).slice(0, 20_000),
  };
  const names = Object.keys(texts);

  /** What is printed of each text, its line or its error, when the program reads these. */
  async function printed(these: readonly string[], jobs: number): Promise<Readonly<Record<string, string>>> {
    const { stdout, stderr } = await run(process.execPath, [program, "read", ...these, "--jobs", String(jobs)]);
    const lines = stdout.split("\n").filter(Boolean);
    const byFile = new Map(lines.map((line) => [(JSON.parse(line) as ReadObject).document.file, line]));
    const errors = stderr.split("\n");
    return Object.fromEntries(
      these.map((name) => [name, byFile.get(name) ?? errors.find((line) => line.includes(name)) ?? "nothing"]),
    );
  }

  let alone: Readonly<Record<string, string>> = {};
  beforeAll(async () => {
    for (const name of names) writeFileSync(join(folder, name), texts[name] ?? "");
    const results: Record<string, string> = {};
    const waiting = names.toReversed().values(); // the longest first; two at a time
    const readWaiting = async (): Promise<void> => {
      for (const name of waiting) Object.assign(results, await printed([name], 1));
    };
    await Promise.all([readWaiting(), readWaiting()]);
    alone = results;
  }, patience);

  test("of all that can be read there is a reading, and statements in what has any", () => {
    expect(names.filter((name) => alone[name]?.startsWith("{"))).toEqual(names.filter((name) => name !== "empty.txt"));
    expect(alone["empty.txt"]).toContain("PARLEY_INPUT_");
    const withStatements = names.filter((name) => {
      const line = alone[name] ?? "";
      return line.startsWith("{") && (JSON.parse(line) as ReadObject).statements.length > 0;
    });
    const without = ["empty.txt", "word.txt", "marks.txt"];
    expect(withStatements).toEqual(names.filter((name) => !without.includes(name)));
  });

  test.concurrent.each([
    { jobs: 1, order: names.toReversed() },
    { jobs: 3, order: names.toSorted((a, b) => a.slice(1).localeCompare(b.slice(1))) },
  ])(
    "alone and among others in another order on $jobs threads",
    async ({ jobs, order }) => {
      const together = await printed(order, jobs);
      for (const name of names) expect(together[name], name).toBe(alone[name]);
    },
    patience,
  );

  test("and once more in a process that has read others", async () => {
    const text = texts["long.txt"] ?? "";
    const first = await readText(text);
    await readText(texts["emoji.txt"] ?? "");
    expect(await readText(text)).toEqual(first);
  });
});

describe("offsets", () => {
  const oddities = ["🙂", "👩‍👩‍👧", "\ud83d", "\ude42", "e\u0301", "\u0301", "\u00a0", "\u00ad", "\u200b", "\ufeff"];
  const signs = ["“", "”", '"', "'", "’", ",", ".", "—", " ", "\n", "\n\n", ", he said, "];
  const edits = fc.array(
    fc.record({
      at: fc.nat(3000),
      removed: fc.integer({ min: 0, max: 12 }),
      added: fc.constantFrom(...oddities, ...signs, ""),
    }),
    { maxLength: 60 },
  );
  const mangled = fc
    .record({ text: fc.constantFrom(...dispatches), edits, isStripped: fc.boolean(), isCut: fc.boolean() })
    .map(({ text, edits, isStripped, isCut }) => {
      const marked = isStripped ? text.replace(/["'“”‘’]/gu, "") : text;
      const lines = isCut ? marked.replace(/(.{50}) /g, "$1\n") : marked;
      return edits.reduce((now, { at, removed, added }) => {
        const place = at % (now.length + 1);
        return now.slice(0, place) + added + now.slice(place + removed);
      }, lines);
    });

  test(
    "of every statement lie in title or body, around whole words, in order",
    async () => {
      let found = 0;
      await fc.assert(
        fc.asyncProperty(mangled, async (given) => {
          const read = await readText(given);
          const { text, regions } = read.document;
          const readable = regions.filter(({ kind }) => kind === "title" || kind === "body");
          for (const statement of read.statements) {
            found++;
            const { source, cue, content, confidence } = statement;
            expect(cue.spans.length).toBeGreaterThan(0);
            expect(content.spans.length).toBeGreaterThan(0);
            expect(confidence).toBeGreaterThan(0);
            expect(confidence).toBeLessThan(1);
            for (const { spans } of [source, cue, content]) {
              for (const [nth, span] of spans.entries()) {
                const [start, end] = span;
                expect(start).toBeGreaterThanOrEqual(spans[nth - 1]?.[1] ?? 0);
                expect(end).toBeGreaterThan(start);
                expect(readable.some((region) => region.start <= start && end <= region.end)).toBe(true);
                expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
                for (const offset of span) expect(isWithinPair(text, offset)).toBe(false);
              }
            }
          }
          expect(await readText(given)).toEqual(read);
        }),
        { numRuns: 20 },
      );
      expect(found).toBeGreaterThan(0);
    },
    patience,
  );

  const isWithinPair = (text: string, offset: number): boolean =>
    /[\ud800-\udbff]/.test(text.charAt(offset - 1)) && /[\udc00-\udfff]/.test(text.charAt(offset));
});

/** Nobody says anything in these. */
const filler = [
  "The road along the harbour was closed for most of the morning.",
  "Rain had fallen on the coast since the weekend, and the river was high.",
  "Two ferries lay at the northern pier, both empty.",
  "The market opened at seven, an hour later than usual, with bread, salt and lamp oil on the stalls.",
  "Buses ran every twenty minutes between the station and the old fort.",
  "A third of the houses on the hill have stood empty since the flood of 2019.",
  "Snow is rare there, but the winter of 2030 brought four weeks of it.",
] as const;
/** No two alike: what stands in a text twice is not read again. */
const fillerOf = (sentences: number, from = 1): string =>
  Array.from({ length: sentences }, (_, nth) =>
    (filler[nth % filler.length] ?? "").replace(/\.$/, `, week ${from + nth}.`),
  ).join(" ");

describe("what stands elsewhere", () => {
  test.each(dispatches.slice(0, 4).map((text) => ({ title: text.split("\n", 1)[0] ?? "", text })))(
    "changes nothing more than a window before it: $title",
    async ({ text }) => {
      const body = `${text.trim()}\n\n${fillerOf(30)}`;
      const longer = `${body}\n\n${fillerOf(25, 31)} The harbour master said the pier would open again in May.`;
      const [short, long] = [await readText(body), await readText(longer)];
      const repeats = ({ document }: ReadObject) => document.regions.filter(({ kind }) => kind === "repeat");
      expect(repeats(long)).toEqual(repeats(short));
      // a window's core is at most 208 pieces, and 40 more are seen after it
      const { starts } = wordPiece.encode(body);
      const end = starts[starts.length - 248] ?? 0;
      // what is coded of them may hang on the whole text, such as whether its sentences are in order, or whose a last name is
      const early = ({ statements }: ReadObject): readonly unknown[] =>
        statements
          .filter(({ cue }) => (cue.spans[0]?.[0] ?? 0) < end)
          .map(({ source, cue, content, confidence }) => ({ source: source.spans, cue, content, confidence }));
      expect(early(short).length).toBeGreaterThan(0);
      expect(early(long)).toEqual(early(short));
    },
    patience,
  );
});

/** Share of the places around the end of a window at which a statement must be found; the model of one epoch had 0.875. */
const seamFloor = 0.85;

describe("a statement is found with the same words wherever a window ends", () => {
  const wares =
    "bread salt rope tar cloth flour coal wool tin glass paint soap rice tea wax nails corn honey beans oil";
  const nouns = wares.split(" ");
  const waresOf = (count: number): string =>
    `The stalls had ${Array.from({ length: count }, (_, nth) => nouns[nth % nouns.length]).join(", ")} and fish.`;
  const opening = (count: number): string => `${fillerOf(8)} ${waresOf(count)} `;
  const counts = Array.from({ length: 16 }, (_, nth) => 1 + 3 * nth);
  const wordsOf = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
  const piecesOf = (text: string): number => wordPiece.encode(text).ids.length;

  const cases = [
    {
      text: "“We agree on the text. We shall sign it in the spring,” said Oldan Merrin, the foreign minister of Karrod.",
      source: "Oldan Merrin the foreign minister of Karrod",
      content: "We agree on the text We shall sign it in the spring",
    },
    {
      text: "The ministry said that the ferries to the island would not sail before the mines in the strait were cleared.",
      source: "The ministry",
      content: "that the ferries to the island would not sail before the mines in the strait were cleared",
    },
    {
      text: "Both sides were close to a deal on the prisoners, according to two diplomats briefed on the talks.",
      source: "two diplomats briefed on the talks",
      content: "Both sides were close to a deal on the prisoners",
    },
    {
      text: "Ilva Teren, the mediator, told reporters that “nobody wants to leave the table” and that the talks would go on.",
      source: "Ilva Teren the mediator",
      content: "that nobody wants to leave the table and that the talks would go on",
    },
  ];

  test("which is in the midst of all these places", () => {
    for (const { text } of cases) {
      expect(piecesOf(opening(counts[0] ?? 0) + text)).toBeLessThan(208);
      expect(piecesOf(opening(counts.at(-1) ?? 0))).toBeGreaterThan(208);
    }
  });

  test.each(cases)(
    "$text",
    async ({ text, source, content }) => {
      let found = 0;
      for (const count of counts) {
        const { document, statements } = await readText(`${opening(count)}${text} ${fillerOf(5, 9)}`);
        const words = ({ spans }: { readonly spans: ReadObject["sentences"] }): string =>
          wordsOf(spans.map(([start, end]) => document.text.slice(start, end)).join(" "));
        if (statements.some((one) => words(one.source) === source && words(one.content) === content)) found++;
      }
      expect(found / counts.length).toBeGreaterThanOrEqual(seamFloor);
    },
    patience,
  );
});

test(
  "`parley read … | head -1` ends well, whatever the threads are at",
  async () => {
    const records = Array.from({ length: 60 }, (_, nth) =>
      JSON.stringify({ text: dispatches[nth % dispatches.length] }),
    );
    writeFileSync(join(folder, "many.jsonl"), records.join("\n"));
    const piped = '"$0" "$1" read many.jsonl --reader trained --jobs 2 | head -1; echo "$PIPESTATUS" >&2';
    const { code, stdout, stderr } = await run("bash", ["-c", piped, process.execPath, program]);
    expect(code).toBe(0);
    expect(stderr).toBe("0\n"); // neither "terminate called after throwing an instance of 'Napi::Error'" nor an abort
    expect(stdout.split("\n").filter(Boolean)).toHaveLength(1);
  },
  patience,
);
