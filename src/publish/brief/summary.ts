import { oneLine } from "../printable.ts";
import {
  chalkFor,
  clip,
  hues,
  narrowest,
  plain,
  type Style,
  type TerminalOptions,
  widthOf,
  wrapText,
} from "../terminal.ts";
import { counted, dateWords, outletOf, outletsOf, share } from "../wording.ts";
import {
  cautionsOf,
  figuresOf,
  filterWords,
  quotationShares,
  sourcingShares,
  spanOfDates,
  tellingLine,
} from "./figures.ts";
import type { BriefData } from "./gather.ts";
import { type Line, linesOf, type Speaker, speakersOf } from "./speakers.ts";

const sourcesShown = 6;
const outletsShown = 8;

/** The brief's beginning for the terminal, after a batch was added: what there is, who says most, what to bear in mind. */
export function renderBriefSummary(data: BriefData, options: TerminalOptions): string {
  const width = Math.max(narrowest, options.width);
  const chalk = chalkFor(options.colour);
  const lines = linesOf(data);
  const figures = figuresOf(data, lines);
  const filter = filterWords(data.filter);
  const wrapped = (text: string, style: Style = plain) => wrapText(oneLine(text), width).map((line) => style(line));
  if (data.documents.length === 0) {
    return wrapped(filter ? `No article in the ledger fits: ${filter}.` : "The ledger holds no articles.").join("\n");
  }
  const blocks: readonly (readonly string[])[] = [
    [
      ...wrapped(
        `${counted(figures.statements, "statement")} in ${counted(figures.documents, "article")} from ${counted(figures.outlets, "outlet")}, ${spanOfDates(figures)}`,
        chalk.bold,
      ),
      ...(lines.length > 0 ? wrapped(`${quotationShares(lines)}; ${sourcingShares(figures)}`) : []),
      ...(filter ? wrapped(`filtered: ${filter}`) : []),
    ],
    [chalk.bold("Outlets"), ...wrapText(outletCounts(data), width - 2).map((line) => `  ${line}`)],
    mostQuoted(speakersOf(lines), lines.length, width, options),
    cautionLines(data, lines, width, chalk.hex(hues.cue)),
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n");
}

/** "The Veld Courier 9, Meridian 7, 2 others 3". */
function outletCounts({ documents }: BriefData): string {
  const counts = outletsOf(documents.map(({ article }) => article.document));
  const ordered = counts
    .map(({ outlet, count }): readonly [string, number] => [oneLine(outletOf({ outlet })), count])
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const rest = ordered.slice(outletsShown);
  const others =
    rest.length === 0 ? [] : [`${counted(rest.length, "other")} ${rest.reduce((sum, [, n]) => sum + n, 0)}`];
  return [...ordered.slice(0, outletsShown).map(([name, count]) => `${name} ${count}`), ...others].join(", ");
}

function mostQuoted(
  speakers: readonly Speaker[],
  total: number,
  width: number,
  options: TerminalOptions,
): readonly string[] {
  const chalk = chalkFor(options.colour);
  const named = speakers.filter(({ voice }) => voice === "named").slice(0, sourcesShown);
  if (named.length === 0) return [];
  const told = named.flatMap((speaker) => {
    const count = `${speaker.lines.length} (${share(speaker.lines.length, total)})`;
    const name = clip(speaker.name, width - 4 - widthOf(count));
    const line = tellingLine(speaker.lines);
    return [
      `  ${chalk.hex(hues.source).bold(name)}  ${chalk.dim(count)}`,
      ...(line ? quoted(line, width, chalk.dim) : []),
    ];
  });
  return [chalk.bold("Most quoted by name"), ...told];
}

/** Two lines of the words at most, then where they stand. */
function quoted({ words, in: { article } }: Line, width: number, dim: Style): readonly string[] {
  const indent = "    ";
  const room = width - indent.length;
  const { document } = article;
  const where = `${oneLine(outletOf(document))}, ${document.published ? dateWords(document.published.value) : "no date"}`;
  const said = wrapText(`${words.cue ? `${words.cue}: ` : ""}${words.content}`, room);
  const shown = said.length <= 2 ? said : [said[0] ?? "", clip(said.slice(1).join(" "), room)];
  return [...shown, dim(clip(where, room))].map((line) => indent + line);
}

function cautionLines(data: BriefData, lines: readonly Line[], width: number, style: Style): readonly string[] {
  const cautions = cautionsOf(data, lines).flatMap(({ text }) =>
    wrapText(oneLine(text), width - 4).map((line, index) => (index === 0 ? `  ! ${line}` : `    ${line}`)),
  );
  return cautions.length === 0 ? [] : [style("Bear in mind"), ...cautions];
}
