import { Writable } from "node:stream";
import { read } from "../src/cli/commands/read.ts";
import { systemTerminal } from "../src/cli/terminal.ts";

// What bench/read.ts times: one `parley read` whose output is thrown away, in a process of its own so that its peak
// memory is its own. Prints { "peakKilobytes": … }.
const [file = "", threads = "1"] = process.argv.slice(2);
const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
const terminal = { ...systemTerminal(), stdout: nowhere, interactive: { stdout: false, stderr: false } };
const code = await read([file], { format: "jsonl", reader: "lexical", jobs: Number(threads) }, terminal);
process.stdout.write(`${JSON.stringify({ peakKilobytes: process.resourceUsage().maxRSS })}\n`);
process.exitCode = code;
