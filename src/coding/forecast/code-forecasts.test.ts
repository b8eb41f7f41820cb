import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Document } from "../../document/document.ts";
import { type CharSpan, charSpan, textOf } from "../../text/span.ts";
import type { Coded } from "../coded.ts";
import { codedOf, type MadeText } from "../event/testing/coded-of.ts";
import type { Statement } from "../statement/statement.ts";
import { codeForecasts } from "./code-forecasts.ts";
import type { Forecast } from "./forecast.ts";
import { forecastLexicon } from "./testing/forecast-lexicon.ts";

const actors: MadeText["actors"] = {
  velmara: { words: ["Velmara"], type: "government", country: "XVE" },
  torvask: { words: ["Torvask"], type: "government", country: "XTO" },
  pell: { words: ["Pell", "she"], type: "person", country: "XVE" },
  terrell: { words: ["Terrell"], type: "person", country: "XNE", sector: "EDU" },
};

/** A text of 1 March 2031 that consists of what is given. */
function textOfMarch(made: Omit<MadeText, "actors">): Coded {
  const coded = codedOf({ ...made, actors });
  return { ...coded, document: { ...coded.document, published } };
}

const published: NonNullable<Document["published"]> = {
  value: "2031-03-01",
  precision: "day",
  source: "sidecar",
  evidence: "",
  span: null,
};

const find = (coded: Coded): readonly Forecast[] => codeForecasts(coded, forecastLexicon);
const wordsOf = ({ document }: Coded, spans: readonly CharSpan[]): string =>
  spans.map((span) => textOf(document.text, span)).join(" … ");
const contents = (coded: Coded): readonly string[] => find(coded).map(({ content }) => wordsOf(coded, content));

/** The statement of a text with its words told apart. */
function withWords(coded: Coded, words: Partial<Record<"source" | "cue", string>>, content: readonly string[]): Coded {
  const spanOf = (part: string): CharSpan => {
    const start = coded.document.text.indexOf(part);
    return charSpan(start, start + part.length);
  };
  const [first] = coded.statements;
  if (first === undefined) throw new Error("nothing is said in this text");
  const told: Statement = {
    ...first,
    source: { ...first.source, spans: words.source === undefined ? [] : [spanOf(words.source)] },
    cue: { spans: words.cue === undefined ? [] : [spanOf(words.cue)] },
    content: { spans: content.map(spanOf) as unknown as Statement["content"]["spans"] },
  };
  return { ...coded, statements: [told] };
}

const collapse =
  "Terrell/PROPN/nsubj>1 predicted~predict/VERB/root>-1 that/SCONJ/mark>6 the/DET/det>4 truce/NOUN/nsubj>6 would/AUX/aux>6 collapse/VERB/ccomp>1 within/ADP/case>8 days~day/NOUN/obl>6";
const likely =
  "A/DET/det>2 new/ADJ/amod>2 war/NOUN/nsubj>4 is~be/AUX/cop>4 likely/ADJ/root>-1 to/PART/mark>6 follow/VERB/xcomp>4 by/ADP/case>8 June/PROPN/obl>6";
const sow =
  "Terrell/PROPN/nsubj>3 does~do/AUX/aux>3 not/PART/advmod>3 expect/VERB/root>-1 Torvask/PROPN/obj>3 to/PART/mark>6 leave/VERB/xcomp>3";
const question =
  "A/DET/det>1 truce/NOUN/nsubj>6 is~be/AUX/cop>6 out/ADP/case>6 of/ADP/case>6 the/DET/det>6 question/NOUN/root>-1";
const away = "A/DET/det>1 deal/NOUN/nsubj>4 is~be/AUX/cop>4 weeks~week/NOUN/obl>4 away/ADV/root>-1";
const due =
  "A/DET/det>1 ruling/NOUN/nsubj>3 is~be/AUX/aux>3 expected~expect/VERB/root>-1 within/ADP/case>5 days~day/NOUN/obl>3";
const fear = "Pell/PROPN/nsubj>1 fears~fear/VERB/root>-1 a/DET/det>4 long/ADJ/amod>4 war/NOUN/obj>1";
const inevitable = "War/NOUN/nsubj>2 is~be/AUX/cop>2 inevitable/ADJ/root>-1";
const few =
  "Few/ADJ/nsubj>1 think/VERB/root>-1 Torvask/PROPN/nsubj>4 will/AUX/aux>4 leave/VERB/ccomp>1 before/ADP/case>6 June/PROPN/obl>4";
const worsen =
  "Pell/PROPN/nsubj>1 said~say/VERB/root>-1 the/DET/det>3 embargo/NOUN/nsubj>5 would/AUX/aux>5 worsen/VERB/ccomp>1 the/DET/det>7 crisis/NOUN/obj>5";

describe("what is forecast", () => {
  test.each([
    { words: collapse, want: "the truce would collapse within days", likelihood: "likely" },
    { words: likely, want: "A new war is likely to follow by June", likelihood: "likely" },
    { words: sow, want: "Torvask to leave", likelihood: "unlikely" },
    { words: question, want: "A truce is out of the question", likelihood: "not" },
    { words: away, want: "A deal is weeks away", likelihood: "will" },
    { words: due, want: "A ruling is expected within days", likelihood: "likely" },
    { words: fear, want: "a long war", likelihood: "may" },
    { words: inevitable, want: "War is inevitable", likelihood: "will" },
  ])("$want: $likelihood", ({ words, want, likelihood }) => {
    const coded = textOfMarch({ sentences: [words] });
    expect(contents(coded)).toEqual([want]);
    expect(find(coded)[0]?.likelihood).toBe(likelihood);
  });

  test("what few think will come is unlikely", () => {
    const coded = textOfMarch({
      sentences: [few],
      said: { 0: "terrell" },
      times: { "before June": ["2031-03-01", "2031-06-01"] },
    });
    expect(find(withWords(coded, { source: "Few", cue: "think" }, ["Torvask will leave before June"]))).toMatchObject([
      { likelihood: "unlikely", horizon: { to: "2031-06-01" } },
    ]);
  });

  test("a claim about what something would do is one, in somebody's words", () => {
    const coded = textOfMarch({ sentences: [worsen], said: { 0: "pell" } });
    const told = withWords(coded, { source: "Pell", cue: "said" }, ["the embargo would worsen the crisis"]);
    expect(find(told)).toMatchObject([{ holder: "pell", statement: "s0", likelihood: "will" }]);
  });
});

const respond =
  "Pell/PROPN/nsubj>1 said~say/VERB/root>-1 that/SCONJ/mark>5 she/PRON/nsubj>5 would/AUX/aux>5 respond/VERB/ccomp>1";
const we = "We~we/PRON/nsubj>2 will/AUX/aux>2 attack/VERB/root>-1 the/DET/det>4 port/NOUN/obj>2";
const meet =
  "The/DET/det>1 envoys~envoy/NOUN/nsubj>3 will/AUX/aux>3 meet/VERB/root>-1 on/ADP/case>5 Tuesday/PROPN/obl>3";
const ask = "Will/AUX/aux>3 the/DET/det>2 truce/NOUN/nsubj>3 last/VERB/root>-1 ?/PUNCT/punct>3";
const whether =
  "Pell/PROPN/nsubj>1 asked~ask/VERB/root>-1 whether/SCONJ/mark>5 war/NOUN/nsubj>5 would/AUX/aux>5 come/VERB/ccomp>1";
const hope =
  "Pell/PROPN/nsubj>1 hopes~hope/VERB/root>-1 the/DET/det>3 truce/NOUN/nsubj>5 will/AUX/aux>5 hold/VERB/ccomp>1";
const reached = "Pell/PROPN/nsubj>4 could/AUX/aux>4 not/PART/advmod>4 be/AUX/aux>4 reached~reach/VERB/root>-1";
const law =
  "It/PRON/nsubj>3 is~be/AUX/cop>3 a/DET/det>3 law/NOUN/root>-1 that/PRON/nsubj>6 would/AUX/aux>6 ban/VERB/acl>3 talks~talk/NOUN/obj>6";
const must = "Torvask/PROPN/nsubj>2 should/AUX/aux>2 leave/VERB/root>-1 the/DET/det>4 dam/NOUN/obj>2";
const then = "It/PRON/nsubj>2 was~be/AUX/cop>2 doomed/ADJ/root>-1 to/PART/mark>4 fail/VERB/xcomp>2";
const had = "They/PRON/nsubj>2 ’d~would/AUX/aux>2 agreed~agree/VERB/root>-1 on/ADP/case>5 a/DET/det>5 truce/NOUN/obl>2";

test.each([
  { about: "an intention", words: respond },
  { about: "a threat", words: we },
  { about: "a schedule", words: meet },
  { about: "a question", words: ask },
  { about: "an indirect question", words: whether },
  { about: "a hope", words: hope },
  { about: "what could not be done", words: reached },
  { about: "a description", words: law },
  { about: "a duty", words: must },
  { about: "what was agreed", words: had },
])("$about is no forecast", ({ words }) => {
  expect(contents(textOfMarch({ sentences: [words] }))).toEqual([]);
  expect(contents(textOfMarch({ sentences: [words], said: { 0: "pell" } }))).toEqual([]);
});

test("what the article says was to come long ago is none; what somebody said then is", () => {
  expect(contents(textOfMarch({ sentences: [then] }))).toEqual([]);
  expect(contents(textOfMarch({ sentences: [then], said: { 0: "pell" } }))).toEqual(["It was doomed to fail"]);
});

describe("who forecasts", () => {
  test("who expects it, before who says so", () => {
    expect(find(textOfMarch({ sentences: [collapse], said: { 0: "pell" } }))).toMatchObject([{ holder: "terrell" }]);
  });

  test("the source of the innermost statement", () => {
    expect(find(textOfMarch({ sentences: [likely], said: { 0: "pell" } }))).toMatchObject([
      { holder: "pell", statement: "s0" },
    ]);
  });

  test("nobody where the article does", () => {
    expect(find(textOfMarch({ sentences: [likely] }))).toMatchObject([{ holder: null, statement: null }]);
  });
});

describe("by when", () => {
  test("the days of the words in it", () => {
    const coded = textOfMarch({ sentences: [likely], times: { "by June": ["2031-03-01", "2031-06-30"] } });
    const [forecast] = find(coded);
    expect(forecast?.horizon).toMatchObject({ from: "2031-03-01", to: "2031-06-30" });
    expect(forecast?.horizon && textOf(coded.document.text, forecast.horizon.span)).toBe("by June");
  });

  test("not what lies behind, nor when it was said", () => {
    const past = textOfMarch({ sentences: [likely], times: { "by June": ["2030-06-01", "2030-06-30"] } });
    expect(find(past)).toMatchObject([{ horizon: null }]);
    const said = `${collapse} on/ADP/case>10 Monday/PROPN/obl>1`;
    const coded = textOfMarch({ sentences: [said], times: { Monday: ["2031-03-01", "2031-03-01"] } });
    expect(find(coded)).toMatchObject([{ horizon: null }]);
  });
});

describe("its words", () => {
  const torn =
    "War/NOUN/nsubj>4 ,/PUNCT/punct>4 Pell/PROPN/nsubj>3 said~say/VERB/parataxis>4 likely~likely/ADJ/root>-1 to/PART/mark>6 follow/VERB/xcomp>4";

  test("are without those of who says so, which are evidence", () => {
    const coded = withWords(textOfMarch({ sentences: [torn], said: { 0: "pell" } }), { source: "Pell", cue: "said" }, [
      "War",
      "likely to follow",
    ]);
    const [forecast] = find(coded);
    expect(forecast && wordsOf(coded, forecast.content)).toBe("War … likely to follow");
    expect(forecast && wordsOf(coded, forecast.evidence)).toBe(coded.document.text);
  });

  test("of a headline are left to the body, which repeats it; of one alone they are kept", () => {
    const coded = textOfMarch({ sentences: [likely, likely] });
    const title = { kind: "title", ...charSpan(0, 37) } as const;
    const headed = { ...coded, document: { ...coded.document, regions: [title] } };
    expect(find(headed).map(({ content }) => content[0].start)).toEqual([38]);
    const alone = textOfMarch({ sentences: [likely] });
    expect(find({ ...alone, document: { ...alone.document, regions: [title] } })).toHaveLength(1);
  });

  test("told twice are one forecast with both as evidence", () => {
    const coded = textOfMarch({ sentences: [likely, inevitable, likely] });
    expect(contents(coded)).toEqual(["A new war is likely to follow by June", "War is inevitable"]);
    expect(find(coded)[0]?.evidence).toHaveLength(2);
  });

  test("have the same id in every reading, and another in another document", () => {
    const coded = textOfMarch({ sentences: [likely] });
    const other = { ...coded, document: { ...coded.document, id: "fedcba9876543210" as Document["id"] } };
    expect(find(coded)[0]?.id).toBe(find(textOfMarch({ sentences: [likely], said: { 0: "pell" } }))[0]?.id);
    expect(find(other)[0]?.id).not.toBe(find(coded)[0]?.id);
    expect(find(coded)[0]?.id).toMatch(/^[0-9a-f]{32}$/);
  });
});

test("none without parses", () => {
  const coded = textOfMarch({ sentences: [likely] });
  expect(find({ ...coded, reading: { ...coded.reading, parses: null } })).toEqual([]);
});

const forms =
  "War/NOUN will/AUX may/AUX is~be/AUX likely/ADJ expects~expect/VERB that/SCONJ to/PART fall/VERB Pell/PROPN ,/PUNCT not/PART weeks~week/NOUN away/ADV if/SCONJ inevitable/ADJ fears~fear/VERB who/PRON".split(
    " ",
  );
const relations = "nsubj obj ccomp xcomp acl advcl conj aux cop mark obl advmod parataxis punct".split(" ");

const anySentence = fc
  .array(fc.record({ form: fc.constantFrom(...forms), relation: fc.constantFrom(...relations), head: fc.nat() }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((words) =>
    words
      .map(({ form, relation, head }, at) => (at === 0 ? `${form}/root>-1` : `${form}/${relation}>${head % at}`))
      .join(" "),
  );

test("whatever the parse, content and horizon lie in the evidence, and all in the text", () => {
  fc.assert(
    fc.property(fc.array(anySentence, { minLength: 1, maxLength: 3 }), fc.boolean(), (sentences, isSaid) => {
      const coded = textOfMarch({
        sentences,
        said: isSaid ? { 0: "pell" } : {},
        times: { weeks: ["2031-03-01", "2031-03-29"] },
      });
      const found = find(coded);
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
      for (const { content, horizon, evidence } of found) {
        for (const span of [...content, ...(horizon === null ? [] : [horizon.span])]) {
          expect(evidence.some(({ start, end }) => start <= span.start && span.end <= end)).toBe(true);
        }
        for (const { end } of evidence) expect(end).toBeLessThanOrEqual(coded.document.text.length);
        expect(content.every((span, at) => at === 0 || (content[at - 1]?.end ?? 0) <= span.start)).toBe(true);
        expect(wordsOf(coded, content)).toMatch(/[\p{L}\p{N}]/u);
      }
    }),
    { numRuns: 300 },
  );
});
