import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Person } from "../../coding/actor/actor-base.ts";
import type { Article, Read } from "../../coding/article.ts";
import type { ActorId, ActorKey, CharSpan, DocumentId, ForecastId } from "../../text/span.ts";
import type { ActorDecision } from "../actors/actor-decision.ts";
import { splitKey } from "../actors/actor-decision.ts";
import { findDefects } from "../integrity.ts";
import type { ActorFilter, ContactFilter, EventFilter, Ledger, PositionFilter, Provenance } from "../ledger.ts";
import { ledgerOver } from "../repository.ts";
import { prepareSchema } from "../schema.ts";
import type { Database } from "../sql.ts";
import { arbitraryArticle } from "./arbitrary-article.ts";
import { hash, makeArticle } from "./article.ts";
import { clearLedger } from "./clear-ledger.ts";
import { makeReport } from "./report.ts";

const provenance: Provenance = { by: "vera@karsk", at: "2031-05-06T07:08:09.123Z", program: "parley 0.0.0" };

const varga = { id: "a1", key: "person:ilse-varga", name: "Ilse Varga", base: "ilse-varga", country: "OST" } as const;
const sund = {
  key: "sund",
  published: "2031-03-10",
  text: "Ilse Varga met Émile Brandt in Sund on Monday. She said the talks go on. Brandt said they do not. An aide said nothing.",
  actors: [
    { ...varga, role: "foreign minister", sector: "GOV", words: ["Ilse Varga", "She"] },
    {
      id: "a2",
      key: "person:KRS:emile brandt",
      name: "Émile Brandt",
      country: "KRS",
      words: ["Émile Brandt", "Brandt"],
    },
    { id: "a3", key: "document:sund:99", name: "An aide", type: "anonymous", words: ["An aide"] },
  ],
  said: [
    { source: "She", content: "the talks go on", actor: "a1" },
    { source: "Brandt", content: "they do not", actor: "a2" },
    { source: "An aide", content: "nothing", actor: "a3" },
  ],
  met: [
    {
      evidence: "Ilse Varga met Émile Brandt in Sund on Monday",
      who: ["a1", "a2"],
      place: "Sund",
      when: ["Monday", "2031-03-10", "2031-03-10"],
    },
  ],
} as const;
const lodva = {
  key: "lodva",
  published: "2031-04",
  outlet: "Lodva Herald",
  text: "Varga said no. Emile Brand will call Varga. Brand said yes. Varga said maybe.",
  actors: [
    { ...varga, role: "chancellor", sector: "GOV", words: ["Varga"] },
    {
      id: "a2",
      key: "person:KRS:emile brand",
      name: "Emile Brand",
      country: "KRS",
      sector: "LEG",
      words: ["Emile Brand", "Brand"],
    },
  ],
  said: [
    { source: "Varga", content: "no", actor: "a1" },
    { source: "Brand", content: "yes", actor: "a2" },
    { source: "Varga", content: "maybe", actor: "a1" },
  ],
  met: [{ evidence: "Emile Brand will call Varga", who: ["a2", "a1"], form: "call", status: "planned" }],
  stands: [
    {
      actor: "a2",
      issue: "talks",
      counterpart: "a1",
      stance: "conditional",
      conditions: ["yes"],
      audience: "private",
      toldBy: { kind: "other", actor: "a1" as ActorId },
      evidence: "Brand said yes",
      said: "yes",
    },
    { actor: "a1", issue: "ceasefire", stance: "opposes", evidence: "Varga said no", said: "no" },
  ],
  foretold: [{ holder: "a2", content: "Emile Brand will call Varga", likelihood: "likely" }],
} as const;
const reports = [makeReport(sund), makeReport(lodva)] as const;
const [inSund, inLodva] = reports;
const [brandt, brand] = reports.map(({ outcome }) => outcome.actors[1]?.key) as [ActorKey, ActorKey];
const note = null;

/** What every adapter must do with actors, events and contacts. `open` gives an empty database, which the suite closes. */
export function describeActors(name: string, open: () => Promise<Database>): void {
  describe(`${name}: actors, events and contacts`, () => {
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
    const decide = (decision: ActorDecision) => ledger.decideActor(decision, provenance);
    const named = async (filter: ActorFilter = {}) => (await collect(ledger.actors(filter))).map((row) => row.name);
    const spoken = async (actor: string) =>
      (await collect(ledger.statements({ actor }))).map(({ words }) => words.content);

    test("an actor is one over all documents that speak of it", async () => {
      await ledger.add(reports, provenance);
      const [first, ...others] = await collect(ledger.actors());
      expect(first).toEqual({
        key: varga.key,
        name: "Ilse Varga",
        names: ["Ilse Varga", "Varga"],
        type: "person",
        country: "OST",
        sector: "GOV",
        roles: ["chancellor", "foreign minister"],
        base: "ilse-varga",
        mentions: 5,
        statements: 3,
        documents: 2,
        from: "2031-03-10",
        to: "2031-04-30",
        merged: [],
      });
      expect(others.map((row) => [row.name, row.statements, row.mentions, row.from])).toEqual([
        ["Emile Brand", 1, 2, "2031-04-01"],
        ["Émile Brandt", 1, 2, "2031-03-10"],
        ["An aide", 1, 1, "2031-03-10"],
      ]);
    });

    test.each<{ filter: ActorFilter; want: readonly string[] }>([
      { filter: { actor: "emile" }, want: ["Emile Brand", "Émile Brandt"] },
      { filter: { actor: "BRANDT" }, want: ["Émile Brandt"] },
      { filter: { actor: "%" }, want: [] },
      { filter: { actor: "a\0" }, want: [] },
      { filter: { actor: "person:ilse-varga" }, want: ["Ilse Varga"] },
      { filter: { type: "anonymous" }, want: ["An aide"] },
      { filter: { country: "krs" }, want: ["Emile Brand", "Émile Brandt"] },
      { filter: { sector: "LEG" }, want: ["Emile Brand"] },
      { filter: { outlet: "herald" }, want: ["Ilse Varga", "Emile Brand"] },
      { filter: { from: "2031-04-01" }, want: ["Ilse Varga", "Emile Brand"] },
      { filter: { to: "2031-03-31", actor: "varga" }, want: ["Ilse Varga"] },
      { filter: { limit: 1 }, want: ["Ilse Varga"] },
    ])("actors by $filter are $want", async ({ filter, want }) => {
      await ledger.add(reports, provenance);
      expect(await named(filter)).toEqual(want);
    });

    test("a statement is found by whom its words refer to", async () => {
      await ledger.add(reports, provenance);
      expect(await spoken("ilse")).toEqual(["the talks go on", "no", "maybe"]);
      expect(await spoken("émile")).toEqual(["they do not", "yes"]); // by the words alone it would be none
      expect(await spoken(varga.key)).toEqual(["the talks go on", "no", "maybe"]);
      const [row] = await collect(ledger.statements());
      expect(row?.actor).toEqual({ id: "a1", key: varga.key, name: "Ilse Varga", type: "person", country: "OST" });
    });

    test.each<{ filter: EventFilter & ContactFilter; want: readonly string[] }>([
      { filter: {}, want: ["Sund", ""] },
      { filter: { actor: "brandt" }, want: ["Sund"] },
      { filter: { actor: varga.key }, want: ["Sund", ""] },
      { filter: { country: "KRS" }, want: ["Sund", ""] },
      { filter: { country: "KRS", sector: "GOV" }, want: [] }, // of one and the same
      { filter: { country: "OST", sector: "GOV", actor: "varga" }, want: ["Sund", ""] },
      { filter: { outlet: "herald" }, want: [""] },
      { filter: { to: "2031-03-31" }, want: ["Sund"] },
      { filter: { document: hash("lodva") as DocumentId }, want: [""] },
      { filter: { limit: 1 }, want: ["Sund"] },
    ])("events and contacts by $filter are those in $want", async ({ filter, want }) => {
      await ledger.add(reports, provenance);
      expect((await collect(ledger.events(filter))).map(({ words }) => words.place ?? "")).toEqual(want);
      expect((await collect(ledger.contacts(filter))).map(({ words }) => words.place ?? "")).toEqual(want);
    });

    test("events are found by type and status, contacts by form and status", async () => {
      await ledger.add(reports, provenance);
      const events = async (filter: EventFilter) => (await collect(ledger.events(filter))).length;
      const contacts = async (filter: ContactFilter) => (await collect(ledger.contacts(filter))).length;
      expect([await events({ type: "CONSULT" }), await events({ type: "AID" })]).toEqual([2, 0]);
      expect([await events({ status: "planned" }), await events({ status: "denied" })]).toEqual([1, 0]);
      expect([await contacts({ form: "call" }), await contacts({ form: "visit" })]).toEqual([1, 0]);
      expect([await contacts({ status: "held" }), await contacts({ status: "refused" })]).toEqual([1, 0]);
    });

    test("rows of events and contacts carry what a list shows", async () => {
      await ledger.add(reports, provenance);
      const [event] = await collect(ledger.events());
      expect(event).toMatchObject({
        event: inSund.outcome.events[0],
        document: { id: hash("sund"), publishedAt: "2031-03-10" },
        actors: [{ id: "a1", name: "Ilse Varga" }],
        recipients: [{ id: "a2", name: "Émile Brandt" }],
        words: { when: "Monday", place: "Sund", evidence: "Ilse Varga met Émile Brandt in Sund on Monday" },
      });
      const [, contact] = await collect(ledger.contacts());
      expect(contact).toMatchObject({
        contact: inLodva.outcome.contacts[0],
        participants: [{ name: "Emile Brand", country: "KRS" }, { name: "Ilse Varga" }],
        mediator: null,
        words: { evidence: "Emile Brand will call Varga", when: null, about: null, outcome: null },
      });
    });

    test("positions are found by issue, stance, audience and whom they are about, with what a list shows", async () => {
      await ledger.add(reports, provenance);
      const found = async (filter: PositionFilter) =>
        (await collect(ledger.positions(filter))).map(({ words }) => words.evidence);
      const [no, yes] = ["Varga said no", "Brand said yes"];
      expect(await found({})).toEqual([no, yes]);
      expect(await found({ issue: "talks" })).toEqual([yes]);
      expect(await found({ stance: "opposes" })).toEqual([no]);
      expect(await found({ audience: "private", actor: "brand" })).toEqual([yes]);
      expect(await found({ actor: "varga" })).toEqual([no, yes]);
      expect(await found({ to: "2031-03-31" })).toEqual([]);
      const [row] = await collect(ledger.positions({ issue: "talks" }));
      expect(row).toMatchObject({
        position: inLodva.outcome.positions[0],
        actor: { name: "Emile Brand", country: "KRS" },
        counterpart: { name: "Ilse Varga" },
        toldBy: { name: "Ilse Varga" },
        sourcing: "on-record",
        words: { evidence: yes, conditions: ["yes"], when: null },
      });
      await decide({ kind: "rename", actor: brand, name: "E. Brand", note });
      expect((await collect(ledger.positions({ issue: "talks" })))[0]?.actor.name).toBe("E. Brand");
    });

    test("other records are on an issue where they share words with a position on it", async () => {
      const stands = [{ actor: "a2", issue: "mediation", stance: "supports", evidence: "Brand will call" }] as const;
      await ledger.add([inSund, makeReport({ ...lodva, stands })], provenance);
      const found = async (issue: string) => [
        (await collect(ledger.contacts({ issue }))).map(({ words }) => words.evidence),
        (await collect(ledger.forecasts({ issue }))).map(({ words }) => words.content),
      ];
      expect(await found("mediation")).toEqual([["Emile Brand will call Varga"], ["Emile Brand will call Varga"]]);
      expect(await found("talks")).toEqual([[], []]);
    });

    test("what a forecast came to is kept with its note, whatever is read later", async () => {
      await ledger.add(reports, provenance);
      const [row] = await collect(ledger.forecasts({ actor: "brand" }));
      expect(row).toMatchObject({
        holder: { name: "Emile Brand" },
        resolution: null,
        words: { content: "Emile Brand will call Varga", horizon: null },
      });
      const id = row?.forecast.id ?? ("" as ForecastId);
      const resolution = { forecast: id, outcome: "true", note: "he did" } as const;
      await ledger.resolveForecast({ ...resolution, forecast: id.slice(0, 8) as ForecastId }, provenance);
      await ledger.add([makeReport({ ...lodva, said: [], stands: [] })], provenance);
      expect((await collect(ledger.forecasts({ outcome: "true" }))).map((each) => each.resolution)).toEqual([
        resolution,
      ]);
      expect(await collect(ledger.forecasts({ outcome: "unresolved" }))).toEqual([]);
      await ledger.resolveForecast({ ...resolution, outcome: "false", note }, provenance);
      const details = (await collect(ledger.audit())).filter(({ action }) => action === "forecast-resolved");
      expect(details.map(({ detail }) => detail)).toEqual([
        { ...resolution, before: null },
        { forecast: id, outcome: "false", note: null, before: resolution },
      ]);
      const nobody = { ...resolution, forecast: "ffffffff" as ForecastId };
      await expect(ledger.resolveForecast(nobody, provenance)).rejects.toMatchObject({
        code: "PARLEY_LEDGER_NOT_FOUND",
      });
    });

    test("texts come in the order of documents, whole", async () => {
      await ledger.add(reports, provenance);
      expect(await collect(ledger.texts())).toEqual(reports.map(({ document }) => document));
      expect((await collect(ledger.texts({ outlet: "herald" }))).map(({ id }) => id)).toEqual([inLodva.document.id]);
    });

    test("lists longer than a page are whole, in order, without repeats", async () => {
      const many = Array.from({ length: 620 }, (_, nth) => makeReport({ ...sund, key: `d${nth}` }));
      await ledger.add(many, provenance);
      const documents = (await collect(ledger.documents())).map(({ id }) => id);
      expect((await collect(ledger.events())).map(({ document }) => document.id)).toEqual(documents);
      expect((await collect(ledger.contacts({ actor: "varga" }))).map(({ document }) => document.id)).toEqual(
        documents,
      );
      const crowd = Array.from({ length: 5100 }, (_, nth) => ({
        ...varga,
        id: `a${nth}`,
        key: `person:${nth}`,
        words: ["Varga"],
      }));
      const crowded = makeReport({ ...lodva, said: [], met: [], actors: crowd.slice(0, 1) });
      const [only] = crowded.outcome.actors;
      const actors = crowd.map(({ id, key }) => ({ ...only, id, key })) as unknown as Read["actors"];
      await ledger.add([{ ...crowded, outcome: { ...crowded.outcome, actors } }], provenance);
      const keys = (await collect(ledger.actors({ outlet: "herald" }))).map(({ key }) => key);
      expect(keys).toEqual(crowd.map(({ key }) => key).sort());
    });

    test("a name that a person gave is shown everywhere, and taken back", async () => {
      await ledger.add(reports, provenance);
      const rename = {
        kind: "rename",
        actor: varga.key as ActorKey,
        name: "Ilse Varga-Lund",
        note: "since May",
      } as const;
      await decide(rename);
      expect(await ledger.actorDecisions()).toEqual([rename]);
      expect(await named({ actor: "lund" })).toEqual(["Ilse Varga-Lund"]);
      expect(await spoken("LUND")).toEqual(["the talks go on", "no", "maybe"]);
      expect((await collect(ledger.contacts({ actor: "varga-lund" })))[0]?.participants[0]?.name).toBe(
        "Ilse Varga-Lund",
      );
      expect(await actorsIn(inSund)).toContain("Ilse Varga-Lund");
      expect(await ledger.article(inSund.document.id)).toEqual(inSund); // the machine's records stay
      await decide({ ...rename, name: null });
      expect(await named({ actor: "lund" })).toEqual([]);
      expect(await ledger.actorDecisions()).toEqual([]);
      const entries = (await collect(ledger.audit())).filter(({ action }) => action === "actor-decided");
      expect(entries).toMatchObject([
        { ...provenance, document: null, detail: { kind: "rename", name: "Ilse Varga-Lund", before: [] } },
        { document: null, detail: { kind: "rename", name: null, before: [rename] } },
      ]);
    });

    const actorsIn = async (article: Article) => {
      const { outcome } = await ledger.asDecided(await ledger.article(article.document.id));
      return outcome.kind === "read" ? outcome.actors.map((actor) => actor.name) : [];
    };

    test("two that a person says are one are one in every list, whatever is read later, until it is taken back", async () => {
      await ledger.add([inSund], provenance);
      await ledger.add([inLodva], provenance);
      await decide({ kind: "merge", actor: brand, into: brandt, note });
      const rows = await collect(ledger.actors({ actor: "brand" }));
      expect(rows).toMatchObject([{ key: brandt, name: "Émile Brandt", statements: 2, documents: 2, merged: [brand] }]);
      expect(await spoken(brandt)).toEqual(["they do not", "yes"]);
      expect(await spoken(brand)).toEqual(["they do not", "yes"]);
      expect((await collect(ledger.contacts())).map((row) => row.participants.map((one) => one.name))).toEqual([
        ["Ilse Varga", "Émile Brandt"],
        ["Émile Brandt", "Ilse Varga"],
      ]);
      expect(await actorsIn(inLodva)).toEqual(["Ilse Varga", "Émile Brandt"]);
      await ledger.add([makeReport({ ...lodva, reader: { name: "lexical", version: 2 } })], provenance);
      expect((await collect(ledger.actors({ actor: brandt })))[0]?.documents).toBe(2);
      await decide({ kind: "unmerge", actor: brand, note });
      expect(await named({ actor: "brand" })).toEqual(["Emile Brand", "Émile Brandt"]);
    });

    test("of a chain of merges each link can be taken back", async () => {
      await ledger.add(reports, provenance);
      await decide({ kind: "merge", actor: brand, into: brandt, note });
      await decide({ kind: "merge", actor: brandt, into: varga.key as ActorKey, note });
      expect(await named()).toEqual(["Ilse Varga", "An aide"]);
      expect((await collect(ledger.contacts()))[0]?.participants).toHaveLength(1);
      await decide({ kind: "unmerge", actor: brandt, note });
      expect(await named({ country: "KRS" })).toEqual(["Émile Brandt"]);
    });

    test("mentions that are somebody else take their records with them", async () => {
      await ledger.add(reports, provenance);
      const [last] = inLodva.outcome.actors[0]?.mentions.slice(-1) ?? [];
      const spans = [last as CharSpan];
      const document = inLodva.document.id;
      const into = splitKey(document, last as CharSpan);
      await decide({ kind: "split", actor: varga.key as ActorKey, document, spans, into, note });
      await decide({ kind: "rename", actor: into, name: "Otto Varga", note });
      expect(await spoken(into)).toEqual(["maybe"]);
      expect(await spoken(varga.key)).toEqual(["the talks go on", "no"]);
      expect(await collect(ledger.actors({ actor: "otto" }))).toMatchObject([
        { key: into, name: "Otto Varga", names: ["Varga"], statements: 1, mentions: 1, country: null },
      ]);
      expect((await collect(ledger.actors({ actor: varga.key })))[0]).toMatchObject({ statements: 2, mentions: 4 });
      expect((await collect(ledger.statements({ actor: "otto" })))[0]?.actor?.name).toBe("Otto Varga");
      expect(await actorsIn(inLodva)).toEqual(["Ilse Varga", "Emile Brand", "Otto Varga"]);
      const again = makeReport({ ...lodva, reader: { name: "lexical", version: 2 } });
      await ledger.add([again], provenance);
      expect(await spoken(into)).toEqual(["maybe"]);
      expect(await findDefects(database)).toEqual([]);
      // the later decision on the same mentions stands
      await decide({ kind: "split", actor: into, document, spans: [], into: varga.key as ActorKey, note });
      expect(await spoken(varga.key)).toEqual(["the talks go on", "no", "maybe"]);
      expect(await findDefects(database)).toEqual([]);
    });

    test("all that one document says of an actor may be of somebody the ledger knows", async () => {
      await ledger.add(reports, provenance);
      const split = {
        kind: "split",
        actor: brand,
        document: inLodva.document.id,
        spans: [],
        into: brandt,
        note,
      } as const;
      await decide(split);
      expect(await ledger.actorDecisions()).toEqual([split]);
      expect(await named({ country: "KRS" })).toEqual(["Émile Brandt"]);
      expect((await collect(ledger.contacts()))[1]?.participants[0]).toMatchObject({
        key: brandt,
        name: "Émile Brandt",
      });
      expect(await actorsIn(inLodva)).toEqual(["Ilse Varga", "Émile Brandt"]);
    });

    test.each<{ name: string; decision: ActorDecision; code: string }>([
      {
        name: "nobody",
        decision: { kind: "rename", actor: "person:no-one" as ActorKey, name: "x", note },
        code: "NOT_FOUND",
      },
      { name: "an empty name", decision: { kind: "rename", actor: brandt, name: " ", note }, code: "INVALID" },
      {
        name: "a merge with nobody",
        decision: { kind: "merge", actor: brandt, into: "x" as ActorKey, note },
        code: "NOT_FOUND",
      },
      { name: "a merge with itself", decision: { kind: "merge", actor: brandt, into: brandt, note }, code: "INVALID" },
      { name: "a merge that is none", decision: { kind: "unmerge", actor: brandt, note }, code: "INVALID" },
      {
        name: "mentions in a document without any",
        decision: { kind: "split", actor: brandt, document: inLodva.document.id, spans: [], into: brand, note },
        code: "NOT_FOUND",
      },
    ])("a decision on $name is refused, and nothing kept of it", async ({ decision, code }) => {
      await ledger.add(reports, provenance);
      await expect(decide(decision)).rejects.toMatchObject({ code: expect.stringContaining(code) });
      expect(await ledger.actorDecisions()).toEqual([]);
      expect(await named()).toHaveLength(4);
    });

    test("a circle of merges is refused", async () => {
      await ledger.add(reports, provenance);
      await decide({ kind: "merge", actor: brand, into: brandt, note });
      const back = decide({ kind: "merge", actor: brandt, into: brand, note });
      await expect(back).rejects.toMatchObject({ code: "PARLEY_OPTION_INVALID" });
      expect(await ledger.actorDecisions()).toHaveLength(1);
    });

    test("a record that refers to what its reading does not have is refused", async () => {
      const [statement] = inSund.outcome.statements;
      const actors = inSund.outcome.actors.slice(1);
      const bad = { ...inSund, outcome: { ...inSund.outcome, actors } };
      await expect(ledger.add([bad], provenance)).rejects.toThrow(
        `its statement ${statement?.id} refers to the actor a1`,
      );
    });

    test("whatever people decide, every mention and statement is somebody's, once, in lists and articles alike", async () => {
      const scenario = fc.tuple(
        fc.uniqueArray(arbitraryArticle, { minLength: 1, maxLength: 3, selector: ({ document }) => document.id }),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.boolean()), { maxLength: 5 }),
      );
      await fc.assert(
        fc.asyncProperty(scenario, async ([articles, choices]) => {
          await clear();
          await ledger.add(articles, provenance);
          for (const choice of choices) await decideAny(articles, choice);
          const shown = await Promise.all(articles.map((article) => ledger.asDecided(article)));
          const [before, after] = [articles, shown].map((all) => all.flatMap(readOf));
          expect(after?.flatMap(mentionsOf).sort()).toEqual(before?.flatMap(mentionsOf).sort());
          for (const { actors, statements, events, contacts } of after ?? []) {
            const ids = new Set(actors.map(({ id }) => id));
            const referred = [
              ...statements.flatMap(({ source }) => source.actor ?? []),
              ...events.flatMap((event) => [...event.actors, ...event.recipients]),
              ...contacts.flatMap(({ participants, mediator }) => [...participants, ...(mediator ? [mediator] : [])]),
              ...actors.flatMap(({ members }) => members),
            ];
            for (const id of referred) expect(ids).toContain(id);
          }
          const listed = new Map((await collect(ledger.actors())).map((row) => [row.key, row]));
          expect([...listed.keys()].sort()).toEqual([...new Set(after?.flatMap(keysOf))].sort());
          for (const [key, row] of listed) {
            const found = await collect(ledger.statements({ actor: key }));
            expect(row.statements).toBe(found.length);
            for (const { actor } of found) expect(actor?.key).toBe(key);
          }
          expect(await findDefects(database)).toEqual([]);
          for (const article of articles) expect(await ledger.article(article.document.id)).toEqual(article);
        }),
        { numRuns: 40 },
      );
    });

    /** A decision that these numbers choose, among actors and mentions that are there; one that says nothing is let go. */
    async function decideAny(
      articles: readonly Article[],
      [which, other, kind, isPart]: readonly [number, number, number, boolean],
    ) {
      const all = articles.flatMap(({ document, outcome }) =>
        outcome.kind === "read" ? outcome.actors.map((actor) => ({ document: document.id, ...actor })) : [],
      );
      const [one, two] = [all[which % all.length], all[other % all.length]];
      if (one === undefined || two === undefined) return;
      const { document } = one;
      const spans = isPart ? [one.mentions[0]] : [];
      const decisions: readonly ActorDecision[] = [
        { kind: "rename", actor: one.key, name: "N", note },
        { kind: "merge", actor: one.key, into: two.key, note },
        { kind: "split", actor: one.key, document, spans, into: two.key, note },
        { kind: "split", actor: one.key, document, spans, into: splitKey(document, one.mentions[0]), note },
        { kind: "unmerge", actor: one.key, note },
      ];
      const decision = decisions[kind % decisions.length];
      if (decision)
        await decide(decision).catch((error: unknown) => expect(error).toMatchObject({ name: "ParleyError" }));
    }

    const person: Person = {
      id: "otto-brandt",
      name: "Otto Brandt",
      aliases: ["O. Brandt"],
      country: "KRS",
      tenures: [{ country: "KRS", office: "envoy", title: null, body: null, sector: "GOV", from: "2030", to: null }],
    };

    test("imported persons are kept by their ids, and told again as they were", async () => {
      const second = { ...person, id: "q7", country: null };
      const counts = await ledger.importActors([second, person], "persons.csv", provenance);
      expect(counts).toEqual({ added: 2, changed: 0, unchanged: 0 });
      expect(await ledger.knownActors()).toEqual([person, second]);
      const renamed = { ...person, name: "Otto von Brandt" };
      expect(await ledger.importActors([renamed, second], "persons.csv", provenance)).toEqual({
        added: 0,
        changed: 1,
        unchanged: 1,
      });
      expect(await ledger.knownActors()).toEqual([renamed, second]);
      expect(await ledger.importActors([renamed, second], "persons.csv", provenance)).toMatchObject({ unchanged: 2 });
      const imports = (await collect(ledger.audit())).map(({ action, detail }) => [
        action,
        detail.added,
        detail.changed,
      ]);
      expect(imports).toEqual([
        ["actors-imported", 2, 0],
        ["actors-imported", 0, 1],
      ]);
    });

    test("an actor may be said to be an imported person that no document speaks of", async () => {
      await ledger.add([makeArticle({ key: "nobody" }), ...reports], provenance);
      await ledger.importActors([person], "persons.csv", provenance);
      await decide({ kind: "merge", actor: brandt, into: "person:otto-brandt" as ActorKey, note });
      expect(await named({ actor: "person:otto-brandt" })).toEqual(["Otto Brandt"]);
    });
  });
}

const readOf = ({ outcome }: Article): readonly Read[] => (outcome.kind === "read" ? [outcome] : []);
const keysOf = ({ actors }: Read): readonly string[] => actors.map(({ key }) => key);
const mentionsOf = ({ reading, actors }: Read): readonly string[] =>
  actors.flatMap(({ mentions }) =>
    mentions.map(({ start, end, kind }) => `${reading.document} ${start} ${end} ${kind}`),
  );

async function collect<T>(rows: AsyncIterable<T>): Promise<readonly T[]> {
  const collected: T[] = [];
  for await (const row of rows) collected.push(row);
  return collected;
}
