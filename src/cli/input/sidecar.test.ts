import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Hints } from "../../document/document.ts";
import { mergeHints } from "./hints.ts";
import type { InputEvent, InputItem } from "./input.ts";
import { messages, outline, readList, temporaryFolder } from "./testing/inputs.ts";

const root = temporaryFolder();
const story = "The delegations of Aldria and Vesk met in Karsk.\n";

function folder(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name, file)), { recursive: true });
    writeFileSync(join(root, name, file), content);
  }
  return join(root, name);
}

const hintsOf = (items: readonly InputItem[]) =>
  items.map((item) => (item.kind === "failed" ? item.error.message : item.hints));

describe("NAME.meta.json", () => {
  const sidecar = {
    publishedAt: "2031-03-11",
    outlet: "Karsk Courier",
    url: "https://karsk-courier.example/1",
    title: "Talks",
    bylines: ["Ada Venn", "Ilo Marr"],
  };

  test.each(["a.txt", "a.html", "a.md", "a.txt.gz", "a"])("stands beside %s", async (name) => {
    const content = name.endsWith(".gz") ? gzipSync(story) : story;
    const dir = folder(`beside-${name}`, { [name]: content, "a.meta.json": JSON.stringify(sidecar) });
    expect(hintsOf(await readList([join(dir, name)]))).toEqual([{ ...sidecar, from: "sidecar" }]);
  });

  test("is never an article, and says nothing of records or of other names", async () => {
    const dir = folder("others", {
      "a.json": JSON.stringify({ text: story }),
      "a.meta.json": JSON.stringify(sidecar),
      "a.b.txt": story,
    });
    const items = await readList([dir]);
    expect(outline(items, dir)).toEqual(["text a.b.txt", "record a.json"]);
    expect(hintsOf(items)).toEqual([null, null]);
  });

  test("may leave fields out, or empty", async () => {
    const dir = folder("partial", {
      "a.txt": story,
      "a.meta.json": '{"outlet": "  Karsk Courier ", "title": null, "url": "", "note": 3}',
    });
    expect(hintsOf(await readList([dir]))).toEqual([{ outlet: "Karsk Courier", from: "sidecar" }]);
  });

  test.each([
    ['{"publishedAt": 20310311}', "field publishedAt: expected a string, found a number"],
    [
      '{"publishedAt": "11 March 2031"}',
      'field publishedAt: expected YYYY, YYYY-MM, YYYY-MM-DD or an ISO 8601 date and time, found "11 March 2031"',
    ],
    ['{"outlet": ["x"]}', "field outlet: expected a string, found an array"],
    ['{"url": "karsk-courier.example/1"}', "field url: expected an http or https address"],
    ['{"url": "javascript:alert(1)"}', "field url: expected an http or https address"],
    ['{"title": {}}', "field title: expected a string, found an object"],
    ['{"bylines": [1]}', "field bylines: expected an array of strings, found a number in it"],
    ['{"published_at": "2031-03-11"}', "expected one or more of the fields publishedAt, outlet, url, title, bylines"],
    ["[]", "expected a JSON object"],
    ["{", "is not valid JSON: it ends too early"],
  ])("that is wrong, %s, fails its text by name and leaves the rest", async (content, message) => {
    const dir = folder("wrong", { "a.txt": story, "a.meta.json": content, "b.txt": story });
    const items = await readList([dir]);
    expect(outline(items, dir)).toEqual(["PARLEY_INPUT_MALFORMED a.txt", "text b.txt"]);
    expect(messages(items)[0]).toContain(`${dir}/a.txt: ${dir}/a.meta.json: ${message}`);
  });
});

describe("a CSV", () => {
  const csv = (rows: string) => `\uFEFFfile,publishedAt,outlet,url,title,bylines\r\n${rows}\r\n`;

  test("gives hints by label, by path from its own folder, or by bare name; rows that name nothing are told", async () => {
    const dir = folder("csv", {
      "in/a.txt": story,
      "in/b.txt": story,
      "in/c.jsonl": '{"text":"x"}\n{"text":"y"}',
      "meta/hints.csv": csv(
        '../in/a.txt,2031-03-11,"Courier, The",,"Talks ""resume""",Ada Venn; Ilo Marr\nb.txt,2031-03,,,,\nc.jsonl#2,,Vesk Times,,,\nz.txt,2031,,,,',
      ),
    });
    const events: InputEvent[] = [];
    const items = await readList([join(dir, "in")], {
      sidecarCsv: join(dir, "meta/hints.csv"),
      onEvent: (event) => events.push(event),
    });
    expect(hintsOf(items)).toEqual([
      {
        publishedAt: "2031-03-11",
        outlet: "Courier, The",
        title: 'Talks "resume"',
        bylines: ["Ada Venn", "Ilo Marr"],
        from: "sidecar",
      },
      { publishedAt: "2031-03", from: "sidecar" },
      null,
      { outlet: "Vesk Times", from: "sidecar" },
    ]);
    expect(events.filter((event) => event.kind === "row-unused")).toEqual([{ kind: "row-unused", file: "z.txt" }]);
  });

  test("whose bare name fits two files fails the second, which would get the first one's date", async () => {
    const dir = folder("csv-twice", {
      "one/x.txt": story,
      "two/x.txt": story,
      "hints.csv": "file,publishedAt\nx.txt,2031-01-02\n",
    });
    const items = await readList([join(dir, "one"), join(dir, "two")], { sidecarCsv: join(dir, "hints.csv") });
    expect(items.map(({ kind }) => kind).filter((kind) => kind === "failed")).toHaveLength(1);
    expect(hintsOf(items).join()).toContain("x.txt fits several of the inputs");
  });

  test("wins over NAME.meta.json field by field", async () => {
    const dir = folder("both", {
      "a.txt": story,
      "a.meta.json": '{"publishedAt": "2031-03-11", "outlet": "Karsk Courier"}',
      "hints.csv": csv("a.txt,,Vesk Times,,,"),
    });
    const items = await readList([join(dir, "a.txt")], { sidecarCsv: join(dir, "hints.csv") });
    expect(hintsOf(items)).toEqual([{ publishedAt: "2031-03-11", outlet: "Vesk Times", from: "sidecar" }]);
  });

  test("with a wrong value fails that file, naming line and field", async () => {
    const dir = folder("wrong-row", {
      "a.txt": story,
      "b.txt": story,
      "hints.csv": csv("b.txt,2031,,,,\na.txt,soon,,,,"),
    });
    const items = await readList([join(dir, "*.txt")], { sidecarCsv: join(dir, "hints.csv") });
    expect(outline(items, dir)).toEqual(["PARLEY_INPUT_MALFORMED a.txt", "text b.txt"]);
    expect(messages(items)[0]).toContain("hints.csv line 3: field publishedAt: expected YYYY");
  });

  test.each([
    ["name,outlet\na.txt,x", "PARLEY_INPUT_MALFORMED", "expected the columns file and one or more of publishedAt"],
    ["file\na.txt", "PARLEY_INPUT_MALFORMED", "expected the columns file and one or more of"],
    [csv("a.txt,2031,,,,\na.txt,2032,,,,"), "PARLEY_INPUT_MALFORMED", "line 3: a second row for a.txt"],
    [csv(",2031,,,,"), "PARLEY_INPUT_MALFORMED", "line 2: the column file is empty"],
    [csv('a.txt,"2031,,,,'), "PARLEY_INPUT_MALFORMED", "is not a valid CSV"],
    [csv("a.txt,2031"), "PARLEY_INPUT_MALFORMED", "is not a valid CSV at line 2"],
  ])("that cannot be read, %j, ends the run before it begins", async (content, code, message) => {
    const dir = folder("bad-csv", { "a.txt": story, "hints.csv": content });
    const reading = readList([join(dir, "a.txt")], { sidecarCsv: join(dir, "hints.csv") });
    await expect(reading).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });

  test("that is missing ends the run", async () => {
    await expect(readList([], { sidecarCsv: join(root, "none.csv") })).rejects.toMatchObject({
      code: "PARLEY_INPUT_MISSING",
    });
  });
});

describe("flags", () => {
  const hints: Hints = { publishedAt: "2022-11-07", from: "user" };

  test("describe the one text, and win over its sidecar", async () => {
    const dir = folder("flags", {
      "a.txt": story,
      "a.meta.json": '{"publishedAt": "2031", "outlet": "Karsk Courier"}',
    });
    expect(hintsOf(await readList([dir], { hints }))).toEqual([
      { publishedAt: "2022-11-07", outlet: "Karsk Courier", from: "user" },
    ]);
    const stdin = Readable.from([Buffer.from(story)]);
    expect(hintsOf(await readList(["-"], { hints, stdin }))).toEqual([hints]);
  });

  test("with several documents are refused before any is given; what fails does not count", async () => {
    const dir = folder("several", { "a.txt": story, "b.txt": story, "c.jsonl": '{"text":"x"}\n{"text":"y"}' });
    const refused = {
      code: "PARLEY_OPTION_INVALID",
      message: expect.stringContaining("--published, --outlet: for one text"),
    };
    const two: Hints = { ...hints, outlet: "Karsk Courier" };
    await expect(readList([dir], { hints: two })).rejects.toMatchObject(refused);
    await expect(readList([join(dir, "c.jsonl")], { hints: two })).rejects.toMatchObject(refused);
    const items = await readList([join(dir, "none.txt"), join(dir, "a.txt")], { hints });
    expect(outline(items, dir)).toEqual(["PARLEY_INPUT_MISSING none.txt", "text a.txt"]);
  });

  test.each([
    "2022",
    "2022-11",
    "2022-11-07",
    "2022-11-07T10:30",
    "2022-11-07T10:30:00Z",
    "2022-11-07T10:30:00.123+02:00",
    "2024-02-29",
  ])("--published %s is a date", async (publishedAt) => {
    const dir = folder("dated", { "a.txt": story });
    expect(hintsOf(await readList([dir], { hints: { publishedAt, from: "user" } }))).toEqual([
      { publishedAt, from: "user" },
    ]);
  });

  test.each([
    "",
    "soon",
    "22-11-07",
    "2022-13",
    "2022-02-30",
    "2023-02-29",
    "07.11.2022",
    "2022-11-07T25:00",
    "2022-11-7",
    "0000",
  ])("--published %j is none", async (publishedAt) => {
    const reading = readList([root], { hints: { publishedAt, from: "user" } });
    await expect(reading).rejects.toMatchObject({
      code: "PARLEY_OPTION_INVALID",
      message: expect.stringContaining("--published"),
    });
  });

  test("--url must be an address", async () => {
    const reading = readList([root], { hints: { url: "not one", from: "user" } });
    await expect(reading).rejects.toMatchObject({ code: "PARLEY_OPTION_INVALID" });
  });
});

test.each<{ all: readonly (Hints | null)[]; want: Hints | null }>([
  { all: [null, null], want: null },
  { all: [{ outlet: "A", from: "sidecar" }, null], want: { outlet: "A", from: "sidecar" } },
  {
    all: [
      { publishedAt: "2031", from: "sidecar" },
      { outlet: "B", from: "user" },
    ],
    want: { publishedAt: "2031", outlet: "B", from: "sidecar" },
  },
  {
    all: [
      { outlet: "A", from: "sidecar" },
      { outlet: "B", from: "user" },
    ],
    want: { outlet: "B", from: "user" },
  },
  {
    all: [
      { publishedAt: "2031", from: "sidecar" },
      { publishedAt: "2032", from: "user" },
    ],
    want: { publishedAt: "2032", from: "user" },
  },
])("$all are together $want: `from` goes with the date", ({ all, want }) => {
  expect(mergeHints(...all)).toEqual(want);
});
