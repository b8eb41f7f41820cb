import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { defaultLimits } from "../src/cli/input/input.ts";
import { errorCodes, ParleyError } from "../src/text/errors.ts";

const page = readFileSync(new URL("../docs/errors.md", import.meta.url), "utf8");

test("docs/errors.md lists every code with its next step, and no other", () => {
  const listed = new Map([...page.matchAll(/^\| `(PARLEY_\w+)` \| (.+?) \| (.+?) \|$/gm)].map((m) => [m[1], m[3]]));
  const expected = new Map(errorCodes.map((code) => [code, new ParleyError(code, "").nextStep]));
  expect(listed).toEqual(expected);
});

test("docs/cli.md lists every limit with its default", () => {
  const table = readFileSync(new URL("../docs/cli.md", import.meta.url), "utf8");
  const listed = [...table.matchAll(/^\| `(\w+)` \| ([\d,]+)( MiB)? \|/gm)].map(
    ([, name, number, unit]) => [name, Number(number?.replaceAll(",", "")) * (unit ? 2 ** 20 : 1)] as const,
  );
  expect(Object.fromEntries(listed)).toEqual(defaultLimits);
});
