import { charSpan, type DocumentId } from "../../text/span.ts";
import type { Document } from "../document.ts";

/** A text of a test as a document: in English, all of it body, with nothing known about it. */
export const plainDocument = (text: string): Document => ({
  id: "d" as DocumentId, // any text serves as an id here
  file: "-",
  url: null,
  title: null,
  outlet: null,
  bylines: [],
  published: null,
  dateCandidates: [],
  language: "en",
  text,
  regions: text === "" ? [] : [{ kind: "body", ...charSpan(0, text.length) }],
  order: "original",
  damage: [],
  origin: null,
});
