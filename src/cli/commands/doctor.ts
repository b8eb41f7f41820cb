import { availableParallelism, totalmem } from "node:os";
import { isDeepStrictEqual } from "node:util";
import { Chalk } from "chalk";
import { loadLanguageDetector } from "../../document/language.ts";
import { checkLedger } from "../../ledger/open.ts";
import { oneLine } from "../../publish/printable.ts";
import { createLexicalReader } from "../../reader/lexical/lexical-reader.ts";
import { parseCueLexicon } from "../../reader/lexicon.ts";
import { ParleyError } from "../../text/errors.ts";
import { readCodebookFile } from "../codebook.ts";
import { exitCodes } from "../exit-codes.ts";
import { type LedgerOptions, ledgerTarget } from "../options.ts";
import { version } from "../package-root.ts";
import { runtimePackages } from "../reading/choose-runtime.ts";
import {
  checkSentenceFiles,
  isSoundTrial,
  loadSentenceEncoder,
  readSentenceSettings,
  trySentences,
} from "../reading/sentence-encoder.ts";
import {
  checkModelFiles,
  expectedTrial,
  loadTrainedModel,
  readModelSettings,
  tryModel,
} from "../reading/trained-model.ts";
import { exitCodeOfError } from "../report.ts";
import { type Terminal, write } from "../terminal.ts";

export interface DoctorOptions extends LedgerOptions {
  readonly json?: boolean;
}

/** Measured: one thread, windows of 304 pieces. */
const WASM_IS_SLOWER = 5;

/** One thing looked at: what was found, and if something is wrong, how to mend it. */
interface Check {
  readonly name: string;
  readonly state: "ok" | "note" | "wrong";
  readonly found: string;
  readonly mend: string | null;
  readonly exitCode: number;
}

/** `parley doctor`: looks, changes nothing. */
export async function doctor(options: DoctorOptions, terminal: Terminal): Promise<number> {
  const checks = [
    await check("parley", async () => ok(version)),
    await check("node", async () => nodeCheck()),
    await check("machine", async () =>
      ok(`${availableParallelism()} threads, ${Math.round(totalmem() / 2 ** 30)} GiB memory, ${process.platform}`),
    ),
    await check("reader", async () => {
      const lexical = createLexicalReader(parseCueLexicon(readCodebookFile("cues.yaml"))).identity;
      return ok(`trained ${(await readModelSettings()).version}, lexical ${lexical.version}`);
    }),
    await check("model", async () => {
      const bytes = await checkModelFiles(await readModelSettings());
      return ok(`every file as released, ${(bytes / 2 ** 20).toFixed(1)} MiB`);
    }),
    await check("onnx runtime", async () => runtimeCheck(terminal)),
    await check("sentence encoder", async () => sentenceCheck(terminal)),
    await check("language detector", async () => {
      const language = (await loadLanguageDetector())(
        "The ministers met in the capital on Monday, spoke for three hours about the river and the dam, and agreed to talk again.",
      );
      return language === "en" ? ok("eld") : wrong(`took English for ${language}`, "install again with `npm ci`");
    }),
    await check("ledger", async () => ledgerCheck(options, terminal)),
  ];
  await write(
    terminal.stdout,
    options.json ? `${JSON.stringify(checks.map(asJson), null, 2)}\n` : rendered(checks, terminal),
  );
  return checks.find((each) => each.state === "wrong")?.exitCode ?? exitCodes.ok;
}

type Finding = Omit<Check, "name">;
const ok = (found: string): Finding => ({ state: "ok", found, mend: null, exitCode: exitCodes.ok });
const note = (found: string, mend: string | null = null): Finding => ({
  state: "note",
  found,
  mend,
  exitCode: exitCodes.ok,
});
const wrong = (found: string, mend: string, exitCode: number = exitCodes.fault): Finding => ({
  state: "wrong",
  found,
  mend,
  exitCode,
});

async function check(name: string, look: () => Promise<Finding>): Promise<Check> {
  try {
    return { name, ...(await look()) };
  } catch (error) {
    if (error instanceof ParleyError)
      return { name, ...wrong(error.message, error.nextStep, exitCodeOfError(error.code)) };
    const message = error instanceof Error ? error.message : String(error);
    return { name, ...wrong(message, "install again with `npm ci`") };
  }
}

function nodeCheck(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return ok(process.versions.node);
  return wrong(process.versions.node, "install Node 20.19 or newer");
}

/** Loads the model as a reader does and reads a sentence with it. */
async function runtimeCheck(terminal: Terminal): Promise<Finding> {
  const trained = await loadTrainedModel({ env: terminal.env });
  const { milliseconds, ...trial } = await tryModel(trained);
  const { kind, version: number } = trained.model.runtime;
  const name = `${runtimePackages[kind]} ${number}`;
  await trained.model.release();
  if (!isDeepStrictEqual(trial, expectedTrial)) {
    return wrong(`${name} misreads a sentence: ${JSON.stringify(trial)}`, "report this, with the machine's processor");
  }
  if (kind === "native") return ok(`${name}, read a sentence in ${Math.ceil(milliseconds)} ms`);
  if (trained.fallback === null) return note(`${name}, as PARLEY_ONNX asks; about ${WASM_IS_SLOWER} times slower`);
  return note(
    `${name}, because ${trained.fallback}; about ${WASM_IS_SLOWER} times slower`,
    `install ${runtimePackages.native} with \`npm ci\`; where its install script fails, with ONNXRUNTIME_NODE_INSTALL=skip`,
  );
}

/** The files of the sentence encoder, then a trial of it. Which runtime runs it is said of the reader. */
async function sentenceCheck(terminal: Terminal): Promise<Finding> {
  const settings = await readSentenceSettings();
  await checkSentenceFiles(settings);
  const encoder = await loadSentenceEncoder({ env: terminal.env });
  const trial = await trySentences(encoder);
  await encoder.release();
  if (!isSoundTrial(trial)) {
    const found = `takes other meanings for the same: ${JSON.stringify(trial)}`;
    return wrong(found, "report this, with the machine's processor");
  }
  return ok(
    `version ${settings.version}, every file as released, encoded 3 sentences in ${Math.ceil(trial.milliseconds)} ms`,
  );
}

async function ledgerCheck(options: LedgerOptions, terminal: Terminal): Promise<Finding> {
  const report = await checkLedger(ledgerTarget(options, terminal));
  return report.exists ? ok(report.summary) : note(report.summary);
}

const asJson = ({ name, state, found, mend }: Check) => ({ name, state, found, mend });

function rendered(checks: readonly Check[], terminal: Terminal): string {
  const chalk = new Chalk({ level: terminal.colour });
  const signs = { ok: chalk.blue("ok   "), note: chalk.dim("note "), wrong: chalk.red.bold("wrong") };
  const width = Math.max(...checks.map((each) => each.name.length));
  return checks
    .map((each) => {
      const line = `${signs[each.state]}  ${each.name.padEnd(width)}  ${oneLine(each.found)}\n`;
      return each.mend === null ? line : `${line}       ${" ".repeat(width)}  next: ${each.mend}\n`;
    })
    .join("");
}
