import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, test } from "vitest";

const root = fileURLToPath(new URL("../../../shared/", import.meta.url));

/** A path in the folder of shared data, which lies beside the checkout and is never part of it. */
export const sharedPath = (...parts: readonly string[]): string => root + parts.join("/");

/** Tests that need the shared data: skipped with a reason where it is absent, failing there when `CI` is "true". */
export function describeWithShared(name: string, body: () => void): void {
  if (existsSync(root)) describe(name, body);
  else if (process.env.CI === "true") {
    test(name, () => {
      throw new Error("the folder `shared` is not beside the checkout, and CI must not skip what needs it");
    });
  } else describe.skip(`${name} (skipped: the folder \`shared\` is not beside the checkout)`, body);
}
