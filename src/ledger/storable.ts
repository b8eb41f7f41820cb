import type { Article } from "../coding/article.ts";
import type { Statement } from "../coding/statement/statement.ts";
import { ParleyError } from "../text/errors.ts";
import type { CharSpan } from "../text/span.ts";
import { publicationInterval } from "./interval.ts";
import { spansByRole } from "./rows.ts";

/**
 * Lets nothing into the ledger that it could not give back exactly, or that points outside its document.
 * @throws ParleyError PARLEY_INPUT_MALFORMED naming the file and the place, never the text
 */
export function checkStorable(article: Article): void {
  const { document, outcome } = article;
  const refuse = refuseWith(`${wellFormed(document.file)} cannot be kept`);
  checkStrings(article, "article", refuse);
  if (document.published !== null && publicationInterval(document.published) === null) {
    refuse(`its date of publication is ${document.published.value} (${document.published.precision})`);
  }
  if (outcome.kind === "unread") return;
  if (outcome.reading.document !== document.id) refuse(`its reading is of document ${outcome.reading.document}`);
  const ids = new Set<string>();
  for (const statement of outcome.statements) {
    if (ids.has(statement.id)) refuse(`two of its statements have the id ${statement.id}`);
    ids.add(statement.id);
    checkSpans(statement, document.text.length, refuse);
  }
}

/** The same for what a person wrote. @throws ParleyError PARLEY_INPUT_MALFORMED */
export function checkStorableStrings(value: unknown, what: string): void {
  checkStrings(value, what, refuseWith(`the ${what} cannot be kept`));
}

type Refuse = (reason: string) => never;

const refuseWith =
  (what: string): Refuse =>
  (reason) => {
    throw new ParleyError("PARLEY_INPUT_MALFORMED", `${what}: ${reason}`);
  };

/** PostgreSQL's text holds neither; a document decoded by Parley has neither. */
const unstorable = /[\0\p{Cs}]/u;
const wellFormed = (text: string): string => text.replace(/[\0\p{Cs}]/gu, "\uFFFD");

function checkStrings(value: unknown, path: string, refuse: Refuse): void {
  if (typeof value === "string") {
    const at = value.search(unstorable);
    if (at >= 0) refuse(`${path} has ${value.charAt(at) === "\0" ? "U+0000" : "half a character"} at offset ${at}`);
  } else if (typeof value === "number") {
    // JSON would turn these into null
    if (!Number.isFinite(value)) refuse(`${path} is ${value}`);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, part] of Object.entries(value)) checkStrings(part, `${path}.${key}`, refuse);
  }
}

function checkSpans(statement: Statement, length: number, refuse: Refuse): void {
  const out = spansByRole(statement).find(({ span }) => !liesIn(span, length));
  if (out === undefined) return;
  const { role, span } = out;
  refuse(`statement ${statement.id} has a ${role} at ${span.start}..${span.end}, the text has ${length} code units`);
}

const liesIn = (span: CharSpan, length: number): boolean =>
  Number.isInteger(span.start) && span.start >= 0 && span.start < span.end && span.end <= length;
