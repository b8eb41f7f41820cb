import { type CharSpan, charSpan, textOf } from "../text/span.ts";
import { readByline, readMasthead } from "./byline.ts";
import { monthNumber, monthPattern, type PartialDate, partialDate, readDate } from "./date-grammar.ts";
import { findDateline } from "./dateline.ts";
import type { DateCandidate, DateSource, Hints, Region } from "./document.ts";
import { splitLines } from "./lines.ts";
import { isDateAlone, isRecordDate } from "./regions.ts";

/** Where a date was read, and the words that gave it. `span` lies in the document's text; null where they are outside. */
export interface DateEvidence {
  readonly source: DateSource;
  readonly evidence: string;
  readonly span: CharSpan | null;
}

/** From the most to the least trusted; the reasons are in docs/decisions/0003. */
const orderOfTrust: readonly DateSource[] = [
  "user",
  "sidecar",
  "structured-data",
  "meta-tag",
  "time-element",
  "url",
  "byline",
  "record-line",
  "dateline",
];

/** A dateline without a year that lies further from the day of publication than this belongs to another year or text. */
const farthestDatelineDays = 31;

/**
 * Every date of publication that something speaks for, most trusted first, and the one to use: the most trusted, or a
 * more precise one that agrees with it ("2022-03" of an address, "2022-03-12" of a record line). Null where nothing
 * does: no date is better than a wrong one. Dates in the prose of the body are never looked at.
 */
export function findDates(input: {
  readonly text: string;
  readonly regions: readonly Region[];
  readonly url: string | null;
  readonly hints: Hints | null;
  /** What a record's field or a page's markup says. */
  readonly declared: readonly DateEvidence[];
}): { readonly published: DateCandidate | null; readonly dateCandidates: readonly DateCandidate[] } {
  const hinted = input.hints?.publishedAt;
  const stated: readonly DateEvidence[] = hinted ? [{ source: input.hints.from, evidence: hinted, span: null }] : [];
  const read = [...stated, ...input.declared, ...linesWithDates(input.text, input.regions)].flatMap(toCandidate);
  const known = sorted([...read, ...urlDates(input.url, input.text)]);
  const dateCandidates = sorted([...known, ...datelineDates(input.text, input.regions, known[0] ?? null)]);
  return { published: mostPrecise(dateCandidates), dateCandidates };
}

function toCandidate(found: DateEvidence): readonly DateCandidate[] {
  const date = readDate(found.evidence.trim());
  return date ? [{ ...date, ...found }] : [];
}

/** By trust, in the order found within one source; a second mention of the same day by the same source is left out. */
function sorted(candidates: readonly DateCandidate[]): readonly DateCandidate[] {
  const rank = (candidate: DateCandidate): number => orderOfTrust.indexOf(candidate.source);
  const unique = candidates.filter((one, at) => candidates.findIndex((other) => isSame(one, other)) === at);
  return [...unique].sort((a, b) => rank(a) - rank(b));
}

const isSame = (a: DateCandidate, b: DateCandidate): boolean => a.source === b.source && a.value === b.value;

function mostPrecise(candidates: readonly DateCandidate[]): DateCandidate | null {
  const first = candidates[0];
  if (first === undefined) return null;
  const agreeing = candidates.filter(({ value }) => value.startsWith(first.value));
  return agreeing.reduce((best, one) => (one.value.length > best.value.length ? one : best), first);
}

const publishedLabel =
  /^(?:(?:first |originally )?(?:published|posted|created|released|issued)(?: on| at)?|date|pub(?:lication)? ?date|publication-date)\s*:?\s+/iu;
const updatedLabel = /^(?:last )?(?:updated|modified|edited)/iu;

/** Record lines, "Published: …" lines and dated bylines, from the regions that hold no prose. */
function linesWithDates(text: string, regions: readonly Region[]): readonly DateEvidence[] {
  const bodyStart = regions.find(({ kind }) => kind === "body")?.start ?? text.length;
  return regions.flatMap((region) => {
    const read = readerOf(region, bodyStart);
    if (read === null) return [];
    return splitLines(textOf(text, region)).flatMap((line) => {
      const found = read(line.text);
      if (found === null) return [];
      const start = region.start + line.span.start + line.text.indexOf(found.evidence);
      return [{ ...found, span: charSpan(start, start + found.evidence.length) }];
    });
  });
}

type Found = Omit<DateEvidence, "span"> | null;

/** How the lines of a region tell a date. Furniture does so above the article alone: below it, other articles do. */
function readerOf(region: Region, bodyStart: number): ((line: string) => Found) | null {
  if (region.kind === "metadata") return datedLine;
  if (region.kind === "byline") return (line) => datedByline(line) ?? labelledLine(line);
  return region.kind === "boilerplate" && region.start < bodyStart ? labelledLine : null;
}

const labelledLine = (line: string): Found => (publishedLabel.test(line) ? datedLine(line) : null);

function datedLine(line: string): Found {
  if (isRecordDate(line)) return { source: "record-line", evidence: line };
  const issue = readMasthead(line)?.date;
  if (issue) return { source: "byline", evidence: issue };
  const label = publishedLabel.exec(line)?.[0] ?? "";
  if (updatedLabel.test(line) || (label === "" && !isDateAlone(line))) return null;
  const evidence = line.slice(label.length);
  return { source: isRecordDate(evidence) ? "record-line" : "byline", evidence };
}

function datedByline(line: string): Found {
  const date = readByline(line)?.date;
  return date ? { source: "byline", evidence: date } : null;
}

const year = "((?:19|20)\\d\\d)";
const month = "(0[1-9]|1[0-2])";
const day = "([0-3]\\d)";
/** Dates in an address: as folders, or at the start or end of a folder's or page's name, where no title has them. */
const urlForms: readonly RegExp[] = [
  new RegExp(`/${year}/${month}/${day}(?=/|$)`, "u"),
  new RegExp(`/${year}/(${monthPattern})/(\\d{1,2})(?=/|$)`, "iu"), // /2022/mar/11/
  new RegExp(`/${year}/${month}${day}(?=/|$)`, "u"), // /2022/0311/
  new RegExp(`/${year}-${month}-${day}(?=[-_/.]|$)`, "u"),
  new RegExp(`[-_]${year}-${month}-${day}(?=/|\\.\\w{3,5}$|$)`, "u"),
  new RegExp(`[/_-]${year}${month}${day}(?=[-_/.]|$)`, "u"),
  new RegExp(`/${year}/${month}(?=/)`, "u"),
];

function urlDates(url: string | null, text: string): readonly DateCandidate[] {
  const path = pathOf(url);
  for (const form of urlForms) {
    const match = form.exec(path);
    if (match === null) continue;
    const [, y, m, d] = match;
    const date = partialDate(Number(y), monthOf(m ?? ""), d === undefined ? undefined : Number(d));
    return date ? [{ ...date, source: "url", ...inText(match[0], url ?? "", path, text) }] : [];
  }
  return [];
}

const monthOf = (part: string): number => (/^\d/u.test(part) ? Number(part) : monthNumber(part));

/** The path of an address without its query; of an archived page, that of the page itself, not the archive's date. */
function pathOf(url: string | null): string {
  const own = (url ?? "").replace(/^.+(?=https?:\/\/)/u, "");
  return /^(?:https?:\/\/)?[^/?#]+([^?#]*)/u.exec(own)?.[1] ?? "";
}

/** The date's part of the address, with a slash after it if there is one, where the text prints the address. */
function inText(
  part: string,
  url: string,
  path: string,
  text: string,
): { readonly evidence: string; readonly span: CharSpan | null } {
  const at = path.indexOf(part);
  const evidence = path.slice(at, at + part.length + (path[at + part.length] === "/" ? 1 : 0));
  const start = text.indexOf(url);
  const from = start < 0 ? -1 : start + url.lastIndexOf(path) + at;
  return { evidence, span: start < 0 ? null : charSpan(from, from + evidence.length) };
}

const dayAndMonth = new RegExp(`^(?:(${monthPattern})\\.? (\\d{1,2})|(\\d{1,2}) (${monthPattern}))`, "iu");

/** The dateline's day, with the year it prints or else the one that brings it nearest to the most trusted date. */
function datelineDates(
  text: string,
  regions: readonly Region[],
  known: DateCandidate | null,
): readonly DateCandidate[] {
  const region = regions.find(({ kind }) => kind === "dateline");
  const evidence = region && findDateline(text.slice(region.start, region.end + 2))?.date;
  if (!region || !evidence) return [];
  const match = dayAndMonth.exec(evidence);
  const date =
    readDate(evidence) ??
    nearestYear(monthNumber(match?.[1] ?? match?.[4] ?? ""), Number(match?.[2] ?? match?.[3]), known);
  const start = text.indexOf(evidence, region.start);
  return date ? [{ ...date, source: "dateline", evidence, span: charSpan(start, start + evidence.length) }] : [];
}

function nearestYear(month: number, day: number, known: DateCandidate | null): PartialDate | null {
  if (known === null) return null;
  const around = Number(known.value.slice(0, 4));
  if (known.precision === "year") return partialDate(around, month, day);
  const distance = (date: PartialDate): number => Math.abs(daysOf(date.value) - daysOf(known.value));
  const dates = [around - 1, around, around + 1].flatMap((y) => partialDate(y, month, day) ?? []);
  const nearest = [...dates].sort((a, b) => distance(a) - distance(b))[0];
  return nearest && distance(nearest) <= farthestDatelineDays ? nearest : null;
}

/** Days since 1970 of YYYY-MM-DD; of YYYY-MM, its middle. */
const daysOf = (value: string): number => Date.parse(value.length === 7 ? `${value}-15` : value) / 86_400_000;
