import { isControl, utf16WithoutMark } from "../../document/decode.ts";
import { signatures } from "./signatures.ts";

export type Format = "text" | "html" | "json" | "jsonl";

const endings: Readonly<Record<string, Format>> = {
  txt: "text",
  text: "text",
  md: "text",
  html: "html",
  htm: "html",
  xhtml: "html",
  json: "json",
  jsonl: "jsonl",
  ndjson: "jsonl",
};

export const knownEndings: readonly string[] = Object.keys(endings).map((ending) => `.${ending}`);

/** `none` has no ending at all, so that only its content can tell; `other` has one that is not ours. */
export type NamedFormat = Format | "none" | "other";

/** What a file's name says, `.gz` aside. Letters' case does not matter. */
export function formatOfName(path: string): NamedFormat {
  const ending = /[^/\\]\.([a-z][a-z0-9]{0,9})$/i.exec(withoutGzip(path))?.[1]?.toLowerCase();
  return ending === undefined ? "none" : (endings[ending] ?? "other");
}

/** `NAME.meta.json`, which says of NAME what its text cannot, and is never an article. */
export const isSidecarName = (path: string): boolean => /\.meta\.json$/i.test(path);

/** `dir/story.txt.gz` has its sidecar at `dir/story.meta.json`, as has `dir/story.txt`. */
export function sidecarPath(path: string): string {
  const plain = withoutGzip(path);
  const known = formatOfName(path);
  return `${known === "none" || known === "other" ? plain : plain.slice(0, plain.lastIndexOf("."))}.meta.json`;
}

const withoutGzip = (path: string): string => path.replace(/\.gz$/i, "");

/** Bytes from which a file's kind is told. */
export const HEAD_BYTES = 8192;

/**
 * What a file that is no text looks like ("a PDF"), or null for text. Beside known signatures: eight control codes or
 * more, and more than one byte in twenty of the head, unless UTF-16 explains them. One NUL in a text is harmless.
 */
export function looksLike(head: Uint8Array): string | null {
  for (const { bytes, at, name } of signatures) if (bytes.every((byte, i) => head[at + i] === byte)) return name;
  const marked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (marked || utf16WithoutMark(head)) return null;
  let controls = 0;
  for (const byte of head) if (isControl(byte)) controls++;
  return controls >= 8 && controls > head.length / 20 ? "a binary file" : null;
}

/** What text without a telling name holds. JSON and JSON Lines are told apart by `isJsonLines`. */
export function formatOfText(head: string): "text" | "html" | "json" {
  if (/^\s*(?:\{\s*["}]|\[\s*[[{\]])/.test(head)) return "json";
  if (
    /^\s*(?:<!doctype\s+html|<\?xml|<!--|<(?:html|head|body|article|div|p|h1|main|section|meta|title|script)[\s>])/i.test(
      head,
    )
  ) {
    return "html";
  }
  return "text";
}
