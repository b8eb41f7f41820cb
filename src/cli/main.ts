#!/usr/bin/env node
import { Command, CommanderError, Option } from "commander";
import { ParleyError } from "../text/errors.ts";
import { addActorCommands } from "./actor-commands.ts";
import { addCodebookCommands } from "./codebook-commands.ts";
import { exitCodes, exitCodesHelp } from "./exit-codes.ts";
import { examples } from "./help.ts";
import { addListCommands, withFindingFilter } from "./list-commands.ts";
import {
  isoDay,
  positiveInteger,
  withHiddenReadingOptions,
  withInputOptions,
  withLedgerOptions,
  withReadingOptions,
} from "./options.ts";
import { version } from "./package-root.ts";
import { exitWhenEnded } from "./reading/threads.ts";
import { exitCodeOfError, reportError } from "./report.ts";
import { systemTerminal, type Terminal } from "./terminal.ts";

// Each command's module is loaded when it is called: `parley --help` need not wait for a database or an HTML parser.

function createProgram(terminal: Terminal, exitWith: (code: number) => void): Command {
  const program = new Command("parley")
    .description("Reads press coverage of a negotiation and keeps its ledger: every line with the words it came from.")
    .version(version, "-V, --version")
    .option("--verbose", "show where in Parley an error arose")
    .addHelpText(
      "after",
      `${examples("parley start", "parley add coverage/", "parley list statements --actor minister")}\n${exitCodesHelp}\nEnvironment:\n  DATABASE_URL  a PostgreSQL server to keep the ledger in\n  NO_COLOR      no colours, whatever the value but an empty one\n  PARLEY_ONNX   native or wasm: which ONNX Runtime runs the trained reader\n`,
    )
    .showHelpAfterError("(parley --help shows what is accepted)")
    .exitOverride();

  withLedgerOptions(withReadingOptions(program.command("start [paths...]")))
    .summary("read, keep and show: the main job in one command")
    .description(
      "Reads the articles (the fictional examples where no path is given), keeps them in the ledger, prints a summary and writes the HTML brief.",
    )
    .option("--out <file.html>", "where the HTML brief goes", "parley-brief.html")
    .addHelpText("after", examples("parley start", "parley start coverage/ --ledger ./my-ledger"))
    .action(async (paths, options) =>
      exitWith(await (await import("./commands/start.ts")).start(paths, options, terminal)),
    );

  withReadingOptions(program.command("read <paths...>"))
    .summary("read articles and print what is in them; no ledger")
    .description(
      "Reads files, folders, patterns or - (standard input) and prints one JSON object a document (docs/parley-read.schema.json).",
    )
    .addOption(new Option("--format <format>", "output").choices(["jsonl", "json", "pretty"]).default("jsonl"))
    .addHelpText(
      "after",
      examples(
        "parley read article.txt --published 2022-11-07",
        "parley read coverage/ > readings.jsonl",
        "parley read 'news/*.html.gz' --format pretty | less -R",
        "zcat dump.jsonl.gz | parley read - --field text=maintext",
      ),
    )
    .action(async (paths, options) =>
      exitWith(await (await import("./commands/read.ts")).read(paths, options, terminal)),
    );

  withLedgerOptions(withReadingOptions(program.command("add <paths...>")))
    .summary("read articles and keep them in the ledger")
    .description("Reads files, folders, patterns or - and keeps them. Adding the same article twice changes nothing.")
    .option("--json", "one JSON line a document: file, outcome, id")
    .addHelpText("after", examples("parley add coverage/", "parley add dump.jsonl.gz --sidecar dates.csv --json"))
    .action(async (paths, options) =>
      exitWith(await (await import("./commands/add.ts")).add(paths, options, terminal)),
    );

  withInputOptions(program.command("reprints <paths...>"))
    .summary("which articles carry the same report, and who has it from whom; no ledger")
    .description(
      "Finds reprints among files, folders, patterns or - (standard input): whole or cut, shuffled, reworded, under another headline (docs/parley-reprints.schema.json).",
    )
    .addOption(new Option("--format <format>", "output").choices(["json", "pretty"]).default("json"))
    .addHelpText(
      "after",
      examples(
        "parley reprints coverage/ --format pretty",
        "parley reprints coverage/ > reprints.json",
        "parley reprints a.txt b.txt c.html",
        "parley reprints dump.jsonl.gz --sidecar dates.csv | jq '.groups[].origins'",
      ),
    )
    .action(async (paths, options) =>
      exitWith(await (await import("./commands/reprints.ts")).reprints(paths, options, terminal)),
    );

  addListCommands(program, terminal, exitWith);
  withFindingFilter(program.command("timeline"), "positions on this issue of the codebook alone")
    .summary("contacts, events, positions and forecasts in the order of their days, with the words")
    .description(
      "Days are those that the words tell, not of publication; what tells none stands on the day of its article. A forecast stands on its horizon.",
    )
    .addHelpText(
      "after",
      examples(
        "parley timeline --since 2031-03-01 --until 2031-03-15",
        "parley timeline --actor velmara --issue talks",
        "parley timeline --csv > timeline.csv",
      ),
    )
    .action(async (options) => exitWith(await (await import("./commands/timeline.ts")).timelineOf(options, terminal)));
  addActorCommands(program, terminal, exitWith);
  addCodebookCommands(program, terminal, exitWith);

  const forecasts = program
    .command("forecasts")
    .summary("what forecasts came to, as a person found")
    .addHelpText(
      "after",
      examples("parley list forecasts --outcome unresolved", "parley forecasts resolve 3f9a false"),
    );
  withLedgerOptions(forecasts.command("resolve <id> <outcome>"))
    .summary("say what a forecast came to: true, false, partly or undecidable")
    .description(
      "ID is a forecast's id, or its beginning, as parley list forecasts shows it. What is decided outlives every reading, and is in the audit.",
    )
    .option("--note <words>", "what shows it")
    .addHelpText(
      "after",
      examples(
        'parley forecasts resolve 3f9a true --note "the bridges fell on the 19th"',
        "parley forecasts resolve 3f9a partly",
      ),
    )
    .action(async (id, outcome, options) =>
      exitWith(await (await import("./commands/forecasts.ts")).resolveForecast(id, outcome, options, terminal)),
    );

  withLedgerOptions(program.command("show <id>"))
    .summary("one article with its records marked in the text")
    .option("--json", "the reading as JSON, with the decisions made on it")
    .addHelpText("after", examples("parley show 3f9a", "parley show 3f9a | less -R"))
    .action(async (id, options) => exitWith(await (await import("./commands/show.ts")).show(id, options, terminal)));

  withLedgerOptions(withHiddenReadingOptions(program.command("brief [paths...]")))
    .summary("what an analyst hands in: what changed, where each side stands, disputes, what to watch, with the words")
    .description(
      "The ledger as one HTML file in which every line opens to its words, or as Markdown. With paths, the brief of those articles, and no ledger is touched; the options of parley read hold for them.",
    )
    .addOption(new Option("--format <format>", "output").choices(["html", "markdown"]).default("html"))
    .option("--out <file>", "where it goes, - for standard output (default parley-brief.html or .md)")
    .option("--only <outlet>", "only this outlet (part of its name)")
    .option("--since <day>", "tell what changed since this day", isoDay)
    .option("--until <day>", "only what was published on or before", isoDay)
    .option("--from <day>", "only what was published on or after", isoDay)
    .addOption(new Option("--to <day>").argParser(isoDay).hideHelp())
    .option("--on <day>", "the day on which forecasts are due or open (default: today)", isoDay)
    .option("--limit <number>", "at most this many documents, the newest", positiveInteger)
    .addHelpText(
      "after",
      examples(
        "parley brief --since 2031-03-15",
        "parley brief --format markdown --out - --until 2031-03-31",
        "parley brief coverage/ --out coverage.html",
      ),
    )
    .action(async (paths, options) =>
      exitWith(await (await import("./commands/brief.ts")).brief(paths, options, terminal)),
    );

  const reader = program
    .command("reader")
    .summary("the trained reader: what it is, what it was trained on, how well it reads")
    .addHelpText("after", examples("parley reader info", "parley reader info --json | jq .settings"));
  reader
    .command("info")
    .summary("the card of the trained reader's model")
    .option("--json", "its settings and the card, as JSON")
    .addHelpText("after", examples("parley reader info", "parley reader info | less"))
    .action(async (options) =>
      exitWith(await (await import("./commands/reader-info.ts")).readerInfo(options, terminal)),
    );
  reader
    .command("parse <files...>")
    .summary("tag and parse the words of CoNLL-U files, to be scored against gold")
    .description(
      "Reads CoNLL-U files or - (standard input), any of them gzipped, and writes them with LEMMA, UPOS, HEAD and DEPREL as the trained reader has them. Words and sentences are taken as given; nothing else is.",
    )
    .option("--out <file.conllu>", "where it goes, - for standard output", "-")
    .option("--entities", "write nested entities, as Entity= in MISC")
    .addHelpText(
      "after",
      examples(
        "parley reader parse en_ewt-ud-dev.conllu --out parsed.conllu",
        "parley reader parse gum/*.conllu --entities > parsed.conllu",
        "zcat corpus.conllu.gz | parley reader parse -",
      ),
    )
    .action(async (files, options) =>
      exitWith(await (await import("./commands/reader-parse.ts")).readerParse(files, options, terminal)),
    );

  withLedgerOptions(program.command("doctor"))
    .summary("what is installed, in which version, what is wrong and how to mend it")
    .option("--json", "the checks as JSON")
    .addHelpText("after", examples("parley doctor", "parley doctor --ledger ./my-ledger --json"))
    .action(async (options) => exitWith(await (await import("./commands/doctor.ts")).doctor(options, terminal)));

  withLedgerOptions(program.command("migrate"))
    .summary("bring an older ledger up to this version")
    .option("--json", "what was applied, as JSON")
    .addHelpText("after", examples("parley migrate", "DATABASE_URL=postgres://… parley migrate"))
    .action(async (options) => exitWith(await (await import("./commands/migrate.ts")).migrate(options, terminal)));
  describeBySummary(program);
  return program;
}

/** A command whose summary says all describes itself by it. */
function describeBySummary(command: Command): void {
  const summary = command.summary();
  if (command.description() === "" && summary !== "") {
    command.description(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`);
  }
  for (const each of command.commands) describeBySummary(each);
}

async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = exitCodes.ok;
  try {
    await createProgram(terminal, (given) => {
      code = given;
    }).parseAsync([...argv]);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    if (argv.includes("--verbose") && error instanceof Error) terminal.stderr.write(`${error.stack}\n`);
    if (error instanceof ParleyError) {
      await reportError(terminal, error);
      return exitCodeOfError(error.code);
    }
    const message = error instanceof Error ? error.message : String(error);
    terminal.stderr.write(
      `fault in Parley: ${message}\n      next: run again with --verbose and report what it prints\n`,
    );
    return exitCodes.fault;
  }
  return code;
}

// `parley read … | head` closes our output: that is the reader's wish, not a fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  void exitWhenEnded(exitCodes.ok);
});

process.exitCode = await run(process.argv, systemTerminal());
