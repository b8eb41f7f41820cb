import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseConllu, wordsOf } from "../../reader/conllu.ts";
import { createFakeModel, createFakeParser } from "../../reader/trained/testing/fake-parser.ts";
import { temporaryFolder } from "../input/testing/inputs.ts";
import { madeTerminal, type Run } from "../testing/run.ts";
import { openOutput, parseFiles, type ReaderParseOptions } from "./reader-parse.ts";

const folder = temporaryFolder();
const gold = `# newdoc id = karsk
# text = Oldan left.
1	Oldan	Oldan	PROPN	NNP	Number=Sing	2	nsubj	2:nsubj	Entity=(1-person)
2	left	leave	VERB	VBD	Tense=Past	0	root	0:root	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	2:punct	_

1	Why	why	ADV	WRB	_	0	root	0:root	_
`;

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

async function run(paths: readonly string[], options: ReaderParseOptions = {}, stdin = ""): Promise<Run> {
  const { terminal, written } = madeTerminal(stdin);
  const model = createFakeModel({ entity: (first, last) => (first === 0 && last === 0 ? 0 : -9) });
  const output = await openOutput(paths, options, terminal);
  const code = await parseFiles(paths, {
    output,
    parser: createFakeParser(model),
    terminal,
    entities: options.entities === true,
  });
  return { code, ...written };
}

// The fake model: every word a noun, the first the root and an entity, the others its objects.
const parsed = `# newdoc id = karsk
# text = Oldan left.
1	Oldan	oldan	NOUN	_	_	0	root	_	_
2	left	left	NOUN	_	_	1	obj	_	SpaceAfter=No
3	.	.	NOUN	_	_	1	obj	_	_

1	Why	why	NOUN	_	_	0	root	_	_

`;
const withEntities = parsed
  .replace("karsk\n", "karsk\n# global.Entity = GRP-etype\n")
  .replace("root\t_\t_", "root\t_\tEntity=(1-person)")
  .replace("root\t_\t_", "root\t_\tEntity=(2-person)");

test("words are tagged and parsed, and nothing gold is left", async () => {
  const { code, stdout, stderr } = await run([file("gold.conllu", gold)]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toBe(parsed);
});

test("--entities writes them, numbered through all files", async () => {
  const path = file("gold.conllu", gold);
  const { stdout } = await run([path, path], { entities: true });
  expect(stdout).toBe(withEntities + withEntities.replace("(1-", "(3-").replace("(2-", "(4-"));
});

test("--out writes the same to a file, in place of what was there", async () => {
  const out = file("out.conllu", "old");
  const many = `${gold}\n`.repeat(2000);
  const { code, stdout } = await run([file("gold.conllu", gold), "-"], { out }, many);
  expect([code, stdout]).toEqual([0, ""]);
  expect(readFileSync(out, "utf8") === parsed.repeat(2001)).toBe(true);
});

test("--out - is standard output", async () => {
  expect((await run([file("gold.conllu", gold)], { out: "-" })).stdout).toBe(parsed);
});

test("a file that is read is not overwritten, by whatever name", async () => {
  const path = file("gold.conllu", gold);
  symlinkSync(path, join(folder, "link.conllu"));
  for (const out of [path, join(folder, "link.conllu")]) {
    await expect(run(["-", path], { out })).rejects.toMatchObject({ code: "PARLEY_OPTION_INVALID" });
  }
  expect(readFileSync(path, "utf8")).toBe(gold);
});

test("an output that cannot be written is refused before anything is read", async () => {
  const out = join(folder, "no-such-folder", "out.conllu");
  await expect(run([join(folder, "nowhere")], { out })).rejects.toMatchObject({ code: "PARLEY_OUTPUT_UNWRITABLE" });
  expect(existsSync(out)).toBe(false);
});

test("a file that is not CoNLL-U is reported, and exit codes are those of a batch", async () => {
  const [sound, broken] = [file("gold.conllu", gold), file("broken.conllu", "no CoNLL-U\n")];
  const { code, stdout, stderr } = await run([broken, sound]);
  expect([code, stdout]).toEqual([3, parsed]);
  expect(stderr).toContain("broken.conllu: line 1: found 1 column, accepted: 10");
  expect(stderr).toContain("[PARLEY_CONLLU_INVALID]\n      next: mend the line named");
  expect((await run([broken])).code).toBe(4);
});

test("what is written can be read and parsed again to the same", async () => {
  const first = (await run([file("gold.conllu", gold)], { entities: true })).stdout;
  const second = (await run([file("again.conllu", first)], { entities: true })).stdout;
  expect(second).toBe(first);
  expect(parseConllu(first).flatMap(wordsOf)).toHaveLength(4);
});
