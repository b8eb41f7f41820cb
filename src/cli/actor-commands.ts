import { type Command, Option } from "commander";
import { examples } from "./help.ts";
import { listOptions, withActorFilter } from "./list-commands.ts";
import { positiveInteger, withLedgerOptions } from "./options.ts";
import type { Terminal } from "./terminal.ts";

const actorsModule = () => import("./commands/actors.ts");

/** `parley actors …`: who is who, and what a person decides on it. */
export function addActorCommands(program: Command, terminal: Terminal, exitWith: (code: number) => void): void {
  const actors = program
    .command("actors")
    .summary("who is who: show, rename, merge and split actors, import known ones")
    .description(
      "An ACTOR is a key, a name, or a part of a name that only one has. What is decided here is kept beside the machine's records, outlives every reading, and is in the audit.",
    )
    .addHelpText(
      "after",
      examples(
        "parley actors list --country OST",
        "parley actors show Verel",
        'parley actors merge "Emil Brand" "Émile Brandt"',
      ),
    );
  withActorFilter(listOptions(actors.command("list")))
    .summary("as parley list actors")
    .addHelpText("after", examples("parley actors list --sector GOV", "parley actors list --actor verel --json"))
    .action(async (options) => exitWith(await (await import("./commands/list.ts")).listActors(options, terminal)));
  withLedgerOptions(actors.command("show <actor>"))
    .summary("one actor: its names, roles, statements and contacts, each with its words and its article")
    .option("--article <id>", "its mentions there too, numbered (an id or its beginning)")
    .option("--limit <number>", "at most this many statements (default on a terminal: 20)", positiveInteger)
    .option("--json", "as JSON")
    .addHelpText("after", examples("parley actors show Verel", "parley actors show person:anton-verel --article 3f9a"))
    .action(async (actor, options) => exitWith(await (await actorsModule()).showActor(actor, options, terminal)));
  deciding(actors.command("merge <actor> <into>"))
    .summary("the first actor is the second, in every article")
    .addHelpText(
      "after",
      examples('parley actors merge "Emil Brand" "Émile Brandt"', "parley actors merge person:OST:brand person:q42"),
    )
    .action(async (actor, into, options) =>
      exitWith(await (await actorsModule()).mergeActors(actor, into, options, terminal)),
    );
  deciding(actors.command("split <actor>"))
    .summary("take a merge back; or, with --article, mentions there are somebody else")
    .option("--article <id>", "in this article (an id or its beginning)")
    .option(
      "--mention <number>",
      "this mention, as actors show --article counts them; may be repeated (default: all)",
      numbers,
    )
    .addOption(new Option("--into <actor>", "they are this actor (default: one of their own)").conflicts("name"))
    .option("--name <name>", "they are one of their own, with this name")
    .addHelpText(
      "after",
      examples(
        'parley actors split "Emil Brand"',
        'parley actors split Verel --article 3f9a --mention 2 --mention 5 --name "Marta Verel"',
        'parley actors split Verel --article 3f9a --into "Marta Verel"',
      ),
    )
    .action(async (actor, options) => exitWith(await (await actorsModule()).splitActor(actor, options, terminal)));
  deciding(actors.command("rename <actor> [name]"))
    .summary("what an actor is called everywhere; without a name, what texts and actor base call it")
    .addHelpText("after", examples('parley actors rename Verel "Anton Verel"', 'parley actors rename "Anton Verel"'))
    .action(async (actor, name, options) =>
      exitWith(await (await actorsModule()).renameActor(actor, name, options, terminal)),
    );
  withLedgerOptions(actors.command("import <file>"))
    .summary("persons to know when later articles are read: a table, or a Wikidata dump")
    .description(
      "Keeps the persons of a CSV (id,name,aliases,country,office,title,body,sector,from,to, as in codebook/actors/persons) or of a Wikidata JSON dump (one entity a line), plain, gzipped or bzip2ed; - is standard input. One whose id was imported before is replaced.",
    )
    .addOption(
      new Option("--format <format>", "what the file is (default: told by its beginning)").choices(["wikidata", "csv"]),
    )
    .option("--since <year>", "of a Wikidata dump, leave out who left office before", positiveInteger, 1990)
    .option("--json", "what was done, as JSON")
    .addHelpText(
      "after",
      examples(
        "parley actors import ministers.csv",
        "parley actors import latest-all.json.gz --since 2010",
        'zcat dump.json.gz | grep \'"P39"\\|"P298"\\|"P1001"\' | parley actors import - --format wikidata',
      ),
    )
    .action(async (file, options) =>
      exitWith(await (await import("./commands/actors-import.ts")).importActors(file, options, terminal)),
    );
}

const deciding = (command: Command): Command =>
  withLedgerOptions(command).option("--note <words>", "why, kept with the decision");

const numbers = (value: string, earlier: readonly number[] = []): readonly number[] => [
  ...earlier,
  positiveInteger(value),
];
