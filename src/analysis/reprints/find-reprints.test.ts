import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitSentences } from "../../text/sentences.ts";
import { textOf } from "../../text/span.ts";
import { findReprints } from "./find-reprints.ts";
import type { Report } from "./reprint.ts";
import { anySentences, dispatch, otherDispatch, reportOf, rewordedDispatch } from "./testing/reports.ts";

const original = reportOf("original", dispatch);
const onlyLink = (...reports: readonly Report<string>[]) => findReprints(reports).groups[0]?.links[0];
const without = (text: string): string => text.replace(/["'“”‘’]/gu, "");
const order = [6, 2, 9, 0, 4, 8, 1, 5, 3, 7];
const moved = (sentences: readonly string[]): readonly string[] => order.map((at) => sentences[at] ?? "");

describe("a copy is found, and what was done to it is told", () => {
  test.each([
    { what: "nothing", copy: dispatch, kind: "verbatim" },
    { what: "marks lost", copy: dispatch.map(without), kind: "verbatim" },
    { what: "the end cut", copy: dispatch.slice(0, 6), kind: "cut" },
    { what: "sentences cut", copy: dispatch.filter((_, at) => at % 3 !== 1), kind: "cut" },
    { what: "shuffled", copy: moved(dispatch), kind: "shuffled" },
    { what: "shuffled, cut, marks lost", copy: moved(dispatch).slice(2).map(without), kind: "shuffled" },
    { what: "reworded", copy: rewordedDispatch, kind: "reworded" },
    { what: "reworded and cut", copy: rewordedDispatch.slice(0, 7), kind: "reworded" },
    { what: "reworded and shuffled", copy: moved(rewordedDispatch).map(without), kind: "mixed" },
    {
      what: "its words and as many of its own",
      copy: [...dispatch.slice(0, 5), ...otherDispatch.slice(4)],
      kind: "mixed",
    },
  ])("$what: $kind", ({ copy, kind }) => {
    const link = onlyLink(original, reportOf("the copy", copy, { title: "Ministers leave the harbour" }));
    expect(link).toMatchObject({ kind });
    expect(link?.share).toBeGreaterThan(kind === "mixed" ? 0.4 : 0.75);
  });

  test("two sentences joined by a copyist, and one divided", () => {
    const copy = [
      `${dispatch[0]?.slice(0, -1)}, and ${dispatch[1]?.toLowerCase()}`,
      ...dispatch.slice(2, 5),
      "A list of 120 names was handed over.",
      "It was put in a coat pocket, he said.",
      ...dispatch.slice(6),
    ];
    expect(onlyLink(original, reportOf("the copy", copy))?.share).toBeGreaterThan(0.95);
  });

  test("a report of one sentence, whole and with a third of its words replaced", () => {
    const brief = dispatch.slice(6, 7);
    const reworded =
      "Nerevia’s foreign minister, who perched between them for part of the afternoon, said a second round was likely if the cannons around Merrin fell silent.";
    expect(onlyLink(reportOf("a", brief), reportOf("b", brief, { title: "Nerevia hopes" }))?.kind).toBe("verbatim");
    expect(onlyLink(reportOf("a", brief), reportOf("b", [reworded]))?.kind).toBe("reworded");
    expect(onlyLink(original, reportOf("b", brief))?.kind).toBe("cut");
  });

  test("a text without any rare word", () => {
    const plain = [
      "He said that it was time for all of us to go home.",
      "They will be back in a year or two, I think.",
    ];
    expect(onlyLink(reportOf("a", plain), reportOf("b", plain))?.share).toBe(1);
  });
});

describe("different articles are not linked", () => {
  test.each([
    { what: "the same event with the same names, numbers and a quotation", one: dispatch, other: otherDispatch },
    { what: "a brief on the event", one: dispatch, other: otherDispatch.slice(0, 2) },
    {
      what: "one sentence on the event",
      one: dispatch,
      other: [
        "Tessil Morrag and Teo Castellin met in Port Amsel on Thursday and parted without an agreement on prisoners.",
      ],
    },
    {
      what: "two sentences with the same names",
      one: ["Tessil Morrag of Torvask will visit Port Amsel on Thursday, her ministry said."],
      other: ["Torvask recalled Tessil Morrag from Port Amsel after a night of shelling on Thursday."],
    },
    { what: "a quotation alone", one: dispatch, other: [dispatch[3] ?? "", ...otherDispatch.slice(4)] },
    { what: "nothing in common but furniture of the language", one: ["He said so."], other: ["She said it was so."] },
  ])("$what", ({ one, other }) => {
    expect(findReprints([reportOf("one", one), reportOf("other", other)]).groups).toEqual([]);
  });

  test("the headline and what stands around the report say nothing", () => {
    const title = "Port Amsel talks end with two accounts and no agreement on the prisoners of the winter";
    const reports = [reportOf("one", dispatch, { title }), reportOf("other", otherDispatch, { title })];
    expect(findReprints(reports).groups).toEqual([]);
  });
});

test("what is not in English is left out and named, but not what is too short to tell, nor what only looks foreign", () => {
  const french = [
    "Les ministres des Affaires étrangères de Velmara et de Torvask se sont quittés sans accord jeudi à Port Amsel.",
    "« Les détails regardent les experts », a déclaré Tessil Morrag aux journalistes sur les marches de la douane.",
  ];
  const replaced = dispatch.map((words) =>
    words.replace(/\b[a-z]{5,}\b/gu, (word) => `${[...word].reverse().join("")}`),
  );
  const found = findReprints([
    original,
    reportOf("french", french, { language: "fr" }),
    reportOf("french too", french, { language: "fr" }),
    reportOf("looks foreign", [...dispatch.slice(0, 4), ...replaced.slice(4)], { language: "nl" }),
    reportOf("short", dispatch, { language: null }),
  ]);
  expect(found.leftOut).toEqual(["french", "french too"]);
  expect(found.groups.map(({ documents }) => documents)).toEqual([["original", "looks foreign", "short"]]);
});

test("texts without a word, a sentence without an end, one key twice", () => {
  const endless = reportOf("endless", [Array.from({ length: 4000 }, (_, at) => `word${at}`).join(" ")]);
  const again = reportOf("again", [Array.from({ length: 4000 }, (_, at) => `word${at}`).join(" ")]);
  const found = findReprints([reportOf("empty", []), reportOf("marks", ["…", "!!"]), endless, again, endless]);
  expect(found.groups.map(({ documents }) => documents)).toEqual([["again", "endless"]]);
});

test("of hundreds of copies all are in one group, each made from another of them or from the source", () => {
  const copies = Array.from({ length: 300 }, (_, at) =>
    reportOf(
      `copy ${String(at).padStart(3, "0")}`,
      at % 3 === 0 ? dispatch : at % 3 === 1 ? moved(dispatch) : dispatch.slice(at % 4),
      {
        damage: ["quotes-stripped"],
      },
    ),
  );
  const others = Array.from({ length: 60 }, (_, at) =>
    reportOf(
      `other ${at}`,
      otherDispatch.map((words) => words.replaceAll(/\p{Ll}{4,}/gu, (word) => `${word}${at}`)),
    ),
  );
  const { groups } = findReprints([...others, ...copies, original]);
  const group = groups.find(({ documents }) => documents.includes("original"));
  expect(group?.documents).toHaveLength(301);
  expect(group?.documents[0]).toBe("original");
  expect(group?.origins).toEqual({ atLeast: 1, atMost: 1 });
});

describe("for any articles", () => {
  const reports = fc
    .array(anySentences, { minLength: 1, maxLength: 5 })
    .map((all) =>
      all.flatMap((sentences, at) => [
        reportOf(`original ${at}`, sentences),
        reportOf(`copy ${at}`, sentences.toReversed(), { title: "Another headline" }),
        reportOf(`cut ${at}`, sentences.slice(0, Math.ceil(sentences.length / 2))),
      ]),
    );

  test("no order of the sentences loses a copy", () => {
    const shuffled = anySentences.chain((sentences) =>
      fc.tuple(fc.constant(sentences), fc.shuffledSubarray(sentences, { minLength: sentences.length })),
    );
    fc.assert(
      fc.property(shuffled, ([sentences, copy]) => {
        expect(onlyLink(reportOf("a", sentences), reportOf("b", copy))?.share).toBeGreaterThan(0.9);
      }),
      { numRuns: 60 },
    );
  });

  test("each copy is grouped with its original and nothing else", () => {
    fc.assert(
      fc.property(reports, (all) => {
        const groups = findReprints(all).groups.map(({ documents }) => [...documents].sort());
        const numbers = [...new Set(all.map(({ key }) => key.split(" ")[1]))];
        expect(groups.sort()).toEqual(numbers.map((at) => [`copy ${at}`, `cut ${at}`, `original ${at}`]).sort());
      }),
      { numRuns: 30 },
    );
  });

  test("the order of the documents changes nothing, and neither does a second time", () => {
    const inOrders = reports.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(inOrders, ([one, other]) => {
        expect(findReprints(other)).toEqual(findReprints(one));
      }),
      { numRuns: 30 },
    );
  });

  test("aligned spans are sentences of the two texts, and each copy has one link", () => {
    fc.assert(
      fc.property(reports, (all) => {
        const documents = new Map(all.map(({ key, document }) => [key, document]));
        const sentences = new Map(
          all.map(({ key, document }) => [
            key,
            document.regions.flatMap((region) =>
              splitSentences(document.text, region.start, region.end).map((span) => textOf(document.text, span)),
            ),
          ]),
        );
        for (const { documents: members, links } of findReprints(all).groups) {
          expect(links.map(({ copy }) => copy)).toEqual(members.slice(1));
          for (const link of links) {
            for (const pair of link.sentences) {
              expect(sentences.get(link.copy)).toContain(textOf(documents.get(link.copy)?.text ?? "", pair.copy));
              expect(sentences.get(link.of)).toContain(textOf(documents.get(link.of)?.text ?? "", pair.of));
              expect(pair.likeness).toBeGreaterThan(0);
              expect(pair.likeness).toBeLessThanOrEqual(1);
            }
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});
