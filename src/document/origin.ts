import { type CharSpan, charSpan, textOf } from "../text/span.ts";
import { readByline } from "./byline.ts";
import { findDateline } from "./dateline.ts";
import type { Origin, Region } from "./document.ts";
import { type Line, splitLines } from "./lines.ts";
import { isSameOutlet, outletName, outletPattern } from "./outlet-names.ts";
import { knownOutlets } from "./outlets.ts";

/** One thing that speaks for an outlet of origin. `weight` counts among words in the text alone (see `enoughWeight`). */
interface Evidence {
  readonly outlet: string;
  readonly basis: Origin["basis"];
  readonly evidence: string;
  readonly span: CharSpan | null;
  readonly weight: number;
}

/** What a page's markup says of its origin, as the HTML extractor found it. */
export type DeclaredOrigin = Pick<Origin, "outlet" | "basis" | "evidence">;

/**
 * The order of trust. A credit line and a dateline are the publisher's own word for whose report it is; a canonical
 * link and a folder of the address are its software's; "told CNN" shows who did the asking, but an outlet may quote
 * another's interview in a report of its own; and "first reported by X" says that X was first with one fact, while
 * the report at hand was gathered by someone else. So an article in which sources "told CNN" twice, and which credits
 * The Washington Post with having first reported the news, is CNN's.
 */
const orderOfTrust: readonly Origin["basis"][] = [
  "credit-line",
  "dateline",
  "canonical-link",
  "url-path",
  "metadata",
  "relay",
  "first-reported",
];

/**
 * What words in the text must weigh before they name another outlet than the one that published it: two relays, or one
 * by an unnamed source; "first reported" must stand in the lead. Any will do where the outlet of publication is unknown.
 */
const enoughWeight = 2;
/** Characters from the start of the body that count as the lead: who is named there is named for the whole report. */
const leadLength = 500;

/**
 * The outlet that first reported what the document carries, with every word in the text that says so, or null where
 * nothing says so or where it is the outlet of publication itself.
 */
export function findOrigin(input: {
  readonly text: string;
  readonly regions: readonly Region[];
  readonly url: string | null;
  readonly outlet: string | null;
  readonly declared: DeclaredOrigin | null;
}): Origin | null {
  const own = (name: string): boolean => input.outlet !== null && isOwn(name, input.outlet);
  const { text, regions } = input;
  const declared = input.declared ? [{ ...input.declared, span: null, weight: enoughWeight }] : [];
  // A site prints its own name in its copyright line and its own folders, whoever wrote the article.
  const outside = [...creditLines(text, regions), ...declared, ...urlPath(input.url, text)].filter(
    (e) => !own(e.outlet),
  );
  const words = wordsInText(text, regions);
  const all = [...outside, ...datelineAgency(text, regions), ...words].map((e) => ({
    ...e,
    outlet: outletName(e.outlet),
  }));
  const best = mostTrusted(all, input.outlet === null);
  return best === null || own(best.outlet) ? null : toOrigin(best, all);
}

/** The outlet itself, or a desk or edition of it: "India Post News Weekly" at "India Post". */
function isOwn(name: string, outlet: string): boolean {
  return isSameOutlet(name, outlet) || name.startsWith(`${outletName(outlet)} `);
}

function mostTrusted(all: readonly Evidence[], isOutletUnknown: boolean): Evidence | null {
  for (const basis of orderOfTrust) {
    const found = all.filter((e) => e.basis === basis);
    const best =
      basis === "relay"
        ? mostRelayed(found, isOutletUnknown)
        : found.find((e) => isOutletUnknown || e.weight >= enoughWeight);
    if (best) return best;
  }
  return null;
}

function mostRelayed(relays: readonly Evidence[], isOutletUnknown: boolean): Evidence | null {
  const weights = new Map<string, number>();
  for (const { outlet, weight } of relays) weights.set(outlet, (weights.get(outlet) ?? 0) + weight);
  const [first, second] = [...weights].sort((a, b) => b[1] - a[1]);
  if (first === undefined || first[1] === second?.[1]) return null;
  return isOutletUnknown || first[1] >= enoughWeight
    ? (relays.find(({ outlet }) => outlet === first[0]) ?? null)
    : null;
}

function toOrigin({ outlet, basis, evidence }: Evidence, all: readonly Evidence[]): Origin {
  const spans = all.flatMap((e) => (e.outlet === outlet && e.span ? [e.span] : []));
  return { outlet, basis, evidence, spans: spans.sort((a, b) => a.start - b.start) };
}

const name = `(?:[Tt]he )?(${outletPattern})`;
const anyName = `(?:[Tt]he )?(${outletPattern}|(?:\\p{Lu}(?:[\\p{L}\\p{N}’'&-]|(?<=[ .]\\p{Lu})\\.|\\.(?=\\p{L}))*[ ]?){1,5}(?<![. ]))`;

/** Lines outside the prose that say whose report it is. "Reporting by A; Editing by B" names no outlet, so it is none. */
const credits: readonly RegExp[] = [
  new RegExp(`(?:©|\\([Cc]\\)|[Cc]opyright)[ ©]*(?:\\(c\\) ?)?(?:(?:19|20)\\d\\d)?,? ?(?:by )?${name}`, "u"),
  new RegExp(`^\\W*(?:[Ss]ource|SOURCE|[Vv]ia|VIA)\\s*:\\s*${name}\\W*$`, "u"),
  new RegExp(
    `[Tt]his (?:article|story|piece|report|column|post|dispatch) (?:was |is |has been )?(?:first |originally )*(?:published|appeared|posted|produced|reported|provided)(?: here)?(?: (?:by|in|on|at|from))+ ${anyName}`,
    "u",
  ),
  // "reprinted on X" says where this report went, "reprinted from X" where it came from
  new RegExp(
    `(?<!\\p{L})(?:(?:[Rr]epublished|[Rr]eprinted)(?: (?:here|with permission|courtesy))*(?: (?:from|of))+|[Rr]epublished by permission of|(?:[Aa]s|[Oo]riginally|[Ff]irst) published (?:by|in|on)) ${anyName}`,
    "u",
  ),
];

function creditLines(text: string, regions: readonly Region[]): readonly Evidence[] {
  const lines = regions
    .filter(({ kind }) => kind !== "title" && kind !== "dateline" && kind !== "repeat")
    .flatMap((region) => {
      const inside = splitLines(text.slice(region.start, region.end));
      const edge = region.kind === "body" ? [...inside.slice(0, 1), ...inside.slice(-2)] : inside;
      return [...new Set(edge)].map((line) => ({ line, region }));
    });
  return lines.flatMap(({ line, region }) => creditIn(line, region));
}

/** A credit is a short line; a longer one is prose, or made to cost time. */
const longestCredit = 400;

function creditIn(line: Line, region: Region): readonly Evidence[] {
  if (line.text.length > longestCredit) return [];
  const span = charSpan(region.start + line.span.start, region.start + line.span.end);
  if (region.kind === "byline") {
    const outlet = readByline(line.text)?.outlet;
    if (outlet) return [{ outlet, basis: "credit-line", evidence: line.text, span, weight: enoughWeight }];
  }
  for (const pattern of credits) {
    const match = pattern.exec(line.text);
    if (match?.[1] === undefined) continue;
    const at = span.start + match.index;
    const words = charSpan(at, at + match[0].length);
    return [{ outlet: match[1], basis: "credit-line", evidence: match[0], span: words, weight: enoughWeight }];
  }
  return [];
}

function datelineAgency(text: string, regions: readonly Region[]): readonly Evidence[] {
  const region = regions.find(({ kind }) => kind === "dateline");
  const agency = region && findDateline(text.slice(region.start, region.end + 2))?.agency;
  return region && agency
    ? [
        {
          outlet: agency,
          basis: "dateline",
          evidence: textOf(text, region),
          span: charSpan(region.start, region.end),
          weight: enoughWeight,
        },
      ]
    : [];
}

/** A folder of the address that names an agency: "/cnn-us-politics/", "/ap/". The page's own name is a headline. */
function urlPath(url: string | null, text: string): readonly Evidence[] {
  const path = /^(?:https?:\/\/)?[^/?#]+(\/[^?#]*)/iu.exec(url ?? "")?.[1] ?? "";
  const folders = path.replace(/\/$/u, "").split("/").slice(1, -1);
  for (const folder of folders) {
    const known = knownOutlets.find(({ paths }) => paths.some((slug) => namesOutlet(folder.toLowerCase(), slug)));
    if (known === undefined) continue;
    const evidence = `/${folder}/`;
    const start = text.indexOf(url ?? "") < 0 ? -1 : text.indexOf(evidence, text.indexOf(url ?? ""));
    const span = start < 0 ? null : charSpan(start + 1, start + 1 + folder.length);
    return [{ outlet: known.name, basis: "url-path", evidence, span, weight: enoughWeight }];
  }
  return [];
}

/** "cnn-us-politics" begins with "cnn"; a two-letter slug must be the whole folder, as "/ap-courses/" is a school's. */
const namesOutlet = (folder: string, slug: string): boolean =>
  folder === slug || (slug.length > 2 && folder.startsWith(`${slug}-`) && folder.split("-").length <= 5);

const toldWords =
  "(?:told|tells|telling|(?:spoke|speaking|spoken|speaks) (?:to|with|on)|(?:confirmed|said|provided|disclosed|given|leaked) to|interviewed by|obtained by|(?:an?|the|his|her|their) (?:\\p{L}+ )?interview (?:with|to|on|published by))";
const told = new RegExp(`(?<=[^\\p{L}])${toldWords} ${name}`, "gu");
/** An unnamed source shortly before: who reports what one says has spoken to them. */
const unnamedSource =
  /\b(?:sources?|officials?|diplomats?|people|persons?|individuals?|aides?|advisers?|negotiators?|insiders?)\b[^.!?"“”]{0,90}$/iu;

/** What an outlet says of its own reporting, with its name before. */
const ownReporting =
  /(?<= )(?:has )?(?:previously|earlier) reported\b|(?<= )(?:has|had) (?:previously reported|learned)\b/gu;
/** That another was first, with its name before or after. */
const firstReporting = /(?<= )(?:was (?:the )?)?first (?:time )?(?:to report|reported|broke)\b/gu;
const firstReportedBy = new RegExp(`(?<= )first (?:reported|published|revealed) (?:by|in) ${name}`, "gu");
const reports = /(?<= )(?:reports?|reported|writes?|wrote)\b/gu;
const nameBefore = new RegExp(`(?:[Tt]he )?(?:^|(?<=[^\\p{L}\\p{N}]))(${outletPattern}) $`, "u");

function wordsInText(text: string, regions: readonly Region[]): readonly Evidence[] {
  const prose = regions.filter(({ kind }) => kind === "body");
  const lead = prose[0] ? prose[0].start + leadLength : 0;
  const inLead = (match: Match): number => (match.start < lead ? enoughWeight : 1);
  return prose.flatMap((region) => [
    ...matches(text, region, told).map((m) => evidenceOf(m, "relay", relayWeight(text, region, m))),
    ...afterName(text, region, ownReporting).map((m) => evidenceOf(m, "relay", enoughWeight)),
    ...afterName(text, region, firstReporting).map((m) => evidenceOf(m, "first-reported", inLead(m))),
    ...matches(text, region, firstReportedBy).map((m) => evidenceOf(m, "first-reported", inLead(m))),
    ...afterName(text, region, reports)
      .filter((m) => m.start < lead)
      .map((m) => evidenceOf(m, "first-reported", enoughWeight)),
  ]);
}

function relayWeight(text: string, region: Region, match: Match): number {
  const before = text.slice(Math.max(region.start, match.start - 120), match.start);
  return unnamedSource.test(before) ? enoughWeight : 1;
}

interface Match {
  readonly outlet: string;
  readonly words: string;
  readonly start: number;
}

function matches(text: string, region: Region, pattern: RegExp): readonly Match[] {
  const prose = text.slice(region.start, region.end);
  return [...prose.matchAll(pattern)].flatMap((match) =>
    match[1] === undefined ? [] : [{ outlet: match[1], words: match[0], start: region.start + match.index }],
  );
}

/** Matches of `pattern` with an outlet's name right before them, the name included. */
function afterName(text: string, region: Region, pattern: RegExp): readonly Match[] {
  const prose = text.slice(region.start, region.end);
  return [...prose.matchAll(pattern)].flatMap((match) => {
    const from = Math.max(0, match.index - 70);
    const before = nameBefore.exec(prose.slice(from, match.index));
    if (before?.[1] === undefined) return [];
    const start = from + before.index;
    const words = prose.slice(start, match.index + match[0].length);
    return [{ outlet: before[1], words, start: region.start + start }];
  });
}

const evidenceOf = ({ outlet, words, start }: Match, basis: Origin["basis"], weight: number): Evidence => ({
  outlet,
  basis,
  evidence: words,
  span: charSpan(start, start + words.length),
  weight,
});
