import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { wordsOf } from "../../reader/conllu.ts";
import { readConlluFiles } from "./conllu.ts";
import { temporaryFolder } from "./testing/inputs.ts";

const folder = temporaryFolder();
const row = (id: number, form: string): string => `${id}\t${form}${"\t_".repeat(8)}\n`;
const text = `${row(1, "Éa")}${row(2, "agreed")}\n${row(1, "Yes")}\n`;

function file(name: string, bytes: string | Uint8Array): string {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
}

/** A line an item: `Éa agreed (first)`, `done`, or the code and message of an error. */
async function outline(paths: readonly string[], stdin = ""): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const item of readConlluFiles(paths, Readable.from([stdin]))) {
    if (item.kind === "sentence") {
      const forms = wordsOf(item.sentence).map(({ form }) => form);
      lines.push(`${forms.join(" ")}${item.isFirst ? " (first)" : ""}`);
    } else if (item.kind === "file-done") lines.push("done");
    else lines.push(`${item.error.code} ${item.error.message.replace(`${folder}/`, "")}`);
  }
  return lines;
}

const whole = ["Éa agreed (first)", "Yes", "done"];

test("files and standard input, gzipped or with a byte order mark, are read in turn", async () => {
  const paths = [
    file("plain.conllu", text),
    file("zipped", gzipSync(text)),
    file("marked.conllu", `\ufeff${text}`),
    file("windows.conllu", text.replaceAll("\n", "\r\n")),
    "-",
  ];
  expect(await outline(paths, text)).toEqual([...whole, ...whole, ...whole, ...whole, ...whole]);
});

test("characters that the pieces of a long file cut are read whole", async () => {
  const long = Array.from({ length: 20_000 }, (_, at) => `${row(1, "é".repeat(1 + (at % 7)))}\n`).join("");
  const found = await outline([file("long.conllu", long)]);
  expect(found).toHaveLength(20_001);
  expect(found.some((line) => line.includes("\ufffd"))).toBe(false);
});

test("what cannot be read is an error that names the file and the line, and the rest goes on", async () => {
  mkdirSync(join(folder, "inner"));
  const paths = [
    join(folder, "nowhere.conllu"),
    join(folder, "inner"),
    file("broken.conllu", `${text}1\ttoo\tfew\n`),
    file("latin.conllu", Buffer.from(row(1, "caf\u00e9"), "latin1")),
    file("cut.conllu.gz", gzipSync(text.repeat(100)).subarray(0, 60)),
    file("empty.conllu", ""),
    file("comments.conllu", "# nothing else\n"),
    "-",
    "-",
  ];
  const found = await outline(paths, text);
  expect(found.filter((line) => line.includes("PARLEY_"))).toEqual([
    "PARLEY_INPUT_MISSING nowhere.conllu: no such file",
    "PARLEY_INPUT_UNREADABLE inner: is a directory, expected a regular file",
    "PARLEY_CONLLU_INVALID broken.conllu: line 6: found 3 columns, accepted: 10, with tabs between them",
    "PARLEY_CONLLU_INVALID latin.conllu: found bytes that are not UTF-8, accepted: CoNLL-U, which is",
    "PARLEY_INPUT_MALFORMED cut.conllu.gz: ends before its gzip stream does (Z_BUF_ERROR)",
    "PARLEY_INPUT_NO_TEXT empty.conllu: holds no words",
    "PARLEY_INPUT_NO_TEXT comments.conllu: holds no words",
    "PARLEY_OPTION_INVALID -: standard input was given twice",
  ]);
  expect(found.slice(2, 4)).toEqual(whole.slice(0, 2)); // the sentences before the broken line
  expect(found.slice(-4, -1)).toEqual(whole);
});
