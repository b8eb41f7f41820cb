export type { Article, Read, Unread } from "./coding/article.ts";
export type { Statement } from "./coding/statement/statement.ts";
export type { DateCandidate, Document, Hints, Origin, Region } from "./document/document.ts";
export type { Ledger } from "./ledger/ledger.ts";
export type { Attribution, Reader, Reading } from "./reader/reading.ts";
export { ParleyError } from "./text/errors.ts";
export type { CharSpan, DocumentId, StatementId } from "./text/span.ts";
