import { existsSync, mkdirSync, readdirSync, readlinkSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { countInputs, type InputEvent, type InputItem, readInputs, toDraft } from "./input.ts";
import { messages, outline, readList, temporaryFolder } from "./testing/inputs.ts";

const root = temporaryFolder();
const story = "The delegations of Aldria and Vesk met in Karsk.\n";
const page = "<!doctype html><html><body><p>The delegations met.</p></body></html>";
const record = (n: number) => ({ title: `Talks ${n}`, text: `The talks of day ${n}.` });

/** A folder below the test's own, with these files in it. */
function folder(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [file, content] of Object.entries(files)) {
    const path = join(root, name, file);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, content);
  }
  return join(root, name);
}

const drafts = (items: readonly InputItem[]) =>
  items.flatMap((item) => (item.kind === "failed" ? [] : [toDraft(item, {})]));

async function* once(...chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}
const stdin = (...chunks: readonly (string | Uint8Array)[]) => ({ stdin: Readable.from(once(...chunks)) });

/** Descriptors of this process on a file; none where the system has no /proc to tell. */
function openFiles(path: string): readonly string[] {
  if (!existsSync("/proc/self/fd")) return [];
  return readdirSync("/proc/self/fd").filter(
    (fd) => existsSync(`/proc/self/fd/${fd}`) && readlinkSync(`/proc/self/fd/${fd}`) === path,
  );
}

describe("paths", () => {
  const files = folder("paths", {
    "b.txt": story,
    "a.html": page,
    "Z.txt": story,
    "sub/c.md": story,
    "sub/deep/d.jsonl": JSON.stringify(record(1)),
    ".hidden.txt": story,
    ".git/e.txt": story,
    "b.meta.json": "{}",
    "photo.png": "x",
    Makefile: "x",
  });
  writeFileSync(join(files, "b.meta.json"), '{"outlet": "Karsk Courier"}');

  test("a folder is read all the way down in code unit order; hidden, unknown and sidecar files are not", async () => {
    const events: InputEvent[] = [];
    const items = await readList([files], { onEvent: (event) => events.push(event) });
    expect(outline(items, files)).toEqual([
      "text Z.txt",
      "html a.html",
      "text b.txt",
      "text sub/c.md",
      "line sub/deep/d.jsonl",
    ]);
    const skipped = events
      .filter((event) => event.kind === "skipped")
      .map((event) => event.file.replace(`${files}/`, ""));
    expect(skipped).toEqual(["Makefile", "b.meta.json", "photo.png"]);
    expect(events.filter((event) => event.kind === "file-done")).toHaveLength(await countInputs([files]));
  });

  test("labels are the path as given, joined with what lies in it", async () => {
    expect((await readList([`${files}/sub/`])).map((item) => item.file)).toEqual([
      `${files}/sub/c.md`,
      `${files}/sub/deep/d.jsonl`,
    ]);
    const dotted = `${files}/./sub/../b.txt`;
    expect((await readList([dotted])).map((item) => item.file)).toEqual([dotted]);
  });

  test("a pattern that the shell left alone", async () => {
    expect(outline(await readList([`${files}/*.txt`, `${files}/**/*.{md,jsonl}`]), files)).toEqual([
      "text Z.txt",
      "text b.txt",
      "text sub/c.md",
      "line sub/deep/d.jsonl",
    ]);
    const items = await readList([`${files}/*.xyz`, `${files}/b.txt`]);
    expect(outline(items, files)).toEqual(["PARLEY_INPUT_MISSING *.xyz", "text b.txt"]);
  });

  test("a file whose name looks like a pattern is itself", async () => {
    const odd = folder("odd", { "talks [1].txt": story, "talks 1.txt": page });
    expect(outline(await readList([`${odd}/talks [1].txt`]), odd)).toEqual(["text talks [1].txt"]);
  });

  test("what is missing or empty fails, and the rest goes on", async () => {
    const empty = join(root, "empty");
    mkdirSync(empty);
    const items = await readList([`${files}/none.txt`, empty, `${files}/b.txt/x.txt`, `${files}/b.txt`]);
    expect(outline(items, files).map((line) => line.replace(root, ""))).toEqual([
      "PARLEY_INPUT_MISSING none.txt",
      "PARLEY_INPUT_MISSING /empty",
      "PARLEY_INPUT_MISSING b.txt/x.txt",
      "text b.txt",
    ]);
    expect(messages(items)[0]).toContain("none.txt");
  });

  test("given by name, a foreign ending or a sidecar is an error that says what is accepted", async () => {
    const items = await readList([`${files}/photo.png`, `${files}/b.meta.json`]);
    expect(outline(items, files)).toEqual(["PARLEY_INPUT_NOT_TEXT photo.png", "PARLEY_INPUT_NOT_TEXT b.meta.json"]);
    expect(messages(items)[0]).toContain(".txt .text .md .html");
  });

  test("given by name, a file without an ending is told by its content", async () => {
    const bare = folder("bare", { story, page, one: JSON.stringify(record(1), null, 2), "dump.gz": gzipSync(page) });
    const items = await readList(["story", "page", "one", "dump.gz"].map((name) => `${bare}/${name}`));
    expect(outline(items, bare)).toEqual(["text story", "html page", "record one", "html dump.gz"]);
  });

  test("links between folders do not lead in a circle, and every article is read once", async () => {
    const looped = folder("looped", { "a/one.txt": story, "b/two.txt": story });
    symlinkSync("..", join(looped, "a/up"));
    symlinkSync("../a", join(looped, "b/again"));
    expect(outline(await readList([looped]), looped)).toEqual(["text a/one.txt", "text b/two.txt"]);
  });
});

describe("formats", () => {
  test("JSON: one object, a list, a list under a usual key, JSON Lines under the wrong name", async () => {
    const json = folder("json", {
      "1-one.json": JSON.stringify(record(1)),
      "2-list.json": JSON.stringify([record(1), record(2)]),
      "3-list-of-one.json": JSON.stringify([record(1)]),
      "4-api.json": JSON.stringify({ status: "ok", articles: [record(1), record(2)] }),
      "5-lines.json": `${JSON.stringify(record(1))}\n${JSON.stringify(record(2))}\n`,
      "6-pretty.jsonl": JSON.stringify([record(1)], null, 2),
      "7-empty.json": "[]",
    });
    expect(outline(await readList([json]), json)).toEqual([
      "record 1-one.json",
      "record 2-list.json#1",
      "record 2-list.json#2",
      "record 3-list-of-one.json",
      "record 4-api.json#1",
      "record 4-api.json#2",
      "line 5-lines.json#1",
      "line 5-lines.json#2",
      "record 6-pretty.jsonl",
      "PARLEY_INPUT_NO_TEXT 7-empty.json",
    ]);
  });

  test("JSON Lines: blank lines do not count, a bad line fails alone and is named", async () => {
    const lines = folder("lines", {
      "a.ndjson": `\n${JSON.stringify(record(1))}\r\n\n{"text": \n"x"\n${JSON.stringify(record(4))}`,
    });
    const items = await readList([lines]);
    expect(outline(items, lines)).toEqual([1, 2, 3, 4].map((n) => `line a.ndjson#${n}`));
    const results = items.map((item) => {
      try {
        return item.kind === "failed" ? "" : toDraft(item, {}).kind;
      } catch (error) {
        return String(error).replace(`${lines}/`, "");
      }
    });
    expect(results).toEqual([
      "record",
      "ParleyError: a.ndjson#2 (line 4): is not valid JSON: it ends too early",
      "ParleyError: a.ndjson#3 (line 5): expected an object with the fields of an article, found a string",
      "record",
    ]);
  });

  test("a single line has no number; no line is no article", async () => {
    const lines = folder("few-lines", { "one.jsonl": `${JSON.stringify(record(1))}\n\n`, "none.jsonl": "\n\n" });
    expect(outline(await readList([lines]), lines)).toEqual(["PARLEY_INPUT_NO_TEXT none.jsonl", "line one.jsonl"]);
  });

  test("any of them gzipped, with the ending or without", async () => {
    const lines = `${JSON.stringify(record(1))}\n${JSON.stringify(record(2))}`;
    const zipped = folder("zipped", {
      "a.txt.gz": gzipSync(story),
      "b.html": gzipSync(page),
      "c.jsonl.GZ": gzipSync(lines),
      "d.json.gz": gzipSync(JSON.stringify([record(1)])),
      "e.txt.gz": story,
      "f.txt.gz": Buffer.concat([gzipSync("The delegations "), gzipSync("met.")]),
    });
    const items = await readList([zipped]);
    expect(outline(items, zipped)).toEqual([
      "text a.txt.gz",
      "html b.html",
      "line c.jsonl.GZ#1",
      "line c.jsonl.GZ#2",
      "record d.json.gz",
      "text e.txt.gz",
      "text f.txt.gz",
    ]);
    expect(drafts(items)).toMatchObject([
      { kind: "text", text: story },
      { kind: "html", html: page },
      { kind: "record", record: { title: "Talks 1" } },
      { kind: "record", record: { title: "Talks 2" } },
      { kind: "record", record: { title: "Talks 1" } },
      { kind: "text", text: story },
      { kind: "text", text: "The delegations met." },
    ]);
  });

  test("JSON in UTF-16, as some shells write it, and with a mark in UTF-8", async () => {
    const lines = `\uFEFF${JSON.stringify(record(1))}\r\n${JSON.stringify({ text: "“Да”" })}\r\n`;
    const wide = folder("wide", {
      "a.jsonl": Buffer.from(lines, "utf16le"),
      "b.json": Buffer.from(`\uFEFF${JSON.stringify(record(1))}`, "utf16le").swap16(),
      "c.jsonl": lines,
    });
    expect(drafts(await readList([wide]))).toMatchObject([
      { record: { title: "Talks 1" } },
      { record: { text: "“Да”" } },
      { record: { title: "Talks 1" } },
      { record: { title: "Talks 1" } },
      { record: { text: "“Да”" } },
    ]);
  });

  test("text and its line endings come through unchanged, without the mark", async () => {
    const plain = folder("plain", { "a.txt": "\uFEFFOne.\r\nTwo.\rThree.\n\n", "b.txt": " \n\0" });
    const [a, b] = await readList([plain]);
    expect(drafts(a ? [a] : [])).toEqual([
      { kind: "text", file: `${plain}/a.txt`, text: "One.\r\nTwo.\rThree.\n\n", hints: null },
    ]);
    expect(b).toMatchObject({ kind: "bytes" });
  });

  test("an empty file holds no text", async () => {
    const empty = folder("empty-files", { "a.txt": "", "b.html": " \n " });
    for (const item of await readList([empty])) {
      expect(() => drafts([item])).toThrow(expect.objectContaining({ code: "PARLEY_INPUT_NO_TEXT" }));
    }
  });

  test("bytes fill a buffer of their own, so that a thread is sent no more than them", async () => {
    const lines = folder("owned", {
      "a.jsonl": `${JSON.stringify(record(1))}\n${JSON.stringify(record(2))}\n`,
      "b.txt": story,
    });
    for (const item of await readList([lines])) {
      if (item.kind !== "line" && item.kind !== "bytes") throw new Error(`unexpected ${item.kind}`);
      expect(item.bytes.buffer.byteLength).toBe(item.bytes.length);
      expect(toDraft(structuredClone(item), {})).toEqual(toDraft(item, {}));
    }
  });
});

describe("standard input", () => {
  test.each([
    { name: "text", input: [story], want: ["text -"] },
    { name: "text that begins with a bracket", input: ["[Karsk] The talks went on.\n"], want: ["text -"] },
    { name: "HTML", input: [`\n${page}`], want: ["html -"] },
    { name: "an object", input: [JSON.stringify(record(1), null, 2)], want: ["record -"] },
    { name: "a list", input: [JSON.stringify([record(1), record(2)])], want: ["record -#1", "record -#2"] },
    { name: "JSON Lines in pieces", input: ['{"text": ', '"a"}\n{"te', 'xt": "b"}\n'], want: ["line -#1", "line -#2"] },
    { name: "an object on one line", input: [`${JSON.stringify(record(1))}\n`], want: ["record -"] },
    { name: "gzipped text", input: [gzipSync(story).subarray(0, 1), gzipSync(story).subarray(1)], want: ["text -"] },
    { name: "gzipped JSON Lines", input: [gzipSync('{"text":"a"}\n{"text":"b"}')], want: ["line -#1", "line -#2"] },
    { name: "a PDF", input: ["%PDF-1.7 …"], want: ["PARLEY_INPUT_NOT_TEXT -"] },
  ])("holds $name", async ({ input, want }) => {
    expect(outline(await readList(["-"], stdin(...input)))).toEqual(want);
  });

  test("is what the user says it is", async () => {
    expect(outline(await readList(["-"], { ...stdin("<p>"), format: "text" }))).toEqual(["text -"]);
    expect(outline(await readList(["-"], { ...stdin('{"text":"a"}'), format: "jsonl" }))).toEqual(["line -"]);
  });

  test("can be given once", async () => {
    expect(outline(await readList(["-", "-"], stdin(story)))).toEqual(["text -", "PARLEY_OPTION_INVALID -"]);
  });
});

describe("streaming", () => {
  test("no more is read of JSON Lines than was taken, and stopping closes the input", async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        given++;
        yield Buffer.from(`${JSON.stringify({ text: "x".repeat(60_000) })}\n`);
      }
    }
    let taken = 0;
    const input = Readable.from(endless(), { objectMode: false });
    for await (const item of readInputs(["-"], { stdin: input, format: "jsonl" })) {
      expect(item.kind).toBe("line");
      if (++taken === 100) break;
    }
    expect(given).toBeLessThan(taken + 10);
    expect(input.destroyed).toBe(true);
  });

  test("who stops early leaves no file open", async () => {
    const lines = `${JSON.stringify({ text: "x".repeat(1000) })}\n`.repeat(5_000);
    const left = folder("left", { "a.jsonl": lines, "b.jsonl.gz": gzipSync(lines) });
    for (const name of ["a.jsonl", "b.jsonl.gz"]) {
      for await (const _ of readInputs([`${left}/${name}`])) break;
      expect(openFiles(`${left}/${name}`)).toEqual([]);
    }
  });

  test("a signal ends the reading with its reason", async () => {
    const many = folder("many", Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`${i}.txt`, story])));
    const controller = new AbortController();
    const reading = (async () => {
      for await (const _ of readInputs([many], { signal: controller.signal })) controller.abort(new Error("enough"));
    })();
    await expect(reading).rejects.toThrow("enough");
  });
});
