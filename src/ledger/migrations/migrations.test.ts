import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Article } from "../../coding/article.ts";
import type { Statement } from "../../coding/statement/statement.ts";
import { findDefects } from "../integrity.ts";
import type { Ledger, Provenance } from "../ledger.ts";
import { openMemoryDatabase } from "../pglite.ts";
import { ledgerOver } from "../repository.ts";
import { migrate } from "../schema.ts";
import type { Database } from "../sql.ts";
import { makeArticle } from "../testing/article.ts";
import { migrations } from "./migrations.ts";

/** Rows as Parley wrote them of `talks` and a correction before attributions and statements told of probabilities. */
const rowsBefore2 = `
insert into parley.document (id, file, title, outlet, outlet_folded, bylines, published, published_from, published_to,
  date_candidates, language, text, regions, sentence_order, damage, fingerprint, added_at, added_by, added_with)
values ('ffe3715dd3d56af9d2a0e6aaa56fc546', 'talks.txt', 'About talks', 'Karsk Courier', 'karsk courier', '[]',
  '{"value":"2031-05-01","precision":"day","source":"user","span":null,"evidence":"2031-05-01"}', '2031-05-01', '2031-05-01',
  '[{"value":"2031-05-01","precision":"day","source":"user","span":null,"evidence":"2031-05-01"}]',
  'en', E'Ilse Varga said the talks go on.\\n', '[]', 'original', '[]',
  '6945a952d5ad0ca879950959662ab67f17c94ee9dd9b40465f5ba873c2924853', '2031-05-06', 'vera@karsk', 'parley 0.0.0');
insert into parley.reading values ('ffe3715dd3d56af9d2a0e6aaa56fc546', 'lexical', 1,
  '348c931a40b3c09bda4bc4ea7bfd1f6fd324aff3b89ccb4042f5661c4860dcec', '[]',
  '[{"cue":[{"end":15,"start":11}],"source":[{"end":10,"start":0}],"content":[{"end":31,"start":16}],"confidence":null}]',
  1, '2031-05-06', 'vera@karsk', 'parley 0.0.0');
insert into parley.statement values (nextval('parley.statement_key'), 'ce69572969be02537b5959773919f524',
  'ffe3715dd3d56af9d2a0e6aaa56fc546', 0, 0, null, 'direct', 'on-record', '[]', null,
  'Ilse Varga', 'ilse varga', 'said', 'the talks go on');
insert into parley.span values (1, 'source', 0, 0, 10), (1, 'cue', 0, 11, 15), (1, 'content', 0, 16, 31);
insert into parley.decision values ('ce69572969be02537b5959773919f524', 'ffe3715dd3d56af9d2a0e6aaa56fc546', 'corrected',
  '{"id":"ce69572969be02537b5959773919f524","cue":{"spans":[{"end":15,"start":11}]},"relay":[],
    "source":{"actor":null,"spans":[{"end":10,"start":0}]},"content":{"spans":[{"end":31,"start":16}]},
    "sourcing":"on-record","addressee":null,"quotation":"mixed","confidence":null,"descriptor":null,"unresolved":[]}',
  null, '2031-05-06', 'vera@karsk', 'parley 0.0.0');
insert into parley.audit (at, by, program, action, document, detail)
values ('2031-05-06', 'vera@karsk', 'parley 0.0.0', 'document-added', 'ffe3715dd3d56af9d2a0e6aaa56fc546',
  '{"reader":{"name":"lexical","version":1},"statements":1}');
`;

const made = makeArticle({
  key: "talks",
  published: "2031-05-01",
  said: [{ source: "Ilse Varga", content: "the talks go on", quotation: "direct" }],
});
const [statement] = made.outcome.statements as readonly [Statement];
const attribution = {
  source: statement.source.spans,
  cue: statement.cue.spans,
  content: statement.content.spans,
  quotation: null,
  confidence: null,
};
const reading = { ...made.outcome.reading, attributions: [attribution] };
const talks = { ...made, outcome: { ...made.outcome, reading } } satisfies Article;
const provenance: Provenance = { by: "vera@karsk", at: "2031-05-07T07:08:09.123Z", program: "parley 0.1.0" };

describe.each([1, 2])("a ledger of migration %i", (migration) => {
  let database: Database;
  let ledger: Ledger;
  beforeAll(async () => {
    database = await openMemoryDatabase();
    await migrate(database, migrations.slice(0, migration));
    await database.script(rowsBefore2);
    const applied = migrations.slice(migration).map(({ name }) => expect.stringContaining(name));
    expect(await migrate(database)).toEqual(applied);
    ledger = ledgerOver(database);
  });
  afterAll(() => database?.close());

  test("says of no statement how sure its quotation is", async () => {
    expect(await ledger.article(talks.document.id)).toEqual(talks);
    const correction = { ...statement, quotation: "mixed" };
    expect(await ledger.decisions(talks.document.id)).toMatchObject([{ statement: statement.id, correction }]);
    expect(await findDefects(database)).toEqual([]);
  });

  test("has statements that are found by their words, and no actors, events or contacts", async () => {
    const found = [];
    for await (const { actor, words } of ledger.statements({ actor: "varga" })) found.push([words.source, actor]);
    for await (const row of ledger.actors()) found.push(row);
    for await (const row of ledger.contacts()) found.push(row);
    expect(found).toEqual([["Ilse Varga", null]]);
  });

  test("takes the same article for the same, and one whose quotation has a probability for another", async () => {
    expect(await ledger.add([talks], provenance)).toEqual(["unchanged"]);
    const statements = [{ ...statement, quotationConfidence: 0.82 }];
    const surer: Article = { ...talks, outcome: { ...talks.outcome, statements } };
    expect(await ledger.add([surer, surer], provenance)).toEqual(["reread", "unchanged"]);
    expect(await ledger.article(talks.document.id)).toEqual(surer);
  });
});
