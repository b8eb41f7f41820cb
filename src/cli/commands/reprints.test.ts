import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dispatch, otherDispatch } from "../../analysis/reprints/testing/reports.ts";
import type { ReprintsObject } from "../../publish/reprints-object.ts";
import { describeWithShared, sharedPath } from "../../testing/shared.ts";
import { run } from "../testing/run.ts";
import { type ReprintsOptions, reprints } from "./reprints.ts";

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const schema = JSON.parse(readFileSync(fromRoot("docs/parley-reprints.schema.json"), "utf8"));
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "parley-reprints-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const call = (paths: readonly string[], options: Partial<ReprintsOptions> = {}) =>
  run((terminal) => reprints(paths, { format: "json", ...options }, terminal));

async function found(...paths: readonly string[]): Promise<ReprintsObject> {
  const { stdout } = await call(paths);
  const object: unknown = JSON.parse(stdout);
  expect(validate.errors ?? validate(object)).toBe(true);
  return object as ReprintsObject; // the schema says so
}

function write(name: string, sentences: readonly string[], title = "Talks in Port Amsel"): string {
  const path = join(folder, name);
  writeFileSync(path, `${title}\n\n${sentences.join(" ")}\n`);
  return path;
}

describe("the examples", () => {
  const dispatches = fromRoot("examples/dispatches");
  const key = JSON.parse(readFileSync(fromRoot("examples/key.json"), "utf8")) as {
    readonly reprints: readonly { readonly copy: string; readonly of: string; readonly kind: string }[];
  };

  test("have the reprints that their key lists, in its direction and of its kinds, and no others", async () => {
    const { groups, leftOut } = await found(dispatches);
    const named = (file: string): string => file.slice(dispatches.length + 1);
    const links = groups.flatMap((group) =>
      group.links.map(({ copy, of, kind }) => `${named(copy)} of ${named(of)}: ${kind}`),
    );
    expect(links.sort()).toEqual(key.reprints.map(({ copy, of, kind }) => `${copy} of ${of}: ${kind}`).sort());
    expect(groups.map(({ origins }) => origins)).toEqual(groups.map(() => ({ atLeast: 1, atMost: 1 })));
    expect(leftOut.map(named)).toEqual(["2031-03-11_courrier-amsel_la-douane.html"]);
  });

  test("as a table that fits the terminal", async () => {
    const { stdout, code } = await call([dispatches], { format: "pretty" });
    expect(code).toBe(0);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(stdout).toContain("9 reprints in 7 groups among 32 articles.");
    expect(stdout).toMatch(/└─coast6\/2031-03-07_port-amsel\.txt +cut +92 % +credit/);
  });
});

test("spans are those of the files, and a file given twice is one", async () => {
  const [a, b] = [write("a.txt", dispatch), write("b.txt", dispatch.slice(2, 8))];
  const { groups } = await found(a, b, a, write("c.txt", otherDispatch));
  expect(groups).toHaveLength(1);
  expect(groups[0]?.files).toEqual([a, b]);
  const link = groups[0]?.links[0];
  expect(link).toMatchObject({ copy: b, of: a, kind: "cut", share: 1, direction: "completeness", certain: true });
  const text = readFileSync(b, "utf8");
  expect(link?.sentences.map(({ copy }) => text.slice(...copy))).toEqual(dispatch.slice(2, 8));
});

test("records of one file are compared with each other, and sidecars are read", async () => {
  const records = join(folder, "records");
  mkdirSync(records);
  const lines = [dispatch, otherDispatch, dispatch.slice(0, 7)].map((sentences, at) =>
    JSON.stringify({ title: `Record ${at}`, text: sentences.join(" ") }),
  );
  writeFileSync(join(records, "all.jsonl"), lines.join("\n"));
  writeFileSync(join(records, "wire.txt"), dispatch.join(" "));
  writeFileSync(join(records, "wire.meta.json"), JSON.stringify({ publishedAt: "2031-03-01", outlet: "Meridian" }));
  const { groups } = await found(records);
  const [all, wire] = [join(records, "all.jsonl"), join(records, "wire.txt")];
  expect(groups.map(({ files }) => [...files].sort())).toEqual([[`${all}#1`, `${all}#3`, wire]]);
});

test("what cannot be read is reported, the rest is compared, and the exit code tells", async () => {
  const [a, b] = [write("good.txt", dispatch), write("copy.txt", dispatch)];
  const { code, stdout, stderr } = await call([a, join(folder, "nowhere.txt"), b]);
  expect(code).toBe(3);
  expect(JSON.parse(stdout).groups).toHaveLength(1);
  expect(stderr).toContain("nowhere.txt: no such file");
  expect(stderr).toContain("next:");
  const nothing = await call([join(folder, "nowhere.txt")], { format: "pretty" });
  expect(nothing).toMatchObject({ code: 4, stdout: "No reprints among 0 articles.\n" });
});

describeWithShared("the seeds", () => {
  test("are two articles, not one", async () => {
    expect((await found(sharedPath("seeds"))).groups).toEqual([]);
  });
});
