import { execFileSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { deflateRawSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { toArticleRecord } from "../../document/record.ts";
import { readInputs, toDraft } from "./input.ts";
import { parseJson } from "./json.ts";
import { defaultLimits } from "./limits.ts";
import { messages, outline, readList, temporaryFolder } from "./testing/inputs.ts";

const MEBIBYTE = 2 ** 20;
const root = temporaryFolder();
const story = "The delegations of Aldria and Vesk met in Karsk.\n";
const line = `${JSON.stringify({ text: story })}\n`;

/** A file in the test's folder, beside `story.txt`, which every batch must still read. */
function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(root, name), content);
  return join(root, name);
}
const sound = file("story.txt", story);

/** A file that begins and ends as given, with a hole of zeros between, which takes no room on the disk. */
function withHole(name: string, start: string, bytes: number, end: string): string {
  const path = join(root, name);
  const handle = openSync(path, "w");
  writeSync(handle, start);
  ftruncateSync(handle, bytes);
  writeSync(handle, end, bytes);
  closeSync(handle);
  return path;
}

/** Mebibytes by which the process grew at most while the items were read. */
async function growth(
  paths: readonly string[],
): Promise<{ readonly lines: readonly string[]; readonly mebibytes: number }> {
  const before = process.memoryUsage.rss();
  let peak = before;
  const items = [];
  for await (const item of readInputs(paths)) {
    peak = Math.max(peak, process.memoryUsage.rss());
    items.push(item);
  }
  peak = Math.max(peak, process.memoryUsage.rss());
  return { lines: outline(items, root), mebibytes: (peak - before) / MEBIBYTE };
}

describe("size", () => {
  test("a text of 200 MB on one line is refused at the limit", async () => {
    const long = withHole("long.txt", "a".repeat(MEBIBYTE), 200 * MEBIBYTE, "");
    const { lines, mebibytes } = await growth([long, sound]);
    expect(lines).toEqual(["PARLEY_INPUT_TOO_LARGE long.txt", "text story.txt"]);
    expect(mebibytes).toBeLessThan(100);
    expect(messages(await readList([long]))[0]).toMatch(
      /long\.txt: has more bytes than the limit textBytes allows \(16777216\)/,
    );
  });

  test("a line of 200 MB among JSON Lines is passed over, and the next is read", async () => {
    const long = withHole("long.jsonl", `${line}{"text": "${"a".repeat(MEBIBYTE)}`, 200 * MEBIBYTE, `"}\n${line}`);
    const { lines, mebibytes } = await growth([long]);
    expect(lines).toEqual(["line long.jsonl#1", "PARLEY_INPUT_TOO_LARGE long.jsonl#2", "line long.jsonl#3"]);
    expect(mebibytes).toBeLessThan(100);
    expect(messages(await readList([long]))[0]).toContain("line 2 has more bytes than the limit lineBytes allows");
  });

  test("a JSON file beyond its limit is refused", async () => {
    const large = withHole("large.json", `{"text": "${"a".repeat(MEBIBYTE)}`, 80 * MEBIBYTE, '"}');
    expect(outline(await readList([large, sound]), root)).toEqual([
      "PARLEY_INPUT_TOO_LARGE large.json",
      "text story.txt",
    ]);
  });

  test("a limit can be raised or lowered", async () => {
    const items = await readList([sound], { limits: { textBytes: 10 } });
    expect(messages(items)[0]).toContain("textBytes allows (10)");
    const [item] = await readList([sound]);
    if (!item || item.kind === "failed") throw new Error("not read");
    expect(() => toDraft(item, {}, { ...defaultLimits, documentCharacters: 10 })).toThrow(
      "documentCharacters allows (10)",
    );
  });

  test("a million lines are read one at a time", async () => {
    const path = join(root, "million.jsonl");
    const handle = openSync(path, "w");
    for (let i = 0; i < 100; i++) writeSync(handle, line.repeat(10_000));
    closeSync(handle);
    const before = process.memoryUsage.rss();
    let count = 0;
    let peak = 0;
    for await (const item of readInputs([path])) {
      if (item.kind === "line" && ++count % 10_000 === 0) peak = Math.max(peak, process.memoryUsage.rss());
    }
    expect(count).toBe(1_000_000);
    expect((peak - before) / MEBIBYTE).toBeLessThan(200);
  });
});

describe("gzip", () => {
  /** A gzip file may be several in a row: 160 times 64 MiB of one letter is a bomb of 10 GiB in 10 MiB. */
  const bomb = Buffer.concat(Array(160).fill(gzipSync(Buffer.alloc(64 * MEBIBYTE, "a"), { level: 9 })));

  test.each(["bomb.txt.gz", "bomb.jsonl.gz", "bomb.json.gz", "bomb.html", "bomb"])(
    "a bomb of 10 GiB in %s costs next to nothing",
    async (name) => {
      const { lines, mebibytes } = await growth([file(name, bomb), sound]);
      expect(lines).toEqual([`PARLEY_INPUT_TOO_LARGE ${name}`, "text story.txt"]);
      expect(mebibytes).toBeLessThan(250);
      rmSync(join(root, name));
    },
  );

  test("a bomb of short lines is stopped by its ratio, what came before stands", async () => {
    const lines = gzipSync(Buffer.from(`${line}${"\n".repeat(100 * MEBIBYTE)}`));
    const items = await readList([file("lines.jsonl.gz", lines)]);
    expect(outline(items, root)).toEqual(["line lines.jsonl.gz#1", "PARLEY_INPUT_TOO_LARGE lines.jsonl.gz"]);
    expect(messages(items)[0]).toContain("compressionRatio");
  });

  test("gzip within gzip is named", async () => {
    expect(messages(await readList([file("twice.txt.gz", gzipSync(gzipSync(story)))]))[0]).toContain(
      "gzip within gzip",
    );
  });

  test.each([
    ["cut", (bytes: Buffer) => bytes.subarray(0, -20)],
    ["cut to its header", (bytes: Buffer) => bytes.subarray(0, 10)],
    ["overwritten", (bytes: Buffer) => Buffer.from(bytes).fill(0xff, 20, 40)],
    ["with a wrong checksum", (bytes: Buffer) => Buffer.from(bytes).fill(0, bytes.length - 8, bytes.length - 4)],
    ["no deflate stream", () => Buffer.concat([Buffer.from([0x1f, 0x8b, 9, 9, 9]), deflateRawSync(story)])],
  ])("a file that is %s is malformed", async (_, damage) => {
    const text = Array.from({ length: 200 }, (_, i) => `${story}${i * 7919}`).join("");
    const items = await readList([file("damaged.txt.gz", damage(gzipSync(text))), sound]);
    expect(outline(items, root)).toEqual(["PARLEY_INPUT_MALFORMED damaged.txt.gz", "text story.txt"]);
  });

  test("of JSON Lines in a cut file, the whole ones are read", async () => {
    const text = Array.from({ length: 20_000 }, (_, i) => JSON.stringify({ text: `Day ${i}: ${i * 7919}` })).join("\n");
    const zipped = gzipSync(text);
    const items = outline(await readList([file("cut.jsonl.gz", zipped.subarray(0, zipped.length >> 1))]), root);
    expect(items.length).toBeGreaterThan(5_000);
    expect(items[0]).toBe("line cut.jsonl.gz#1");
    expect(items.at(-1)).toBe("PARLEY_INPUT_MALFORMED cut.jsonl.gz");
    expect(items.filter((item) => item.startsWith("PARLEY"))).toHaveLength(1);
  });
});

describe("content that is no text", () => {
  test.each([
    ["a.txt", Buffer.from("%PDF-1.7\n%âãÏÓ"), "a PDF"],
    ["b.html", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), "a PNG image"],
    ["c.jsonl", Buffer.from("PK\x03\x04 word/document.xml"), "a ZIP archive"],
    ["d.pdf", Buffer.from("%PDF-1.7\n"), "a PDF"],
    ["e.txt.gz", gzipSync("%PDF-1.7\n"), "a PDF"],
    ["f.txt", Buffer.alloc(4096), "a binary file"],
    ["g.txt", Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 167 + (i >> 3) * 59) & 0xff)), "a binary file"],
    ["h.txt", Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), "UTF-32"],
  ])("%s is refused by name", async (name, bytes, what) => {
    const items = await readList([file(name, bytes), sound]);
    expect(outline(items, root)).toEqual([`PARLEY_INPUT_NOT_TEXT ${name}`, "text story.txt"]);
    expect(messages(items)[0]).toContain(what);
  });

  test("broken UTF-8 and single NULs are made harmless, and nothing is cut", async () => {
    const bytes = Buffer.concat([
      Buffer.from("“Talks” – "),
      Buffer.from([0xff]),
      Buffer.from("\0“went” on – “slowly”"),
    ]);
    const [item] = await readList([file("broken.txt", bytes)]);
    if (!item || item.kind === "failed") throw new Error("not read");
    expect(toDraft(item, {})).toMatchObject({ text: "“Talks” – \uFFFD\uFFFD“went” on – “slowly”" });
  });
});

describe("JSON", () => {
  test.each([
    ["arrays in arrays", "[".repeat(10_000_000), "jsonDepth"],
    ["arrays in arrays, closed", "[".repeat(1_000_000) + "]".repeat(1_000_000), "jsonDepth"],
    ["objects in objects", '{"a":'.repeat(1_000_000), "jsonDepth"],
    ["a million fields", `{${Array.from({ length: 1_000_000 }, (_, i) => `"k${i}":1`).join()}}`, "jsonFields"],
    ["millions of empty records", `[${"{},".repeat(3_000_000)}{}]`, "jsonValues"],
  ])("%s are refused before they are parsed", async (_, text, limit) => {
    const items = await readList([file("shape.json", text), sound]);
    expect(outline(items, root)).toEqual(["PARLEY_INPUT_TOO_LARGE shape.json", "text story.txt"]);
    expect(messages(items)[0]).toContain(`the limit ${limit} allows`);
    const bytes = new TextEncoder().encode(text);
    const asLine = { kind: "line", file: "x.jsonl#2", line: 2, bytes, hints: null } as const;
    expect(() => toDraft(asLine, {})).toThrow(expect.objectContaining({ code: "PARLEY_INPUT_TOO_LARGE" }));
  });

  test("what is not valid is named by its place, and never quoted", async () => {
    const items = await readList([file("bad.json", '{"title": "Talks",\n "text": "secret" oops}')]);
    expect(messages(items)).toEqual([`${root}/bad.json: is not valid JSON at line 2, character 19`]);
    expect(() => parseJson("secret words", defaultLimits)).toThrow(/^is not valid JSON$/);
  });

  test("brackets and quotation marks in strings do not count", () => {
    const value = { text: `${'[{"'.repeat(1000)}\\`, fields: [","] };
    expect(parseJson(JSON.stringify(value), defaultLimits)).toEqual(value);
  });

  test("__proto__ in a record reaches no prototype, across threads too", async () => {
    const [item] = await readList([file("proto.json", '{"__proto__": {"title": "inherited"}, "text": "own"}')]);
    if (item?.kind !== "record") throw new Error("not read");
    expect(toArticleRecord(structuredClone(item).record, {}).title).toBeNull();
    expect({}).not.toHaveProperty("title");
  });
});

describe("what is no regular file", () => {
  test("a named pipe, a device and a link to one are refused and not waited for", async () => {
    const pipe = join(root, "pipe.txt");
    execFileSync("mkfifo", [pipe]);
    symlinkSync("/dev/zero", join(root, "zero.txt"));
    const items = await readList([pipe, "/dev/zero", join(root, "zero.txt"), sound]);
    expect(outline(items, root)).toEqual([
      "PARLEY_INPUT_UNREADABLE pipe.txt",
      "PARLEY_INPUT_UNREADABLE /dev/zero",
      "PARLEY_INPUT_UNREADABLE zero.txt",
      "text story.txt",
    ]);
    expect(messages(items)[0]).toContain("is a named pipe, expected a regular file");
  });

  test("a link that leads nowhere, or to itself", async () => {
    const links = join(root, "links");
    mkdirSync(links);
    symlinkSync("gone.txt", join(links, "a.txt"));
    symlinkSync("b.txt", join(links, "b.txt"));
    const items = await readList([links, join(links, "b.txt")]);
    expect(outline(items, links)).toEqual([
      "PARLEY_INPUT_MISSING a.txt",
      "PARLEY_INPUT_UNREADABLE b.txt",
      "PARLEY_INPUT_UNREADABLE b.txt",
    ]);
  });

  test("a name longer than the file system allows is clipped in the message", async () => {
    const items = await readList([`${"x".repeat(5000)}.txt`, sound]);
    expect(outline(items, root).map((shown) => shown.slice(0, 30))).toEqual([
      "PARLEY_INPUT_UNREADABLE xxxxxx",
      "text story.txt",
    ]);
    expect(messages(items)[0]?.length).toBeLessThan(300);
  });

  test("control codes in a name do not reach a message", async () => {
    const items = await readList([join(root, "\u001b[31mred\n.txt")]);
    expect(messages(items)[0]).toContain("\\u001b[31mred\\u000a.txt: no such file");
  });

  test("the longest name there may be is read, though its sidecar could not be", async () => {
    const name = `${"n".repeat(251)}.txt`;
    expect(outline(await readList([file(name, story)]), root)).toEqual([`text ${name}`]);
  });
});

test("a file that vanishes between listing and reading fails, and the rest goes on", async () => {
  const folder = join(root, "vanishing");
  mkdirSync(folder);
  for (const name of ["a.txt", "b.txt", "c.txt"]) writeFileSync(join(folder, name), story);
  const items = [];
  for await (const item of readInputs([folder])) {
    rmSync(join(folder, "b.txt"), { force: true });
    items.push(item);
  }
  expect(outline(items, folder)).toEqual(["text a.txt", "PARLEY_INPUT_MISSING b.txt", "text c.txt"]);
});

test("a file and a folder that may not be read fail, and the rest goes on", async () => {
  const folder = join(root, "closed");
  mkdirSync(join(folder, "sub"), { recursive: true });
  for (const name of ["a.txt", "b.txt", "sub/c.txt"]) writeFileSync(join(folder, name), story);
  chmodSync(join(folder, "a.txt"), 0);
  chmodSync(join(folder, "sub"), 0);
  chmodSync(root, 0o755);
  const items = await asNobody(() => readList([folder]));
  expect(outline(items, folder)).toEqual([
    "PARLEY_INPUT_UNREADABLE a.txt",
    "text b.txt",
    `PARLEY_INPUT_UNREADABLE sub/`,
  ]);
  expect(messages(items)[0]).toContain("you may not read it (EACCES)");
  chmodSync(join(folder, "sub"), 0o755);
});

/** The superuser may read everything, so that the tests must not be it here. */
async function asNobody<T>(body: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return body();
  process.seteuid?.(65534);
  try {
    return await body();
  } finally {
    process.seteuid?.(0);
  }
}
