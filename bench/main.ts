/** `npm run bench -- NAME [option…]`: each benchmark answers one question and prints JSON on standard output. */
const benchmarks: Readonly<Record<string, () => Promise<{ run(argv: readonly string[]): Promise<void> }>>> = {
  read: () => import("./read.ts"),
  ledger: () => import("./ledger.ts"),
  key: () => import("./examples-key.ts"),
  quality: () => import("./quality.ts"),
  quotation: () => import("./quotation.ts"),
  coreference: () => import("./coreference.ts"),
  coding: () => import("./coding.ts"),
  sentences: () => import("./sentences.ts"),
  issues: () => import("./issues.ts"),
  positions: () => import("./positions.ts"),
  reprints: () => import("./reprints.ts"),
};

const [name, ...rest] = process.argv.slice(2);
const load = name === undefined ? undefined : benchmarks[name];
if (load) await (await load()).run(rest);
else {
  process.stderr.write(`usage: npm run bench -- ${Object.keys(benchmarks).join("|")}\n`);
  process.exitCode = 2;
}
