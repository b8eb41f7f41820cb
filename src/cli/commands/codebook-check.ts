import type { IssueCodebook } from "../../coding/position/issue-codebook.ts";
import { createIssueFinder } from "../../coding/position/issue-index.ts";
import { issuesIn, type SentenceToTry } from "../../coding/position/issues-in.ts";
import { loadLanguageDetector } from "../../document/language.ts";
import { toDocument } from "../../document/to-document.ts";
import { checkedCodebook, countsTold, issueObject, renderIssues } from "../../publish/issue-rows.ts";
import { jsonLine } from "../../publish/rows.ts";
import { ParleyError } from "../../text/errors.ts";
import { exitCodes } from "../exit-codes.ts";
import { defaultLimits, readInputs, toDraft } from "../input/input.ts";
import { faultLine, parseIssueFile, shippedIssues } from "../issues.ts";
import { loadReader } from "../reading/pipeline.ts";
import { loadSentenceEncoder } from "../reading/sentence-encoder.ts";
import { type Terminal, write } from "../terminal.ts";

export interface CheckCodebookOptions {
  readonly text?: string;
  readonly format: "pretty" | "json";
}

/**
 * `parley codebook check [FILE]`. Returns the exit code.
 * @param file null: the codebook that comes with Parley.
 */
export async function checkCodebook(
  file: string | null,
  options: CheckCodebookOptions,
  terminal: Terminal,
): Promise<number> {
  const path = file ?? shippedIssues;
  const parsed = parseIssueFile(path);
  if (parsed.kind === "invalid") {
    const { faults } = parsed;
    const lines = [
      ...faults.map((fault) => faultLine(path, fault)),
      faults.length === 1 ? "1 fault" : `${faults.length} faults`,
    ];
    const json = jsonLine({ ...checkedCodebook(path, null), faults }, 2);
    await write(terminal.stdout, options.format === "json" ? `${json}\n` : `${lines.join("\n")}\n`);
    return exitCodes.allInputsFailed;
  }
  const { codebook } = parsed;
  const tried = options.text === undefined ? null : await tryOn(options.text, codebook, terminal);
  if (options.format === "json") {
    const sentences = tried === null ? {} : { sentences: tried.map(issueObject) };
    await write(terminal.stdout, `${jsonLine({ ...checkedCodebook(path, codebook), faults: [], ...sentences }, 2)}\n`);
    return exitCodes.ok;
  }
  await write(terminal.stdout, `${countsTold(path, codebook)}\n`);
  if (tried !== null) await write(terminal.stdout, `\n${renderIssues(tried, terminal)}\n`);
  return exitCodes.ok;
}

async function tryOn(path: string, codebook: IssueCodebook, terminal: Terminal): ReturnType<typeof issuesIn> {
  const sentences = await sentencesOf(path, terminal); // before the encoder, which need not be loaded for what cannot be read
  const encoder = await loadSentenceEncoder({ env: terminal.env });
  try {
    return await issuesIn(sentences, createIssueFinder(codebook, encoder));
  } finally {
    await encoder.release();
  }
}

/** @throws ParleyError PARLEY_INPUT_* for what cannot be read. */
async function sentencesOf(path: string, terminal: Terminal): Promise<readonly SentenceToTry[]> {
  const [reader, detectLanguage] = await Promise.all([loadReader("trained"), loadLanguageDetector()]);
  const sentences: SentenceToTry[] = [];
  for await (const item of readInputs([path], { stdin: terminal.stdin })) {
    if (item.kind === "failed") throw item.error;
    const document = toDocument(toDraft(item, {}, defaultLimits), { detectLanguage });
    const { sentences: spans, parses } = await reader.read(document);
    sentences.push(
      ...spans.flatMap((span, at) => {
        const parse = parses?.[at];
        return parse === undefined ? [] : [{ text: document.text, span, parse }];
      }),
    );
  }
  if (sentences.length === 0) throw new ParleyError("PARLEY_INPUT_NO_TEXT", `${path}: holds no sentence`);
  return sentences;
}
