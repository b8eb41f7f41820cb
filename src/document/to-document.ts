import { ParleyError } from "../text/errors.ts";
import { type CharSpan, charSpan, textOf } from "../text/span.ts";
import { bylinesOf, readMasthead } from "./byline.ts";
import { findDamage } from "./damage.ts";
import type { Document, Hints, Region } from "./document.ts";
import { matchTitle } from "./headline.ts";
import { extractHtml } from "./html/extract-html.ts";
import { documentId } from "./identity.ts";
import { primarySubtag } from "./language.ts";
import { splitLines } from "./lines.ts";
import { findOrder } from "./order.ts";
import { type DeclaredOrigin, findOrigin } from "./origin.ts";
import { outletName } from "./outlet-names.ts";
import { type DateEvidence, findDates } from "./published.ts";
import { findRegions, titleOf } from "./regions.ts";

/**
 * A JSON object's fields after mapping. `text` may hold HTML markup, and then `isHtml`. Empty fields are null;
 * `date` and `language` stand as the record wrote them.
 */
export interface ArticleRecord {
  readonly title: string | null;
  readonly text: string;
  readonly isHtml: boolean;
  readonly url: string | null;
  readonly date: string | null;
  readonly outlet: string | null;
  readonly bylines: readonly string[];
  readonly language: string | null;
}

/** Decoded input, one document's worth. `file` is the path as given (or `-`), with `#n` where it holds several. */
export type Draft =
  | { readonly kind: "text"; readonly file: string; readonly text: string; readonly hints: Hints | null }
  | { readonly kind: "html"; readonly file: string; readonly html: string; readonly hints: Hints | null }
  | { readonly kind: "record"; readonly file: string; readonly record: ArticleRecord; readonly hints: Hints | null };

/** What assembling a document needs and the caller loads. */
export interface DocumentTools {
  /** BCP 47 language subtag of a text, or null where it cannot tell; see `loadLanguageDetector`. */
  readonly detectLanguage: (text: string) => string | null;
}

/** What a draft says of itself before its text is read. */
interface Parts {
  readonly text: string;
  /** The page's blocks where they came from markup; empty for plain text. */
  readonly blocks: readonly Region[];
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly bylines: readonly string[];
  readonly language: string | null;
  readonly dates: readonly DateEvidence[];
  readonly origin: DeclaredOrigin | null;
}

/**
 * Assembles the document of one draft: its text with its regions, and its metadata. A hint is trusted over the
 * draft's own metadata, and that over what its text says. Plain text stays as it is, whatever is in it.
 * @throws ParleyError PARLEY_INPUT_NO_TEXT if nothing but white space is in it; what `extractHtml` throws for markup.
 */
export function toDocument(draft: Draft, tools: DocumentTools): Document {
  const parts = namingFile(draft, partsOf);
  const { text } = parts;
  if (text.trim() === "") throw new ParleyError("PARLEY_INPUT_NO_TEXT", `${draft.file}: no text, only white space`);
  const { hints } = draft;
  const knownTitle = hints?.title ?? parts.title;
  const regions = findRegions(text, knownTitle, parts.blocks);
  const url = hints?.url ?? parts.url ?? printedAddress(text, regions);
  const named = hints?.outlet ?? parts.outlet;
  const outlet = hostOf(named) ?? named ?? hostOf(url) ?? printedOutlet(text, regions); // some name themselves by address
  const body = regions.filter(({ kind }) => kind === "body").map(({ start, end }) => charSpan(start, end));
  return {
    id: documentId({ text, url, outlet }),
    file: draft.file,
    url,
    title: knownTitle ?? titleOf(text, regions),
    outlet,
    bylines: bylinesOf(hints?.bylines ?? parts.bylines, text, regions),
    ...findDates({ text, regions, url, hints, declared: parts.dates }),
    language: tools.detectLanguage(sampleOf(text, body)) ?? primarySubtag(parts.language),
    text,
    regions,
    order: findOrder(text, body),
    damage: findDamage(text, body),
    origin: findOrigin({ text, regions, url, outlet, declared: parts.origin }),
  };
}

/** An error of what lies below says what was wrong; which file it was in is known here. */
function namingFile(draft: Draft, read: (draft: Draft) => Parts): Parts {
  try {
    return read(draft);
  } catch (error) {
    if (!(error instanceof ParleyError)) throw error;
    throw new ParleyError(error.code, `${draft.file}: ${error.message}`, { cause: error });
  }
}

function partsOf(draft: Draft): Parts {
  switch (draft.kind) {
    case "text":
      return plainText(draft.text);
    case "html":
      return fromHtml(draft.html);
    case "record":
      return fromRecord(draft.record);
    default:
      return draft satisfies never;
  }
}

const plainText = (text: string): Parts => ({
  text,
  blocks: [],
  title: null,
  outlet: null,
  url: null,
  bylines: [],
  language: null,
  dates: [],
  origin: null,
});

const blockSeparator = "\n\n";

function fromHtml(html: string): Parts {
  const { blocks, dates, ...page } = extractHtml(html);
  const regions: Region[] = [];
  let length = 0;
  for (const { kind, text } of blocks) {
    regions.push({ kind, ...charSpan(length, length + text.length) });
    length += text.length + blockSeparator.length;
  }
  const text = blocks.map((block) => block.text).join(blockSeparator);
  return { ...page, text, blocks: regions, dates: dates.map((date) => ({ ...date, span: null })) };
}

/** A record's fields over what its markup, if any, says; its date is trusted as a sidecar's is. */
function fromRecord(record: ArticleRecord): Parts {
  const parts = withTitle(record.isHtml ? fromHtml(record.text) : plainText(record.text), record.title);
  const own: readonly DateEvidence[] = record.date ? [{ source: "sidecar", evidence: record.date, span: null }] : [];
  return {
    ...parts,
    outlet: record.outlet ?? parts.outlet,
    url: record.url ?? parts.url,
    bylines: record.bylines.length > 0 ? record.bylines : parts.bylines,
    language: record.language ?? parts.language,
    dates: [...own, ...parts.dates],
  };
}

/** The title above the text, where the text does not begin with it. */
function withTitle(parts: Parts, title: string | null): Parts {
  if (title === null || title.trim() === "") return parts;
  const start = parts.text.length - parts.text.trimStart().length;
  if (parts.text.trim() === "" || matchTitle(parts.text, start, parts.text.length, title)) return { ...parts, title };
  const shift = title.length + blockSeparator.length;
  const blocks = parts.blocks.map(({ kind, start, end }) => ({ kind, ...charSpan(start + shift, end + shift) }));
  const head: readonly Region[] = blocks.length > 0 ? [{ kind: "title", ...charSpan(0, title.length) }] : [];
  return { ...parts, title, text: title + blockSeparator + parts.text, blocks: [...head, ...blocks] };
}

/** The address that a record prints on a line of its own above the article; one below it may be any link. */
function printedAddress(text: string, regions: readonly Region[]): string | null {
  const bodyStart = regions.find(({ kind }) => kind === "body")?.start ?? text.length;
  for (const region of regions) {
    if (region.kind !== "metadata" || region.start > bodyStart) continue;
    const found = /^(?:[\p{L} ]{3,12}:\s*)?(https?:\/\/\S+)$/imu.exec(textOf(text, region))?.[1];
    if (found) return found;
  }
  return null;
}

/** The outlet named by a dated masthead ("The Karsk Herald, 4 March 2022") or by a label above the article, or null. */
function printedOutlet(text: string, regions: readonly Region[]): string | null {
  const bodyStart = regions.find(({ kind }) => kind === "body")?.start ?? text.length;
  const above = regions.filter(({ kind, start }) => kind === "metadata" && start < bodyStart);
  for (const { text: line } of above.flatMap((region) => splitLines(textOf(text, region)))) {
    const labelled = /^(?:outlet|publisher|newspaper|publication)\s*:\s*(.+)$/iu.exec(line)?.[1];
    const masthead = readMasthead(line);
    const outlet = labelled ?? (masthead?.date ? masthead.outlet : null);
    if (outlet) return outletName(outlet);
  }
  return null;
}

/** The host of an address without "www.", or null. */
function hostOf(url: string | null): string | null {
  return /^(?:https?:)?\/\/(?:www\.)?([^/?#:@\s]+)/iu.exec(url ?? "")?.[1]?.toLowerCase() ?? null;
}

/** Enough of the body to tell its language by; the whole text where nothing in it is body. */
function sampleOf(text: string, body: readonly CharSpan[]): string {
  let sample = "";
  for (const span of body) {
    if (sample.length >= languageSample) break;
    sample += `${text.slice(span.start, Math.min(span.end, span.start + languageSample))}\n`;
  }
  return sample === "" ? text.slice(0, languageSample) : sample;
}

const languageSample = 4000;
