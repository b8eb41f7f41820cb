import type { Actor } from "../coding/actor/actor.ts";
import type { Article } from "../coding/article.ts";
import type { ActorRow, ContactRow, StatementRow } from "../ledger/ledger.ts";
import { oneLine, printable } from "./printable.ts";
import { contactColumns } from "./record-rows.ts";
import { statementColumns } from "./rows.ts";
import { renderTable } from "./table.ts";
import { chalkFor, hues, narrowest, plain, type Run, type TerminalOptions, wrapRuns } from "./terminal.ts";
import { actorFacts, counted, daysWords } from "./wording.ts";

/** What `parley actors show` tells of one actor. */
export interface ActorView {
  readonly actor: ActorRow;
  readonly statements: readonly StatementRow[];
  readonly contacts: readonly ContactRow[];
  /** Its mentions in one article, numbered as `parley actors split` counts them; null where no article was asked for. */
  readonly mentions: ArticleMentions | null;
}

export interface ArticleMentions {
  readonly article: Article;
  /** As people decided. */
  readonly actor: Actor;
}

/** UTF-16 code units shown to each side of a mention. */
const around = 40;

/** The actor for the terminal: who it is, what it said and whom it met, each with its words and its article. */
export function renderActor(view: ActorView, options: TerminalOptions): string {
  const { actor, statements, contacts, mentions } = view;
  const chalk = chalkFor(options.colour);
  const width = Math.max(narrowest, options.width);
  const title = (count: number, noun: string, all: number): string =>
    chalk.bold(count < all ? `${counted(all, noun)}, the first ${count}` : counted(count, noun));
  const blocks = [
    headOf(actor, options).join("\n"),
    ...(mentions === null ? [] : [mentionLines(mentions, width, options).join("\n")]),
    `${title(statements.length, "statement", actor.statements)}\n${renderTable(statementColumns, statements, options)}`,
    `${title(contacts.length, "contact", contacts.length)}\n${renderTable(contactColumns, contacts, options)}`,
  ];
  return blocks.map((block) => block.trimEnd()).join("\n\n");
}

function headOf(actor: ActorRow, options: TerminalOptions): readonly string[] {
  const chalk = chalkFor(options.colour);
  const indent = 10;
  const width = Math.max(narrowest, options.width);
  const { type, country, sector, roles } = actor;
  const fields: readonly (readonly [string, string])[] = [
    ["who", actorFacts({ type, country, sector, role: roles[0] ?? null })],
    ["roles", roles.slice(1).join(", ")],
    ["named", actor.names.map((name) => `“${name}”`).join(", ")],
    ["in", `${counted(actor.documents, "article")}, ${counted(actor.mentions, "mention")}`],
    ["dates", daysWords(actor) ?? ""],
    ["base", actor.base ?? ""],
    ["key", actor.key],
    ["merged", actor.merged.join(", ")],
  ];
  return [
    ...wrapRuns([{ text: oneLine(actor.name), style: chalk.bold }], width),
    ...fields.flatMap(([name, value]) => {
      const lines = value === "" ? [] : wrapRuns([{ text: oneLine(value), style: plain }], width - indent);
      return lines.map((line, at) => chalk.dim((at === 0 ? name : "").padEnd(indent)) + line);
    }),
  ];
}

function mentionLines({ article, actor }: ArticleMentions, width: number, options: TerminalOptions): readonly string[] {
  const chalk = chalkFor(options.colour);
  const { text, id } = article.document;
  const mark = chalk.bold.hex(hues.source);
  const [open, close] = options.colour > 0 ? ["", ""] : ["{", "}"];
  const lines = actor.mentions.flatMap((mention, nth) => {
    const runs: readonly Run[] = [
      { text: before(text, mention.start), style: chalk.dim },
      { text: `${open}${oneLine(text.slice(mention.start, mention.end))}${close}`, style: mark },
      { text: after(text, mention.end), style: chalk.dim },
    ];
    return wrapRuns(runs, width - 5).map((line, at) => `${at === 0 ? String(nth + 1).padStart(3) : "   "}  ${line}`);
  });
  return [chalk.bold(`${counted(actor.mentions.length, "mention")} in ${id}`), ...lines];
}

/** The words before an offset, from the beginning of a word, with an ellipsis where there are more. */
function before(text: string, end: number): string {
  const start = Math.max(0, end - around);
  const words = spaced(text.slice(start, end));
  return start === 0 ? words.trimStart() : `…${words.replace(/^\S*\s+/u, "")}`;
}

function after(text: string, start: number): string {
  const end = Math.min(text.length, start + around);
  const words = spaced(text.slice(start, end));
  return end === text.length ? words.trimEnd() : `${words.replace(/\S*$/u, "")}…`;
}

/** On one line and safe to print, the spaces at its edges kept. */
const spaced = (text: string): string => printable(text.replace(/\s+/gu, " "));
