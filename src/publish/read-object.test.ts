import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeReport } from "../ledger/testing/report.ts";
import { charSpan } from "../text/span.ts";
import { toReadObject } from "./read-object.ts";
import { anyArticle, articleOf, onDay, spanOf } from "./testing/articles.ts";

const schema = JSON.parse(readFileSync(new URL("../../docs/parley-read.schema.json", import.meta.url), "utf8"));
const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);

const text = "KARSK, March 3 (Meridian) – “We agree,” President Anton Verel told Meridian, “on the text.”";
const article = articleOf({
  id: "d1",
  text,
  title: "Agreement near",
  published: { ...onDay("2031-03-03", "dateline", "March 3"), span: spanOf(text, "March 3") },
  origin: { outlet: "Meridian", spans: [spanOf(text, "(Meridian)")], basis: "dateline", evidence: "(Meridian) –" },
  said: [
    {
      source: "President Anton Verel",
      cue: "told",
      content: ["We agree,", "on the text."],
      relay: "Meridian",
      quotation: "direct",
      confidence: 0.75,
      quotationConfidence: 0.5,
    },
  ],
});

describe("the object of parley.read/1", () => {
  test("has the contract's fields in the contract's order", () => {
    const object = toReadObject(article);
    expect(Object.keys(object).join(" ")).toBe(
      "schema document sentences actors statements times events contacts positions forecasts reader unread",
    );
    expect(Object.keys(object.document).slice(0, 13).join(" ")).toBe(
      "id file url title outlet bylines publishedAt language text regions order damage origin",
    );
  });

  test("gives spans as pairs into the text", () => {
    const { document, statements } = toReadObject(article);
    const words = (statements[0]?.content.spans ?? []).map(([start, end]) => document.text.slice(start, end));
    expect(words).toEqual(["We agree,", "on the text."]);
    expect(document.publishedAt).toBe("2031-03-03");
    expect(document.published?.span).toEqual([7, 14]);
    expect(document.origin).toMatchObject({ outlet: "Meridian", evidence: [[15, 25]], wording: "(Meridian) –" });
    expect(statements[0]).toMatchObject({
      confidence: 0.75,
      quotationConfidence: 0.5,
      descriptor: null,
      addressee: null,
    });
  });

  test("gives times, events and contacts with their days, their words and where these stand", () => {
    const report = makeReport({
      key: "sund",
      text: "Ilse Varga met Emil Brandt in Sund on Monday.",
      actors: [
        { id: "a1", key: "person:ilse-varga", name: "Ilse Varga", words: ["Ilse Varga"] },
        { id: "a2", key: "person:KRS:emil brandt", name: "Emil Brandt", words: ["Emil Brandt"] },
      ],
      met: [
        {
          evidence: "Ilse Varga met Emil Brandt in Sund on Monday",
          who: ["a1", "a2"],
          place: "Sund",
          when: ["Monday", "2031-03-10", "2031-03-10"],
        },
      ],
    });
    const object = toReadObject(report);
    const [event] = report.outcome.events;
    expect(object.times).toEqual([
      { start: 38, end: 44, from: "2031-03-10", to: "2031-03-10", precision: "day", unresolved: false },
    ]);
    const shared = {
      when: { from: "2031-03-10", to: "2031-03-10", span: [38, 44] },
      place: "Sund",
      placeSpan: [30, 34],
      evidence: [[0, 44]],
    };
    expect(object.events).toMatchObject([
      { ...shared, id: event?.id, type: "CONSULT", actors: ["a1"], recipients: ["a2"], trigger: [0, 44] },
    ]);
    expect(object.contacts).toMatchObject([
      {
        ...shared,
        event: event?.id,
        participants: ["a1", "a2"],
        form: "meeting",
        status: "held",
        mediator: null,
        about: null,
        aboutSpan: null,
        outcome: null,
        outcomeSpan: null,
      },
    ]);
    expect(validate(object)).toBe(true);
  });

  test("says why a document was not read", () => {
    const object = toReadObject(articleOf({ id: "d2", text: "Les pourparlers", unread: "written in French" }));
    expect(object).toMatchObject({ reader: null, unread: { reason: "language", detail: "written in French" } });
    expect(validate(object)).toBe(true);
  });

  test("is valid by the schema for every article", () => {
    fc.assert(
      fc.property(anyArticle, (any) => {
        expect(validate(JSON.parse(JSON.stringify(toReadObject(any)))), JSON.stringify(validate.errors)).toBe(true);
      }),
    );
  });

  test("an object of the first release, which knew no probability of a quotation, is valid", () => {
    const object = toReadObject(article);
    const statements = object.statements.map(({ quotationConfidence: _, ...rest }) => rest);
    expect(validate({ ...object, statements })).toBe(true);
  });

  test("an event and a contact with what the contract names, and no more, are valid", () => {
    expect(validate({ ...toReadObject(article), events: [event], contacts: [contact] })).toBe(true);
  });

  test("may carry more fields", () => {
    expect(validate({ ...toReadObject(article), later: true })).toBe(true);
  });

  const broken: readonly [string, (object: Record<string, unknown>) => unknown][] = [
    ["another schema", (object) => ({ ...object, schema: "parley.read/2" })],
    ["no statements", ({ statements: _, ...rest }) => rest],
    ["a span of one", (object) => ({ ...object, sentences: [[1]] })],
    ["a span before the text", (object) => ({ ...object, sentences: [[-1, 2]] })],
    ["a fractional span", (object) => ({ ...object, sentences: [[0.5, 2]] })],
    [
      "a thirteenth month",
      (object) => ({ ...object, document: { ...Object(object.document), publishedAt: "2031-13" } }),
    ],
    ["an unknown region", (object) => ({ ...object, document: { ...Object(object.document), regions: [region] } })],
    [
      "a statement without content",
      (object) => ({ ...object, statements: [{ ...first(object), content: { spans: [] } }] }),
    ],
    ["a confidence above one", (object) => ({ ...object, statements: [{ ...first(object), confidence: 1.5 }] })],
    [
      "a quotation that is no probability",
      (object) => ({ ...object, statements: [{ ...first(object), quotationConfidence: -1 }] }),
    ],
    ["an unknown sourcing", (object) => ({ ...object, statements: [{ ...first(object), sourcing: "rumour" }] })],
    ["an actor without a name", (object) => ({ ...object, actors: [{ id: "a1" }] })],
    ["a time without its end", (object) => ({ ...object, times: [{ start: 0, from: null, to: null }] })],
    ["an event of another codebook", (object) => ({ ...object, events: [{ ...event, type: "MEET" }] })],
    ["a contact of no known form", (object) => ({ ...object, contacts: [{ ...contact, form: "seance" }] })],
  ];
  const event = { id: "e1", type: "CONSULT", actors: [], recipients: [], when: null, place: null, evidence: [] };
  const contact = {
    id: "c1",
    event: null,
    participants: ["a1"],
    form: "call",
    status: "held",
    mediator: null,
    when: null,
    place: null,
    about: null,
    outcome: null,
    evidence: [],
  };
  const region = { kind: "advertisement", ...charSpan(0, 1) };
  const first = (object: Record<string, unknown>) => (object.statements as readonly object[])[0];

  test.each(broken)("with %s it is not valid", (_, breakIt) => {
    expect(validate(breakIt({ ...toReadObject(article) }))).toBe(false);
  });
});
