import { readdirSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { noFurtherActors } from "../src/cli/codebook.ts";
import { readInputs } from "../src/cli/input/input.ts";
import { defaultLimits } from "../src/cli/input/limits.ts";
import { createPipeline } from "../src/cli/reading/pipeline.ts";
import { type ReadObject, type ReadPosition, toReadObject } from "../src/publish/read-object.ts";
import { describeWithShared, sharedPath } from "../src/testing/shared.ts";

// Where a careful person finds the parties to stand in the two articles Parley was conceived from.

interface Shown {
  readonly actor: string;
  readonly issue: string;
  readonly stance: string;
  readonly modality: string;
  readonly audience: string;
  readonly toldBy: string;
  readonly counterpart: string | null;
  readonly conditions: readonly string[];
  readonly from: string | null;
  readonly words: string;
}

describeWithShared("the seeds' positions", () => {
  let positions: readonly Shown[] = [];
  beforeAll(async () => {
    const pipeline = await createPipeline({
      reader: "trained",
      actors: noFurtherActors,
      issues: null,
      fields: {},
      limits: defaultLimits,
    });
    const objects: ReadObject[] = [];
    for (const name of readdirSync(sharedPath("seeds")).sort()) {
      const hints = name.startsWith("000_") ? { hints: { from: "user", publishedAt: "2022-11-07" } as const } : {};
      for await (const item of readInputs([sharedPath("seeds", name)], hints)) {
        const outcome = await pipeline(item);
        if (outcome.kind === "article") objects.push(toReadObject(outcome.article));
      }
    }
    positions = objects.flatMap((object) => object.positions.map((position) => shown(position, object)));
  }, 120_000);

  test.each([
    {
      about: "Zelensky rules out talks with Putin by decree, in early October",
      actor: "Volodymyr Zelensky",
      words: /^ruling out any talks with Russian President Vladimir Putin/,
      want: {
        issue: "talks-with-person",
        stance: "opposes",
        modality: "acts",
        toldBy: "article",
        counterpart: "Vladimir Putin",
        from: "2022-10-01",
      },
    },
    {
      about: "Zelensky is ready with another president",
      actor: "Volodymyr Zelensky",
      words: /^We are ready for dialogue/,
      want: { stance: "conditional", toldBy: "self", conditions: ["with another Russian president"] },
    },
    {
      about: "Zelensky is ready for peace",
      actor: "Volodymyr Zelensky",
      words: /ready for peace, for a fair and just peace/,
      want: { issue: "peace-agreement", stance: "supports", modality: "ready", toldBy: "self" },
    },
    {
      about: "Ukraine is ready for talks, says Zelensky",
      actor: "Ukraine",
      words: /ready to engage in diplomatic talks/,
      want: { issue: "talks", stance: "supports", modality: "ready", toldBy: "self" },
    },
    {
      about: "Russia is open to talks, says Peskov",
      actor: "Russia",
      words: /was “open” to negotiations/,
      want: { issue: "talks", stance: "supports", toldBy: "self", counterpart: "Ukraine" },
    },
    {
      about: "Russia shows no willingness, as sources have it",
      actor: "Russia",
      words: /no willingness to negotiate/,
      want: { issue: "talks", stance: "opposes", toldBy: "other" },
    },
    {
      about: "the Russians give no signal, as a Western official has it",
      actor: "Russians",
      words: /no clear signal from the Russians/,
      want: { issue: "talks", stance: "opposes", toldBy: "other" },
    },
    {
      about: "the US urges Ukraine in private",
      actor: "Senior US officials",
      words: /urging Ukraine in recent weeks to signal/,
      want: { issue: "talks", stance: "supports", modality: "demands", audience: "private", toldBy: "other" },
    },
    {
      about: "the US stands with Ukraine in public",
      actor: "United States",
      words: /will stand with Ukraine/,
      want: { issue: "backing", stance: "supports", audience: "public", toldBy: "self", counterpart: "Ukraine" },
    },
    {
      about: "the US does not want another regime",
      actor: "United States",
      words: /regime change was not a goal/,
      want: { issue: "regime-change", stance: "opposes", toldBy: "self" },
    },
    {
      about: "the US supports a negotiated resolution",
      actor: "United States",
      words: /we will support a negotiated resolution/,
      want: { issue: "peace-agreement", stance: "supports", modality: "will", toldBy: "self" },
    },
    {
      about: "the US would support that the presidents talk",
      actor: "United States",
      words: /would support a conversation between Zelensky and Putin/,
      want: { issue: "talks-with-person", stance: "supports" },
    },
    {
      about: "the US has imposed sanctions",
      actor: "United States",
      words: /enacted crippling sanctions/,
      want: { issue: "sanctions", stance: "supports", modality: "acts", toldBy: "article", counterpart: "Russia" },
    },
  ])("$about", ({ actor, words, want }) => {
    const found = positions.filter((one) => one.actor === actor && words.test(one.words));
    expect(found, positions.map((one) => `${one.actor}: ${one.words}`).join("\n")).toHaveLength(1);
    expect(found[0]).toMatchObject(want);
  });

  test("what ruling out talks would do is nobody's position", () => {
    expect(positions.filter(({ words }) => words.includes("categorically ruling out"))).toEqual([]);
  });
});

function shown(position: ReadPosition, { actors, document: { text } }: ReadObject): Shown {
  const nameOf = (id: string | null): string | null => actors.find((actor) => actor.id === id)?.name ?? null;
  const words = (spans: readonly (readonly [number, number])[]): readonly string[] =>
    spans.map(([start, end]) => text.slice(start, end));
  return {
    actor: nameOf(position.actor) ?? "",
    issue: position.issue,
    stance: position.stance,
    modality: position.modality,
    audience: position.audience,
    toldBy: position.toldBy.kind,
    counterpart: nameOf(position.counterpart),
    conditions: words(position.conditions),
    from: position.when?.from ?? null,
    words: words(position.evidence).join(" … "),
  };
}
