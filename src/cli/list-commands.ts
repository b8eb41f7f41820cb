import { type Command, Option } from "commander";
import { sectors } from "../coding/actor/sector.ts";
import { eventTypes } from "../coding/event/event.ts";
import { stances } from "../coding/position/position.ts";
import { forecastOutcomes } from "../ledger/ledger.ts";
import { examples } from "./help.ts";
import { capitals, isoDay, positiveInteger, withLedgerOptions } from "./options.ts";
import type { Terminal } from "./terminal.ts";

const listModule = () => import("./commands/list.ts");
const analysisModule = () => import("./commands/list-analysis.ts");

/** `parley list …`: a command for each kind of record. */
export function addListCommands(program: Command, terminal: Terminal, exitWith: (code: number) => void): void {
  const list = program
    .command("list")
    .summary("documents or records in the ledger, as a table, JSON lines or CSV")
    .addHelpText(
      "after",
      examples(
        "parley list documents",
        "parley list statements --sourcing anonymous --csv",
        "parley list contacts --actor verel --status held",
      ),
    );
  listOptions(list.command("documents"))
    .summary("the documents in the ledger")
    .addHelpText(
      "after",
      examples("parley list documents --outlet courier", "parley list documents --since 2031-03-01 --csv"),
    )
    .action(async (options) => exitWith(await (await listModule()).listDocuments(options, terminal)));
  listOptions(list.command("statements"))
    .summary("the statements in the ledger: who said what, with the words")
    .option("--actor <words>", "part of the source's words or of a name of whom they refer to; or an actor's key")
    .addOption(new Option("--quotation <kind>").choices(["direct", "indirect", "mixed"]))
    .addOption(new Option("--sourcing <kind>").choices(["on-record", "anonymous", "documentary"]))
    .option("--document <id>", "statements of one document (an id or its beginning)")
    .addHelpText(
      "after",
      examples(
        "parley list statements --sourcing anonymous",
        "parley list statements --actor minister --since 2031-03-01 --until 2031-03-31 --csv > march.csv",
        "parley list statements --json | jq -r .words.content",
      ),
    )
    .action(async (options) => exitWith(await (await listModule()).listStatements(options, terminal)));
  withActorFilter(listOptions(list.command("actors")))
    .summary("whom the documents speak of: each once, however many documents do, by number of statements")
    .addHelpText(
      "after",
      examples(
        "parley list actors --country OST --sector GOV",
        "parley list actors --type anonymous --since 2031-03-01",
        "parley list actors --csv > actors.csv",
      ),
    )
    .action(async (options) => exitWith(await (await listModule()).listActors(options, terminal)));
  withPartyFilter(listOptions(list.command("events")))
    .summary("the events in the ledger, by PLOVER: who did what to whom, when and where, with the words")
    .option("--type <type>", "PLOVER's type of event: AGREE, CONSULT, SANCTION, …", capitals(eventTypes))
    .addOption(
      new Option("--status <status>", "how the text tells it").choices([
        "happened",
        "planned",
        "demanded",
        "denied",
        "hypothetical",
      ]),
    )
    .addHelpText(
      "after",
      examples(
        "parley list events --type SANCTION --country KRS",
        "parley list events --actor verel --status happened --csv",
      ),
    )
    .action(async (options) => exitWith(await (await listModule()).listEvents(options, terminal)));
  withPartyFilter(listOptions(list.command("contacts")))
    .summary("who was in contact with whom: how, when, where, and what came of it, with the words")
    .addOption(new Option("--form <form>").choices(["meeting", "call", "visit", "talks", "message", "backchannel"]))
    .addOption(
      new Option("--status <status>").choices(["held", "planned", "proposed", "refused", "denied", "cancelled"]),
    )
    .addHelpText(
      "after",
      examples(
        "parley list contacts --actor verel --status held",
        "parley list contacts --form call --since 2031-03-01",
        "parley list contacts --json | jq -r '.who.participants[].name' | sort | uniq -c",
      ),
    )
    .action(async (options) => exitWith(await (await listModule()).listContacts(options, terminal)));
  withPartyFilter(listOptions(list.command("positions")), "an issue of the codebook: talks, ceasefire, …")
    .summary("where each actor stands on each issue: how, on which conditions, who says so, with the words")
    .addOption(new Option("--stance <stance>").choices([...stances]))
    .addOption(new Option("--audience <audience>").choices(["public", "private"]))
    .addHelpText(
      "after",
      examples(
        "parley list positions --actor velmara --issue talks",
        "parley list positions --audience private --csv",
        "parley list positions --stance conditional --json | jq -r '.words.conditions[]'",
      ),
    )
    .action(async (options) => exitWith(await (await listModule()).listPositions(options, terminal)));
  withPartyFilter(listOptions(list.command("forecasts")))
    .summary("what was said to come, by whom, until when, and what became of it")
    .addOption(
      new Option("--outcome <outcome>", "as a person resolved it").choices([...forecastOutcomes, "unresolved"]),
    )
    .option("--on <day>", "the day on which they are due or open (default: today)", isoDay)
    .addHelpText(
      "after",
      examples(
        "parley list forecasts --outcome unresolved --on 2031-04-01",
        'parley forecasts resolve 3f9a true --note "the bridges fell on the 19th"',
      ),
    )
    .action(async (options) => exitWith(await (await listModule()).listForecasts(options, terminal)));
  withFindingFilter(list.command("shifts"))
    .summary("changes of a stance, or of its terms: from what, to what, who says so, with the words of both")
    .addHelpText(
      "after",
      examples("parley list shifts --since 2031-03-01", "parley list shifts --actor velmara --issue talks --json"),
    )
    .action(async (options) => exitWith(await (await analysisModule()).listShifts(options, terminal)));
  withFindingFilter(list.command("disputes"))
    .summary("accounts that contradict each other or sit in tension: both sides, no winner")
    .addHelpText("after", examples("parley list disputes", "parley list disputes --actor torvask --csv > disputes.csv"))
    .action(async (options) => exitWith(await (await analysisModule()).listDisputes(options, terminal)));
  listOptions(list.command("origins"))
    .summary("the reports behind the articles: who carries whose, what was done to it, how many origins there are")
    .description(
      "The reports behind the articles: who carries whose, what was done to it, how many origins there are. What is asked holds of one article of a report; the others that carry it are told with it.",
    )
    .option("--actor <words>", "with a record of this actor: part of a name, or a key")
    .option("--issue <id>", "with a position on this issue of the codebook")
    .addHelpText(
      "after",
      examples(
        "parley list origins",
        "parley list origins --issue mediation --since 2031-03-01",
        "parley list origins --csv > origins.csv",
      ),
    )
    .action(async (options) => exitWith(await (await analysisModule()).listOrigins(options, terminal)));
}

/** Options of what tells of several records; days are those of what is told. */
export const withFindingFilter = (command: Command, issue = "an issue of the codebook: talks, ceasefire, …"): Command =>
  withPrintOptions(
    withLedgerOptions(command)
      .option("--outlet <name>", "from these outlets’ articles alone: part of a name")
      .option("--since <day>", "told of this day or a later one", isoDay)
      .option("--until <day>", "told of this day or an earlier one", isoDay)
      .option("--actor <words>", "one in it: part of a name, or a key")
      .option("--issue <id>", issue),
  );

/** Options of every list of what is kept. */
export const listOptions = (command: Command): Command =>
  withPrintOptions(
    withLedgerOptions(command)
      .option("--outlet <name>", "part of the outlet's name, in any case")
      .option("--since <day>", "published on or after", isoDay)
      .option("--until <day>", "published on or before", isoDay)
      .addOption(new Option("--from <day>").argParser(isoDay).hideHelp())
      .addOption(new Option("--to <day>").argParser(isoDay).hideHelp()),
  );

const withPrintOptions = (command: Command): Command =>
  command
    .option("--limit <number>", "at most this many rows (default on a terminal: 50)", positiveInteger)
    .addOption(new Option("--json", "one JSON object a line").conflicts("csv"))
    .addOption(new Option("--csv", "comma-separated values"));

/** What may be asked of an actor. */
export const withActorFilter = (command: Command): Command =>
  withParty(command, "part of a name, in any case and with or without accents; or a key").addOption(
    new Option("--type <type>").choices(["person", "government", "organization", "group", "anonymous"]),
  );

const withPartyFilter = (
  command: Command,
  issue = "sharing words with a position on this issue of the codebook",
): Command =>
  withParty(command, "one in it: part of a name, or a key")
    .option("--issue <id>", issue)
    .option("--document <id>", "of one document (an id or its beginning)");

const withParty = (command: Command, actor: string): Command =>
  command
    .option("--actor <words>", actor)
    .option("--country <code>", "its country, ISO 3166-1 alpha-3")
    .option("--sector <sector>", "its PLOVER sector: GOV, MIL, LEG, …", capitals(sectors));
