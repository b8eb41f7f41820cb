import type { OriginBounds, ReprintKind, ReprintLink, Reprints } from "../analysis/reprints/reprint.ts";
import { type Column, renderTable } from "./table.ts";
import { chalkFor, type TerminalOptions, wrapText } from "./terminal.ts";

/** The groups as a table, a line for each copy, with what they come to below it. */
export function renderReprints(
  { groups, leftOut }: Pick<Reprints<string>, "groups" | "leftOut">,
  documents: number,
  options: TerminalOptions,
): string {
  const folder = commonFolder(groups.flatMap((group) => group.documents));
  const rows = groups.flatMap(({ links, origins }, nth) =>
    links.map(
      (link, at): Row => ({
        ...link,
        copy: link.copy.slice(folder.length),
        of: link.of.slice(folder.length),
        group: at === 0 ? String(nth + 1) : "",
        origins: at === 0 ? origins : null,
      }),
    ),
  );
  const notes = [
    summary(groups, documents),
    ...(folder === "" ? [] : [`Names of files are those in ${folder}`]),
    ...(leftOut.length === 0 ? [] : [leftOutNote(leftOut)]),
  ];
  const chalk = chalkFor(options.colour);
  const below = notes.flatMap((note) => wrapText(note, options.width)).map((line) => chalk.dim(line));
  return [...(rows.length === 0 ? [] : [renderTable(columns, rows, options), ""]), ...below].join("\n");
}

/** The folder that all lie in, with its slash; empty where they have none in common. */
function commonFolder(files: readonly string[]): string {
  let folder = files[0] ?? "";
  for (const file of files) while (!file.startsWith(folder)) folder = folder.slice(0, -1);
  return folder.slice(0, folder.lastIndexOf("/") + 1);
}

interface Row extends ReprintLink<string> {
  /** Told once a group. */
  readonly group: string;
  readonly origins: OriginBounds | null;
}

const columns: readonly Column<Row>[] = [
  { header: "Group", value: ({ group }) => group, align: "right" },
  { header: "Origins", value: ({ origins }) => (origins ? boundsWords(origins) : "") },
  { header: "Copy", value: ({ copy }) => copy, shrinksTo: 14, lines: 3 },
  { header: "Of", value: ({ of }) => of, shrinksTo: 14, lines: 3 },
  { header: "What was done", value: ({ kind }) => kindWords[kind], shrinksTo: 8, lines: 2 },
  { header: "Share", value: ({ share }) => `${Math.round(100 * share)} %`, align: "right" },
  { header: "Known by", value: knownBy, shrinksTo: 8, lines: 2 },
];

/** "1", "1–2". */
export const boundsWords = ({ atLeast, atMost }: OriginBounds): string =>
  atLeast === atMost ? String(atLeast) : `${atLeast}–${atMost}`;

const kindWords: Readonly<Record<ReprintKind, string>> = {
  verbatim: "nothing",
  cut: "cut",
  shuffled: "shuffled",
  reworded: "reworded",
  mixed: "several things",
};

const directionWords: Readonly<Record<ReprintLink["direction"], string>> = {
  credit: "its credit",
  date: "the dates",
  completeness: "what is missing",
  damage: "lost marks, order",
  wording: "its wording",
  none: "a guess",
};

function knownBy({ direction, certain }: Row): string {
  return certain ? directionWords[direction] : `${directionWords[direction]}; uncertain`;
}

function summary(groups: Reprints<string>["groups"], documents: number): string {
  const copies = groups.reduce((sum, { links }) => sum + links.length, 0);
  if (copies === 0) return `No reprints among ${counted(documents, "article")}.`;
  const kinds = copies === 1 ? "1 reprint" : `${copies} reprints`;
  return `${kinds} in ${counted(groups.length, "group")} among ${counted(documents, "article")}.`;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

const leftOutNote = (files: readonly string[]): string =>
  `Not in English and not compared: ${files.slice(0, 3).join(", ")}${files.length > 3 ? ` and ${files.length - 3} more` : ""}.`;
