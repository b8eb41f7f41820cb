import { beforeAll, expect, test } from "vitest";
import { noFurtherActors } from "../src/cli/codebook.ts";
import { readInputs } from "../src/cli/input/input.ts";
import { defaultLimits } from "../src/cli/input/limits.ts";
import { createPipeline } from "../src/cli/reading/pipeline.ts";
import type { Hints } from "../src/document/document.ts";
import { type ReadContact, type ReadObject, toReadObject } from "../src/publish/read-object.ts";
import { describeWithShared, sharedPath } from "../src/testing/shared.ts";

// The contacts that a careful person finds in the two articles Parley was conceived from.

describeWithShared("the seeds' contacts", () => {
  let [undated, dated]: (readonly ReadObject[])[] = [[], []];
  beforeAll(async () => {
    const pipeline = await createPipeline({
      reader: "trained",
      actors: noFurtherActors,
      issues: null,
      fields: {},
      limits: defaultLimits,
    });
    const read = async (path: string, hints?: Hints): Promise<readonly ReadObject[]> => {
      const objects: ReadObject[] = [];
      for await (const item of readInputs([path], hints === undefined ? {} : { hints })) {
        const outcome = await pipeline(item);
        if (outcome.kind === "article") objects.push(toReadObject(outcome.article));
      }
      return objects;
    };
    undated = await read(sharedPath("seeds"));
    const [first = ""] = undated.map(({ document }) => document.file).filter((file) => file.includes("000_"));
    dated = await read(first, { from: "user", publishedAt: "2022-11-07" });
  }, 120_000);

  const contactsOf = (file: string, objects = undated): readonly ReadContact[] =>
    objects?.find(({ document }) => document.file.includes(file))?.contacts ?? [];
  const namesIn = (contact: ReadContact, objects = undated): readonly string[] => {
    const actors = objects?.find(({ contacts }) => contacts.includes(contact))?.actors ?? [];
    return contact.participants.flatMap((id) => actors.find((actor) => actor.id === id)?.name ?? []);
  };
  const among = (file: string, ...lastNames: readonly string[]): ReadContact | undefined =>
    contactsOf(file).find((contact) => lastNames.every((last) => namesIn(contact).some((name) => name.endsWith(last))));

  test.each([
    { file: "000_", who: ["Sullivan", "Zelensky"], form: "visit", place: "Kiev" },
    { file: "000_", who: ["Sullivan", "Patrushev", "Ushakov"], form: "talks", place: null },
    { file: "000_", who: ["Biden", "Zelensky"], form: "call", place: null },
    { file: "002_", who: ["Macron", "Scholz", "Putin"], form: "call", place: null, day: "2022-03-10" },
    { file: "002_", who: ["Kuleba", "Lavrov"], form: "meeting", place: "Turkey", day: "2022-03-10" },
    { file: "002_", who: ["Bennett", "Putin"], form: "meeting", place: "Moscow" },
    { file: "002_", who: ["Blinken", "Lapid"], form: "talks", place: "Riga, Latvia" },
    { file: "002_", who: ["Putin", "Lukashenko"], form: "meeting", place: "Moscow", day: "2022-03-11" },
  ])("$who: a $form, held, in $place", ({ file, who, form, place, day }) => {
    const found = among(file, ...who);
    expect(found).toMatchObject({ form, status: "held", place });
    if (day !== undefined) expect(found?.when).toMatchObject({ from: day, to: day });
  });

  test("Kuleba and Lavrov’s ended without an agreement", () => {
    expect(among("002_", "Kuleba", "Lavrov")?.outcome).toMatch(/without an agreement/);
  });

  test("the call in June is of the year before the article’s date, and of no year without one", () => {
    expect(among("000_", "Biden", "Zelensky")?.when).toMatchObject({ from: null, to: null });
    const call = contactsOf("000_", dated).find((one) => one.form === "call");
    expect(call?.when).toMatchObject({ from: "2022-06-01", to: "2022-06-30" });
  });
});
