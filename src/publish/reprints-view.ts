import type { OriginBounds, ReprintGroup, ReprintLink, Reprints } from "../analysis/reprints/reprint.ts";
import { oneLine } from "./printable.ts";
import { type Column, renderTable } from "./table.ts";
import { chalkFor, type TerminalOptions, wrapText } from "./terminal.ts";

/** The groups as a table, the source of each above its copies, with what they come to below it. */
export function renderReprints(
  { groups, leftOut }: Pick<Reprints<string>, "groups" | "leftOut">,
  documents: number,
  options: TerminalOptions,
): string {
  const folder = commonFolder(groups.flatMap((group) => group.documents));
  const rows = groups.flatMap((group, nth) => rowsOf(group, nth + 1, folder.length));
  const notes = [
    summary(groups, documents),
    ...(folder === "" ? [] : [`Names of files are those in ${folder}`]),
    ...(leftOut.length === 0 ? [] : [leftOutNote(leftOut)]),
  ];
  const chalk = chalkFor(options.colour);
  const below = notes.flatMap((note) => wrapText(oneLine(note), options.width)).map((line) => chalk.dim(line));
  return [...(rows.length === 0 ? [] : [renderTable(columns, rows, options), ""]), ...below].join("\n");
}

/** The source of a group, or a copy in it. */
type Row =
  | { readonly kind: "source"; readonly group: number; readonly file: string; readonly origins: OriginBounds }
  | { readonly kind: "copy"; readonly file: string; readonly link: ReprintLink<string> };

function rowsOf({ documents, links, origins }: ReprintGroup<string>, group: number, skipped: number): readonly Row[] {
  const source = documents[0] ?? "";
  const copies = links.map((link): Row => {
    const by = link.of === source ? "" : `, by way of ${link.of.slice(skipped)}`;
    return { kind: "copy", file: `└─${link.copy.slice(skipped)}${by}`, link };
  });
  return [{ kind: "source", group, file: source.slice(skipped), origins }, ...copies];
}

/** The folder that all lie in, with its slash; empty where they have none in common. */
function commonFolder(files: readonly string[]): string {
  let folder = files[0] ?? "";
  for (const file of files) while (!file.startsWith(folder)) folder = folder.slice(0, -1);
  return folder.slice(0, folder.lastIndexOf("/") + 1);
}

const columns: readonly Column<Row>[] = [
  { header: "#", value: (row) => (row.kind === "source" ? String(row.group) : ""), align: "right" },
  { header: "Report and its copies", value: ({ file }) => file, shrinksTo: 20, lines: 3 },
  { header: "Origins", value: (row) => (row.kind === "source" ? boundsWords(row.origins) : "") },
  { header: "Kind", value: (row) => (row.kind === "copy" ? row.link.kind : "") },
  {
    header: "Share",
    value: (row) => (row.kind === "copy" ? `${Math.round(100 * row.link.share)} %` : ""),
    align: "right",
  },
  { header: "Known by", value: (row) => (row.kind === "copy" ? knownBy(row.link) : ""), shrinksTo: 10, lines: 2 },
];

/** "1", "1–2". */
export const boundsWords = ({ atLeast, atMost }: OriginBounds): string =>
  atLeast === atMost ? String(atLeast) : `${atLeast}–${atMost}`;

const directionWords: Readonly<Record<ReprintLink["direction"], string>> = {
  credit: "credit",
  date: "dates",
  completeness: "cuts",
  damage: "damage",
  wording: "wording",
  none: "(a guess)",
};

const knownBy = ({ direction, certain }: ReprintLink<string>): string =>
  certain ? directionWords[direction] : `${directionWords[direction]}, uncertain`;

function summary(groups: Reprints<string>["groups"], documents: number): string {
  const copies = groups.reduce((sum, { links }) => sum + links.length, 0);
  if (copies === 0) return `No reprints among ${counted(documents, "article")}.`;
  return `${counted(copies, "reprint")} in ${counted(groups.length, "group")} among ${counted(documents, "article")}.`;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

const leftOutNote = (files: readonly string[]): string =>
  `Not in English and not compared: ${files.slice(0, 3).join(", ")}${files.length > 3 ? ` and ${files.length - 3} more` : ""}.`;
