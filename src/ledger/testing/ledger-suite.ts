import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Article } from "../../coding/article.ts";
import type { Statement } from "../../coding/statement/statement.ts";
import type { CharSpan, DocumentId, StatementId } from "../../text/span.ts";
import { findDefects } from "../integrity.ts";
import type { Ledger, Provenance, StatementFilter } from "../ledger.ts";
import { ledgerOver } from "../repository.ts";
import { prepareSchema } from "../schema.ts";
import type { Database } from "../sql.ts";
import { arbitraryArticle } from "./arbitrary-article.ts";
import { hash, makeArticle, makeUnread, type Said } from "./article.ts";
import { clearLedger } from "./clear-ledger.ts";

const provenance: Provenance = { by: "vera@karsk", at: "2031-05-06T07:08:09.123Z", program: "parley 0.0.0" };

/** What every adapter must do. `open` gives an empty database, which the suite closes. */
export function describeLedger(name: string, open: () => Promise<Database>): void {
  describe(name, () => {
    let database: Database;
    let ledger: Ledger;

    beforeAll(async () => {
      database = await open();
      await prepareSchema(database);
      ledger = ledgerOver(database);
    });
    beforeEach(() => clear());
    afterAll(() => database?.close());

    const clear = () => clearLedger(database);
    const add = (...articles: readonly Article[]) => ledger.add(articles, provenance);
    const actions = async () => (await collect(ledger.audit())).map(({ action }) => action);
    const sources = async (filter: StatementFilter) =>
      (await collect(ledger.statements(filter))).map(({ words }) => words.source);

    test("whatever article is added comes out as it was, and nothing is left half-written", async () => {
      await fc.assert(
        fc.asyncProperty(fc.uniqueArray(arbitraryArticle, { maxLength: 4, selector: idOf }), async (articles) => {
          await clear();
          await ledger.add(articles, provenance);
          for (const article of articles) expect(await ledger.article(article.document.id)).toEqual(article);
          expect(await findDefects(database)).toEqual([]);
        }),
        { numRuns: 60 },
      );
    });

    test("adding twice is adding once, whatever the article", async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryArticle, async (article) => {
          await clear();
          await ledger.add([article], provenance);
          const before = await collect(ledger.audit({ document: article.document.id }));
          const renamed = { ...article, document: { ...article.document, file: "elsewhere.txt" } };
          expect(await ledger.add([article, renamed, article], provenance)).toEqual(Array(3).fill("unchanged"));
          expect(await ledger.article(article.document.id)).toEqual(article);
          expect(await collect(ledger.audit({ document: article.document.id }))).toEqual(before);
        }),
        { numRuns: 20 },
      );
    });

    const said: readonly Said[] = [{ source: "Ilse Varga", content: "the talks go on" }];
    const first = makeArticle({ key: "talks", said, published: "2031-05-01" });
    const newer = makeArticle({
      key: "talks",
      reader: { name: "lexical", version: 2 },
      said: [...said, { source: "an aide", content: "they do not", sourcing: "anonymous" }],
      published: "2031-05-01",
    });
    const sameVersion = makeArticle({
      key: "talks",
      said: [{ source: "Ilse Varga", content: "the talks go on", quotation: "direct" }],
      published: "2031-05-01",
    });
    const surer = makeArticle({
      key: "talks",
      said: [{ source: "Ilse Varga", content: "the talks go on", quotationConfidence: 0.82 }],
      published: "2031-05-01",
    });
    const otherReader = makeArticle({ key: "talks", said: [], reader: { name: "encoder", version: 1 } });
    const hinted = makeArticle({ key: "talks", said, published: "2031-05-02", outlet: "Lodva Herald" });

    test.each<{ name: string; second: Article; outcome: string; stands: Article; actions: readonly string[] }>([
      { name: "a newer reader", second: newer, outcome: "reread", stands: newer, actions: ["reading-replaced"] },
      {
        name: "another reader",
        second: otherReader,
        outcome: "reread",
        stands: otherReader,
        actions: ["reading-replaced"],
      },
      {
        name: "other records by the same version of the reader",
        second: sameVersion,
        outcome: "reread",
        stands: sameVersion,
        actions: ["reading-replaced"],
      },
      {
        name: "a probability of how it is quoted",
        second: surer,
        outcome: "reread",
        stands: surer,
        actions: ["reading-replaced"],
      },
      { name: "other metadata", second: hinted, outcome: "updated", stands: hinted, actions: ["document-updated"] },
      { name: "no reading", second: makeUnread("talks"), outcome: "kept", stands: first, actions: [] },
    ])("a document that comes with $name is $outcome", async ({ second, outcome, stands, actions: expected }) => {
      await add(first);
      expect(await add(second)).toEqual([outcome]);
      expect(await ledger.article(first.document.id)).toEqual(stands);
      expect(await actions()).toEqual(["document-added", ...expected]);
      expect(await findDefects(database)).toEqual([]);
    });

    test("an older version of the same reader changes nothing", async () => {
      await add(newer);
      expect(await add(first)).toEqual(["kept"]);
      expect(await ledger.article(first.document.id)).toEqual(newer);
    });

    test("versions are numbers: 10 is newer than 9", async () => {
      const version = (number: number) => makeArticle({ key: "v", reader: { name: "lexical", version: number } });
      await add(version(9));
      expect(await add(version(10))).toEqual(["reread"]);
      expect(await add(version(9))).toEqual(["kept"]);
    });

    test("what could not be read is read when it can be", async () => {
      expect(await add(makeUnread("talks"))).toEqual(["added"]);
      expect((await ledger.summary()).unread).toBe(1);
      expect(await add(first)).toEqual(["reread"]);
      expect((await ledger.summary()).unread).toBe(0);
    });

    test("the same document several times in one batch is as in several batches", async () => {
      expect(await add(first, first, hinted, newer, first)).toEqual([
        "added",
        "unchanged",
        "updated",
        "reread",
        "kept",
      ]);
      expect(await ledger.article(first.document.id)).toEqual(newer);
      expect(await actions()).toEqual(["document-added", "document-updated", "reading-replaced"]);
      expect(await findDefects(database)).toEqual([]);
    });

    test("the audit says what was changed, by whom, when, and what it was before", async () => {
      await add(first);
      const later = { by: "otto@lodva", at: "2031-05-07T00:00:00.000Z", program: "parley 0.0.1" };
      await ledger.add([hinted], later);
      const entries = await collect(ledger.audit({ document: first.document.id }));
      expect(entries[0]).toMatchObject({ ...provenance, action: "document-added", statement: null });
      expect(entries[1]).toMatchObject({ ...later, action: "document-updated" });
      expect(entries[1]?.detail.metadata).toEqual({
        outlet: { from: "Karsk Courier", to: "Lodva Herald" },
        published: { from: first.document.published, to: hinted.document.published },
      });
      expect(await collect(ledger.audit({ document: hash("another") as DocumentId }))).toEqual([]);
    });

    test.each([
      { name: "U+0000", text: "a\0b", want: /article\.document\.title has U\+0000 at offset 1/ },
      { name: "a lone surrogate", text: "ab\uD83D", want: /half a character at offset 2/ },
    ])("$name is refused, and with it the whole batch", async ({ text, want }) => {
      const bad = makeArticle({ key: "bad", title: text });
      await expect(add(first, bad)).rejects.toThrow(want);
      await expect(add(first, bad)).rejects.toMatchObject({ code: "PARLEY_INPUT_MALFORMED" });
      expect(await collect(ledger.documents())).toEqual([]);
    });

    const withSpan = (start: number, end: number): Statement => {
      const [statement] = first.outcome.statements as [Statement];
      return { ...statement, cue: { spans: [{ start, end } as CharSpan] } };
    };
    const outside = first.document.text.length + 1;
    test.each([
      { name: "after the text", start: 0, end: outside },
      { name: "before the text", start: -1, end: 3 },
      { name: "of nothing", start: 3, end: 3 },
      { name: "inside a code unit", start: 0.5, end: 3 },
    ])("a span $name is refused, in an article and in a correction", async ({ start, end }) => {
      const statement = withSpan(start, end);
      const bad: Article = { ...first, outcome: { ...first.outcome, statements: [statement] } };
      await expect(add(bad)).rejects.toThrow(`statements.0.cue.spans.0 is ${start}..${end}, the text has`);
      await add(first);
      const decision = { statement: statement.id, verdict: "corrected", correction: statement, note: null } as const;
      await expect(ledger.decide(decision, provenance)).rejects.toThrow(
        `cue.spans.0 is ${start}..${end}, the text has`,
      );
      expect(await ledger.decisions(first.document.id)).toEqual([]);
    });

    test("a region, a tag or a date outside the text is refused", async () => {
      const span = { start: 0, end: outside } as CharSpan;
      const document = { ...first.document, regions: [{ kind: "body" as const, ...span }] };
      await expect(add({ ...first, document })).rejects.toThrow("document.regions.0 is");
      const reading = { ...first.outcome.reading, sentences: [span] };
      await expect(add({ ...first, outcome: { ...first.outcome, reading } })).rejects.toThrow("sentences.0 is");
      const dateCandidates = first.document.dateCandidates.map((candidate) => ({ ...candidate, span }));
      const dated = { ...first, document: { ...first.document, dateCandidates } };
      await expect(add(dated)).rejects.toThrow("dateCandidates.0.span is");
    });

    test("a reader's version that is no whole number is refused", async () => {
      const bad = makeArticle({ key: "talks", reader: { name: "lexical", version: 1.5 } });
      await expect(add(bad)).rejects.toMatchObject({ code: "PARLEY_INPUT_MALFORMED" });
    });

    test("a person whose name cannot be kept adds and decides nothing", async () => {
      const nameless = { ...provenance, by: "vera\0karsk" };
      const refused = { code: "PARLEY_INPUT_MALFORMED", message: expect.stringContaining("provenance.by") };
      await expect(ledger.add([first], nameless)).rejects.toMatchObject(refused);
      const accepted = { statement: withSpan(0, 1).id, verdict: "accepted", correction: null, note: null } as const;
      await expect(ledger.decide(accepted, nameless)).rejects.toMatchObject(refused);
    });

    test("an id that no document can have finds nothing", async () => {
      await add(first);
      const document = "a\0" as DocumentId;
      expect(await collect(ledger.statements({ document }))).toEqual([]);
      expect(await collect(ledger.audit({ document }))).toEqual([]);
      expect(await ledger.decisions(document)).toEqual([]);
    });

    test("a batch that fails in the database leaves nothing of it", async () => {
      const other = makeArticle({ key: "other", said });
      // a statement's id belongs to one document
      const clash = { ...other, outcome: { ...other.outcome, statements: first.outcome.statements } };
      await expect(add(first, clash)).rejects.toThrow();
      expect(await collect(ledger.documents())).toEqual([]);
      expect(await actions()).toEqual([]);
    });

    test("a batch of nothing is nothing", async () => {
      expect(await add()).toEqual([]);
    });

    test("decisions survive re-reading, on statements that the new reading no longer has too", async () => {
      await add(newer);
      const [kept, gone] = newer.outcome.statements as [Statement, Statement];
      const correction: Statement = { ...gone, quotation: "mixed", sourcing: "on-record" };
      const accepted = { statement: kept.id, verdict: "accepted", correction: null, note: null } as const;
      const corrected = {
        statement: gone.id,
        verdict: "corrected",
        correction,
        note: "she is named above 😀",
      } as const;
      await ledger.decide(accepted, provenance);
      await ledger.decide(corrected, provenance);
      await add(makeArticle({ key: "talks", said, reader: { name: "lexical", version: 3 }, published: "2031-05-01" }));
      expect(await ledger.decisions(newer.document.id)).toEqual([accepted, corrected]);
      const rows = await collect(ledger.statements());
      expect(rows.map(({ statement, decision }) => [statement.id, decision])).toEqual([[kept.id, "accepted"]]);
      // who decides again decides anew, also where only the decision remembers the statement
      await ledger.decide({ ...corrected, verdict: "rejected", correction: null }, provenance);
      expect((await ledger.decisions(newer.document.id))[1]?.verdict).toBe("rejected");
      const decided = (await collect(ledger.audit())).filter(({ action }) => action === "statement-decided");
      expect(decided).toHaveLength(3);
      expect(decided[2]).toMatchObject({
        statement: gone.id,
        document: newer.document.id,
        detail: { before: corrected },
      });
    });

    test.each([
      { name: "an unknown statement", decision: { verdict: "accepted" }, code: "PARLEY_LEDGER_NOT_FOUND" },
      { name: "corrected without a correction", decision: { verdict: "corrected" }, code: "PARLEY_OPTION_INVALID" },
      { name: "a note with U+0000", decision: { verdict: "accepted", note: "\0" }, code: "PARLEY_INPUT_MALFORMED" },
    ] as const)("a decision with $name is refused", async ({ decision, code }) => {
      const statement = hash("nothing") as StatementId;
      const whole = { statement, correction: null, note: null, ...decision };
      await expect(ledger.decide(whole, provenance)).rejects.toMatchObject({ code });
    });

    const listed: readonly Article[] = [
      makeArticle({
        key: "dated",
        published: "2031-03-10",
        outlet: "Karsk Courier",
        said: [
          { source: "Foreign Minister Ilse Varga", content: "no", quotation: "direct" },
          { source: "officials of 100% trust", content: "yes", sourcing: "anonymous" },
        ],
      }),
      makeArticle({
        key: "month",
        published: "2031-03",
        outlet: "LODVA HERALD",
        said: [{ source: "ÉMILE Straßer", content: "x" }],
      }),
      makeArticle({
        key: "year",
        published: "2030",
        outlet: "Lodva_Herald",
        said: [{ source: "a varga aide", content: "y" }],
      }),
      makeArticle({ key: "undated", published: null, outlet: null, said: [{ source: "the report", content: "z" }] }),
    ];
    const titles = async (filter: StatementFilter) =>
      (await collect(ledger.documents(filter))).map(({ title }) => title?.slice("About ".length));

    test.each<{ filter: StatementFilter; want: readonly string[] }>([
      { filter: {}, want: ["year", "month", "dated", "undated"] },
      { filter: { outlet: "lodva" }, want: ["year", "month"] },
      { filter: { outlet: "a_h" }, want: ["year"] }, // not "a herald"
      { filter: { outlet: "%" }, want: [] },
      { filter: { outlet: "COURIER" }, want: ["dated"] },
      { filter: { from: "2031-03-10", to: "2031-03-10" }, want: ["month", "dated"] },
      { filter: { from: "2031-03-11" }, want: ["month"] },
      { filter: { from: "2031-04-01" }, want: [] },
      { filter: { to: "2030-01-01" }, want: ["year"] },
      { filter: { from: "2030-12-31", to: "2031-02-28" }, want: ["year"] },
      { filter: { limit: 2 }, want: ["year", "month"] },
      { filter: { limit: 0 }, want: [] },
    ])("documents by $filter are $want", async ({ filter, want }) => {
      await add(...listed);
      expect(await titles(filter)).toEqual(want);
    });

    test.each<{ filter: StatementFilter; want: readonly string[] }>([
      { filter: { actor: "VARGA" }, want: ["a varga aide", "Foreign Minister Ilse Varga"] },
      { filter: { actor: "émile strasser" }, want: ["ÉMILE Straßer"] },
      { filter: { actor: "0%" }, want: ["officials of 100% trust"] },
      { filter: { actor: "_arga" }, want: [] },
      { filter: { actor: "\\" }, want: [] },
      { filter: { actor: "\0" }, want: [] },
      { filter: { sourcing: "anonymous" }, want: ["officials of 100% trust"] },
      { filter: { quotation: "direct" }, want: ["Foreign Minister Ilse Varga"] },
      { filter: { outlet: "courier", limit: 1 }, want: ["Foreign Minister Ilse Varga"] },
      { filter: { document: hash("undated") as DocumentId }, want: ["the report"] },
      { filter: { actor: "varga", from: "2031-01-01" }, want: ["Foreign Minister Ilse Varga"] },
    ])("statements by $filter are from $want", async ({ filter, want }) => {
      await add(...listed);
      expect(await sources(filter)).toEqual(want);
    });

    test.each(["2031-02-30", "0000-01-01", "2031", ""])("%j is refused where a date is asked for", async (date) => {
      const refused = { code: "PARLEY_OPTION_INVALID" };
      await expect(collect(ledger.documents({ from: date }))).rejects.toMatchObject(refused);
      await expect(collect(ledger.statements({ to: date }))).rejects.toMatchObject(refused);
    });

    test("whatever dates are asked for, exactly the documents that may be of them are listed", async () => {
      const published = ["2030", "2031", "2032", "0001", "9999"].flatMap((year) => [
        year,
        ...["01", "02", "12"].flatMap((month) => [`${year}-${month}`, `${year}-${month}-01`, `${year}-${month}-28`]),
      ]);
      await add(...published.map((date) => makeArticle({ key: date, published: date })), ...listed.slice(-1));
      // no shorter month has a 29th to 31st that anyone could ask for
      const lastDayOf = (date: string): string => `${date}${"-12-31".slice(date.length - 4)}`;
      const day = fc.constantFrom(
        ...published.filter((date) => date.length === 10),
        ...["0001-12-31", "2030-12-31", "2031-01-31", "2031-02-27", "2032-02-29", "9999-12-31"],
      );
      await fc.assert(
        fc.asyncProperty(fc.option(day), fc.option(day), async (from, to) => {
          const filter = { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
          const expected = published.filter(
            (date) => (from === null || lastDayOf(date) >= from) && (to === null || date <= to),
          );
          const want = from === null && to === null ? [...expected, "undated"] : expected;
          expect([...(await titles(filter))].sort()).toEqual([...want].sort());
        }),
        { numRuns: 60 },
      );
    });

    test("rows carry what a list shows", async () => {
      await add(...listed, makeUnread("français"));
      const [document] = await collect(ledger.documents({ outlet: "LODVA HERALD" }));
      expect(document).toEqual({
        id: hash("month"),
        file: "month.txt",
        url: null,
        title: "About month",
        outlet: "LODVA HERALD",
        publishedAt: "2031-03",
        precision: "month",
        language: "en",
        order: "original",
        damage: [],
        unread: null,
        reader: { name: "lexical", version: 1 },
        statements: 1,
      });
      const french = (await collect(ledger.documents())).find(({ language }) => language === "fr");
      expect(french).toMatchObject({ unread: "written in French; Parley reads English", reader: null, statements: 0 });
      const [row] = await collect(ledger.statements({ quotation: "direct" }));
      expect(row).toMatchObject({
        document: { id: hash("dated"), outlet: "Karsk Courier", publishedAt: "2031-03-10" },
        words: { source: "Foreign Minister Ilse Varga", cue: "said", content: "no" },
        decision: null,
      });
    });

    test("lists longer than a page are whole, in order, without repeats", async () => {
      const many = Array.from({ length: 700 }, (_, index) =>
        makeArticle({
          key: `d${index}`,
          published: index % 3 === 0 ? null : `2031-01-${String(1 + (index % 28)).padStart(2, "0")}`,
          said: Array.from({ length: 3 }, (__, nth) => ({ source: `source ${nth}`, content: "something" })),
        }),
      );
      await ledger.add(many, provenance);
      const documents = await collect(ledger.documents());
      const orderOf = ({ publishedAt, id }: { publishedAt: string | null; id: string }) =>
        `${publishedAt ?? "9"} ${id}`;
      expect(documents.map(orderOf)).toEqual(
        many.map(({ document }) => orderOf({ publishedAt: document.published?.value ?? null, id: document.id })).sort(),
      );
      const statements = await collect(ledger.statements());
      expect(statements.map(({ document }) => document.id)).toEqual(documents.flatMap(({ id }) => [id, id, id]));
      expect(statements.map(({ words }) => words.source)).toEqual(
        documents.flatMap(() => ["source 0", "source 1", "source 2"]),
      );
      expect((await collect(ledger.statements({ limit: 1203 }))).length).toBe(1203);
      expect((await collect(ledger.audit())).length).toBe(700);
    });

    test("an article is found by the beginning of its id", async () => {
      await add(first, newer, ...listed);
      const { id } = first.document;
      expect((await ledger.article(id.slice(0, 8))).document.id).toBe(id);
    });

    test.each([
      { name: "too short", id: "abc" },
      { name: "unknown", id: "0000000000" },
      { name: "ambiguous", id: "aaaa" },
      { name: "a pattern", id: "%%%%" },
      { name: "not text", id: "aaa\0" },
    ])("an id that is $name is not found", async ({ id }) => {
      const twin = (tail: string): Article => {
        const article = makeUnread(tail);
        return { ...article, document: { ...article.document, id: `aaaa${tail}` as DocumentId } };
      };
      await add(twin("1"), twin("2"));
      await expect(ledger.article(id)).rejects.toMatchObject({ code: "PARLEY_LEDGER_NOT_FOUND" });
    });

    test("the summary counts", async () => {
      expect(await ledger.summary()).toEqual({
        documents: 0,
        unread: 0,
        statements: 0,
        outlets: 0,
        from: null,
        to: null,
      });
      await add(...listed, makeUnread("français"));
      expect(await ledger.summary()).toEqual({
        documents: 5,
        unread: 1,
        statements: 5,
        outlets: 3,
        from: "2030-01-01",
        to: "2031-03-31",
      });
    });

    test("a text of 20 million characters is kept", async () => {
      const long = makeArticle({ key: "long", before: "word 😀 ".repeat(2_500_000), said });
      await add(long);
      const back = await ledger.article(long.document.id);
      expect(back.document.text === long.document.text).toBe(true);
      expect(await sources({})).toEqual(["Ilse Varga"]);
    });
  });
}

const idOf = (article: Article): string => article.document.id;

async function collect<T>(rows: AsyncIterable<T>): Promise<readonly T[]> {
  const collected: T[] = [];
  for await (const row of rows) collected.push(row);
  return collected;
}
