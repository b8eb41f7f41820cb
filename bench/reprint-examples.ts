import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { examplesFolder } from "./examples-key.ts";

const program = fileURLToPath(new URL("../src/cli/main.js", import.meta.url));

interface KeyReprint {
  readonly copy: string;
  readonly of: string;
  readonly kind: string;
}

/** What `parley reprints` finds in the examples against their key: links with their direction, and of those the kinds. */
export async function measureExamples(): Promise<Readonly<Record<string, number>>> {
  const key = JSON.parse(await readFile(join(examplesFolder, "key.json"), "utf8")) as {
    readonly reprints: readonly KeyReprint[]; // tests/examples-key.test.ts checks the file
  };
  const dispatches = join(examplesFolder, "dispatches");
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, "reprints", dispatches, "--format", "json"],
    {
      maxBuffer: 2 ** 28,
    },
  );
  const links = (JSON.parse(stdout) as { readonly groups: readonly { readonly links: readonly KeyReprint[] }[] }).groups
    .flatMap((group) => group.links)
    .map((link) => ({ ...link, copy: named(link.copy, dispatches), of: named(link.of, dispatches) }));
  const right = key.reprints.filter((one) => links.some(({ copy, of }) => copy === one.copy && of === one.of));
  const kinds = right.filter((one) => links.some(({ copy, kind }) => copy === one.copy && kind === one.kind));
  return { key: key.reprints.length, links: links.length, found: right.length, kindRight: kinds.length };
}

const named = (file: string, folder: string): string => file.slice(folder.length + 1);
