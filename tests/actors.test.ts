import { beforeAll, describe, expect, test } from "vitest";
import { readCodebookFile } from "../src/cli/codebook.ts";
import { loadReader } from "../src/cli/reading/pipeline.ts";
import type { Actor } from "../src/coding/actor/actor.ts";
import { indexActors } from "../src/coding/actor/actor-index.ts";
import { codeActors } from "../src/coding/actor/code-actors.ts";
import { parseFirstNames } from "../src/coding/actor/first-names.ts";
import { parseOfficeLexicon } from "../src/coding/actor/office-lexicon.ts";
import { madeBase } from "../src/coding/actor/testing/made-base.ts";
import { codeStatements } from "../src/coding/statement/code-statements.ts";
import { toDocument } from "../src/document/to-document.ts";
import type { Reader } from "../src/reader/reading.ts";
import { textOf } from "../src/text/span.ts";

// The trained reader on sentences about people and states that do not exist; what is known of them is in madeBase.

const index = indexActors(madeBase, parseOfficeLexicon(readCodebookFile("actors/offices.yaml")));
const firstNames = parseFirstNames(readCodebookFile("actors/first-names.yaml"));
let reader: Reader;
beforeAll(async () => {
  reader = await loadReader("trained");
});

interface Options {
  readonly published?: string;
  readonly order?: "original" | "suspect";
}

async function actorsOf(text: string, { published = "2031-03-06", order = "original" }: Options = {}) {
  const hints = published === "" ? null : ({ from: "user", publishedAt: published } as const);
  const read = toDocument({ kind: "text", file: "t.txt", text, hints }, { detectLanguage: () => "en" });
  const document = { ...read, order };
  const reading = await reader.read(document);
  const statements = codeStatements(document, reading);
  const found = codeActors(document, reading, statements, { index, firstNames });
  const byId = new Map(found.actors.map((actor) => [actor.id, actor]));
  const speakers = statements.map(({ source }) => byId.get(found.of(source.spans) as Actor["id"])?.name ?? null);
  return { ...found, document, speakers };
}

const brief = ({ name, type, country, role, sector }: Actor): string =>
  [name, type, country ?? "-", role ?? "-", sector ?? "-"].join(" | ");

async function actorNamed(text: string, name: string, options: Options = {}): Promise<string> {
  const { actors } = await actorsOf(text, options);
  const found = actors.find((actor) => actor.name === name);
  return found === undefined ? `none of ${actors.map((actor) => actor.name).join(", ")}` : brief(found);
}

describe("what the text itself says of somebody", () => {
  test.each([
    [
      "Velmaran Ambassador to Torvask Kristo Prandt said the road was open.",
      "Kristo Prandt | person | VLM | ambassador | GOV",
    ],
    [
      "Foreign Minister Teo Castellin of Velmara said the talks had failed.",
      "Teo Castellin | person | VLM | foreign minister | GOV",
    ],
    [
      "Belu Sandreth, the chief negotiator of Torvask, said the offer stood.",
      "Belu Sandreth | person | TVS | chief negotiator | GOV",
    ],
    [
      "Irian Pell, a spokeswoman for the Velmaran government, denied it.",
      "Irian Pell | person | VLM | spokesperson | GOV",
    ],
    ["Velmara’s Teo Castellin said there had been no progress.", "Teo Castellin | person | VLM | - | -"],
    ["A River Union spokesman, Lars Orrik, said observers would come.", "Lars Orrik | person | - | spokesperson | IGO"],
  ])("%s", async (text, want) => {
    expect(await actorNamed(text, want.split(" | ")[0] ?? "")).toBe(want);
  });
});

describe("what the base says of somebody", () => {
  test("an office stands for who held it on the document’s date", async () => {
    const text = "The Torvaski president said the dam would stay closed.";
    expect((await actorsOf(text, { published: "2022-05-01" })).speakers).toEqual(["Odran Zelevsky"]);
    expect((await actorsOf(text, { published: "2031-03-06" })).speakers).toEqual(["Maro Zelevsky"]);
  });

  test("without a date an office is nobody of the base", async () => {
    const { actors } = await actorsOf("The Torvaski president said the dam would stay closed.", { published: "" });
    expect(actors.map(({ base }) => base)).not.toContain("maro-zelevsky");
    expect(actors.map(({ base }) => base)).not.toContain("odran-zelevsky");
  });

  test.each(["Odran Zelevskyy", "Odran Zelevski", "Odran Zelevskiy"])("%s is Odran Zelevsky", async (name) => {
    const { speakers } = await actorsOf(`President ${name} of Torvask said the dam would stay closed.`, {
      published: "2022-05-01",
    });
    expect(speakers).toEqual(["Odran Zelevsky"]);
  });

  test("a capital and a palace that speak are the government, and places where things happen", async () => {
    const { actors, document } = await actorsOf(
      "Lisaan rejected the offer on Monday. The Lantern Palace said it was an insult. Orla Denz met farmers in Lissane.",
    );
    const state = actors.find(({ country, type }) => country === "VLM" && type === "government");
    expect(state?.mentions.map((mention) => [textOf(document.text, mention), mention.asPlace])).toEqual([
      ["Lisaan", false],
      ["Lantern Palace", false],
      ["it", false],
      ["Lissane", true],
    ]);
  });
});

describe("names that are one person’s", () => {
  test("a last name, with its apostrophe lost too, is the person named in full elsewhere", async () => {
    const text = "Morrags offer was rejected. Foreign Minister Tessil Morrag said so on Friday. Morrag gave no reason.";
    const { actors } = await actorsOf(text);
    expect(actors.filter(({ name }) => name.includes("Morrag"))).toHaveLength(1);
  });

  test("two persons of one last name stay two", async () => {
    const { actors } = await actorsOf("Anna Varga said yes. Peter Varga said no.");
    expect(actors.filter(({ type }) => type === "person").map(({ name }) => name)).toEqual([
      "Anna Varga",
      "Peter Varga",
    ]);
  });
});

describe("sources without a name", () => {
  test("say how many they are, of which country, and how they know", async () => {
    const { actors, document } = await actorsOf(
      "Two senior Velmaran officials familiar with the talks said the offer was real.",
    );
    const [found] = actors.filter(({ type }) => type === "anonymous");
    expect(found).toMatchObject({ country: "VLM", sector: "GOV", number: "several" });
    expect(found?.knowledge && textOf(document.text, found.knowledge)).toBe("familiar with the talks");
  });

  test("“the official” is the one before, “a second official” is not", async () => {
    const { actors } = await actorsOf(
      "A Velmaran official said the talks had failed. The official declined to say why. A second official said they would resume.",
    );
    const unnamed = actors.filter(({ type }) => type === "anonymous");
    expect(unnamed.map(({ mentions }) => mentions.length)).toEqual([2, 1]);
  });

  test("those of two documents are never one", async () => {
    const keys = await Promise.all(
      ["Senior officials said the talks failed.", "Senior officials said the talks went on."].map(async (text) =>
        (await actorsOf(text)).actors.flatMap(({ type, key }) => (type === "anonymous" ? [key] : [])),
      ),
    );
    expect(keys.flat()).toHaveLength(2);
    expect(new Set(keys.flat()).size).toBe(2);
  });
});

describe("pronouns", () => {
  test.each([
    ["Anna Varga left the hall. She said the talks had failed.", ["Anna Varga"]],
    ["Anna Varga met Peter Denz on Monday. He said the talks had failed.", ["Peter Denz"]],
    ["Peter Denz arrived late. “I was held up at the bridge,” he said.", ["Peter Denz"]],
  ])("%s", async (text, want) => {
    expect((await actorsOf(text)).speakers).toEqual(want);
  });

  test("are left open where the order of the sentences is lost", async () => {
    const text = "Anna Varga left the hall. She said the talks had failed.";
    expect((await actorsOf(text, { order: "suspect" })).speakers).toEqual([null]);
  });

  test("“I” in a quotation is who says it", async () => {
    const { actors, document } = await actorsOf("“I was held up at the bridge,” Peter Denz said.");
    const [denz] = actors.filter(({ name }) => name === "Peter Denz");
    expect(denz?.mentions.map((mention) => textOf(document.text, mention))).toEqual(["I", "Peter Denz"]);
  });
});

test("two that speak together are a group of both", async () => {
  const { actors, speakers } = await actorsOf("Anna Varga and Peter Denz said the talks had failed.");
  const group = actors.find(({ members }) => members.length > 0);
  expect(speakers).toEqual([group?.name]);
  expect(group?.members.map((id) => actors.find((actor) => actor.id === id)?.name)).toEqual([
    "Anna Varga",
    "Peter Denz",
  ]);
});

test("ministers who are later said to be of two states are of both", async () => {
  const text =
    "The ministers left Port Amsel at noon. The foreign ministers of Velmara and Torvask met on Thursday for the first time.";
  const { actors } = await actorsOf(text);
  const group = actors.find(({ name }) => /ministers/u.test(name));
  expect(group?.mentions).toHaveLength(2);
  expect(group?.members.map((id) => actors.find((actor) => actor.id === id)?.name)).toEqual(["Velmara", "Torvask"]);
});

test("the head of a state's service is who is named behind, and no head of the state", async () => {
  const { actors } = await actorsOf(
    "Anna Varga met the head of Torvask’s security service, Peter Denz, in Port Amsel on Sunday.",
  );
  expect(actors.flatMap(({ name, type }) => (type === "person" ? [name] : []))).toEqual(["Anna Varga", "Peter Denz"]);
});

test("a report is whose it is", async () => {
  const text = "The River Union published a report on Monday. The report said the dam was safe.";
  expect((await actorsOf(text)).speakers.at(-1)).toBe("River Union");
});

test("in a transcript those speak whose labels stand before", async () => {
  const text =
    "Interview with Anna Varga\n\nQuestion: Is the dam safe? Anna Varga: I told the council in May that it was not. Question: And now? Anna Varga: I warned the ministers on Friday that it would break.";
  const { speakers } = await actorsOf(text);
  expect(new Set(speakers)).toEqual(new Set(["Anna Varga"]));
});

test("every mention lies in the text, and has words", async () => {
  const text =
    "“We will go,” Velmaran officials said in Karrod, and Teo Castellin, their minister, told the Meridian he would.";
  const { actors, document } = await actorsOf(text);
  expect(actors.length).toBeGreaterThan(2);
  for (const { mentions } of actors) {
    for (const mention of mentions) expect(textOf(document.text, mention)).toMatch(/^\S(?:.*\S)?$/su);
  }
});

test("no two actors of a document have one key", async () => {
  const text =
    "The Lantern Palace and the Harbour House denied it, and so did the Velmaran army. Velmara said more. Developers and " +
    "supporters of the bill said no; developers said yes. Officials and diplomats of the River Union said nothing.";
  const keys = (await actorsOf(text)).actors.map(({ key }) => key);
  expect(keys.length).toBeGreaterThan(4);
  expect(new Set(keys).size).toBe(keys.length);
});

describe("names that are somebody else’s", () => {
  test("an initial that two persons fit is neither", async () => {
    const { actors } = await actorsOf("John Varga said yes. Jane Varga said no. J. Varga said nothing.");
    expect(actors.filter(({ name }) => name.endsWith("Varga")).length).toBeGreaterThanOrEqual(2);
    expect(actors.filter(({ mentions }) => mentions.length > 1)).toHaveLength(0);
  });

  test("Ms. Varga is not John", async () => {
    const { actors, speakers } = await actorsOf("John Varga left. Jane Varga stayed. Ms. Varga said the dam was safe.");
    expect(speakers).toEqual(["Jane Varga"]);
    expect(actors.filter(({ type }) => type === "person")).toHaveLength(2);
  });

  test("a person whose last name is a state’s people is no state", async () => {
    const { speakers, actors } = await actorsOf("Mark Torvaski said the dam was safe.");
    expect(speakers).toEqual(["Mark Torvaski"]);
    expect(actors.map(({ country }) => country)).toEqual([null]);
  });
});
