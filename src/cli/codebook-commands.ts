import { type Command, Option } from "commander";
import { examples } from "./help.ts";
import { positiveInteger, withLedgerOptions } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/** `parley codebook …`: codebooks of issues, checked and tried. */
export function addCodebookCommands(program: Command, terminal: Terminal, exitWith: (code: number) => void): void {
  const codebook = program
    .command("codebook")
    .summary("the issues of a negotiation: check a codebook of them, and try it")
    .addHelpText("after", examples("parley codebook check my-issues.yaml", "parley codebook try ceasefire --limit 20"));
  codebook
    .command("check [file]")
    .summary("what is wrong with a codebook of issues, by line; with --text what it finds there")
    .description(
      "Checks a codebook (the one that comes with Parley where no file is given) and says how many issues and cues it has, or lists every fault with its line and column. docs/codebook.md says how one is written.",
    )
    .option("--text <file>", "read this text, or - (standard input), and list the issues found in each sentence")
    .addOption(new Option("--format <format>", "output").choices(["pretty", "json"]).default("pretty"))
    .addHelpText(
      "after",
      examples(
        "parley codebook check",
        "parley codebook check examples/issues.yaml --text examples/dispatches/2031-03-27_meridian_ostwick.txt",
        "echo 'Both sides should stop shooting.' | parley codebook check my-issues.yaml --text -",
      ),
    )
    .action(async (file, options) =>
      exitWith(await (await import("./commands/codebook-check.ts")).checkCodebook(file ?? null, options, terminal)),
    );
  withLedgerOptions(codebook.command("try <issue>"))
    .summary("what an issue of a codebook would match among the statements of the ledger")
    .description(
      "Lists the statements whose content is about the issue: by which words of it, or how like its examples it is. Nothing in the ledger changes.",
    )
    .option("--codebook <file.yaml>", "another codebook than the one that comes with Parley")
    .option("--limit <number>", "at most this many statements (default on a terminal: 50)", positiveInteger)
    .addOption(new Option("--json", "one JSON object a line").conflicts("csv"))
    .addOption(new Option("--csv", "comma-separated values"))
    .addHelpText(
      "after",
      examples(
        "parley codebook try ceasefire",
        "parley codebook try dam-observers --codebook examples/issues.yaml --csv > observers.csv",
      ),
    )
    .action(async (issue, options) =>
      exitWith(await (await import("./commands/codebook-try.ts")).tryIssue(issue, options, terminal)),
    );
}
