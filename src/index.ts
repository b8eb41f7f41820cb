// What a program that uses Parley as a library needs; README.md has an example.
export { loadReader, type ReaderName } from "./cli/reading/pipeline.ts";
export type { Actor, Mention } from "./coding/actor/actor.ts";
export type { Article, Read, Unread } from "./coding/article.ts";
export type { Contact } from "./coding/event/contact.ts";
export type { Event } from "./coding/event/event.ts";
export { readArticle } from "./coding/read-article.ts";
export type { Statement } from "./coding/statement/statement.ts";
export type { TimeExpression } from "./coding/time/time-expression.ts";
export type { DateCandidate, Document, Hints, Origin, Region } from "./document/document.ts";
export { loadLanguageDetector } from "./document/language.ts";
export { type Draft, toDocument } from "./document/to-document.ts";
export type { ActorDecision } from "./ledger/actors/actor-decision.ts";
export type { Ledger, Provenance } from "./ledger/ledger.ts";
export { openLedger } from "./ledger/open.ts";
export { type ReadObject, toReadObject } from "./publish/read-object.ts";
export type { Attribution, Reader, Reading } from "./reader/reading.ts";
export { ParleyError } from "./text/errors.ts";
export type { ActorId, ActorKey, CharSpan, ContactId, DocumentId, EventId, StatementId } from "./text/span.ts";
