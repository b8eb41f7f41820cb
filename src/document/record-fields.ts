/** What a JSON record may tell of its article. */
export const recordFields = ["text", "title", "url", "date", "outlet", "byline", "language"] as const;
export type RecordField = (typeof recordFields)[number];

/**
 * Names under which records keep each field, the most telling first, without case, `_`, `-` and spaces. Collected from
 * schema.org NewsArticle, JSON Feed 1.1, RSS and Atom as JSON, the WordPress, Guardian and NewsAPI interfaces,
 * news-please, newspaper and trafilatura.
 */
export const usualNames: Readonly<Record<RecordField, readonly string[]>> = {
  text: [
    "text",
    "body",
    "articlebody",
    "bodytext",
    "maintext",
    "fulltext",
    "rawtext",
    "articletext",
    "contenttext",
    "content",
    "contenthtml",
    "bodyhtml",
    "html",
    "article",
    "story",
    "paragraphs",
    "sentences",
  ],
  title: ["title", "headline", "webtitle", "name", "heading"],
  url: ["url", "link", "uri", "permalink", "canonical", "canonicalurl", "weburl", "sourceurl", "href"],
  date: [
    "publishedat",
    "published",
    "datepublished",
    "publisheddate",
    "publishdate",
    "datepublish",
    "pubdate",
    "publicationdate",
    "publishedtime",
    "publishedon",
    "webpublicationdate",
    "firstpublicationdate",
    "date",
    "datecreated",
    "createdat",
    "created",
    "timestamp",
  ],
  outlet: [
    "outlet",
    "publisher",
    "publication",
    "newspaper",
    "sitename",
    "site",
    "sourcename",
    "source",
    "domain",
    "sourcedomain",
  ],
  byline: ["byline", "bylines", "author", "authors", "creator", "dccreator", "journalist", "writer"],
  language: ["language", "lang", "inlanguage"],
};

/** Keys under which one object keeps a list of records. */
export const listNames: readonly string[] = ["articles", "items", "data", "documents", "results"];

/** Keys of an object that stands for a string: `{"name": …}` of a person, `{"rendered": …}` of WordPress. */
export const innerNames: readonly string[] = ["name", "rendered", "text", "value", "title", "$date"];
