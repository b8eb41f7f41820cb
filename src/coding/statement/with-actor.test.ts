import { describe, expect, test } from "vitest";
import { type ActorId, type ActorKey, charSpan, type StatementId } from "../../text/span.ts";
import type { Actor, Mention } from "../actor/actor.ts";
import type { Statement } from "./statement.ts";
import { plainStatement } from "./testing/plain-statement.ts";
import { withActor } from "./with-actor.ts";

const text = "A diplomat left early. He said the talks had failed. Ilse Varga said so too.";

const mentionOf = (words: string, kind: Mention["kind"]): Mention => ({
  ...charSpan(text.indexOf(words), text.indexOf(words) + words.length),
  kind,
  asPlace: false,
});

const statementBy = (source: string, unresolved: Statement["unresolved"] = []): Statement => ({
  ...plainStatement,
  id: "s" as StatementId,
  source: { spans: [mentionOf(source, "name")], actor: null },
  cue: { spans: [mentionOf("said", "name")] },
  content: { spans: [mentionOf("the talks had failed", "name")] },
  unresolved,
  confidence: 0.9,
});

const actorOf = (type: Actor["type"], mention: Mention): Actor => ({
  id: "a1" as ActorId,
  key: "k" as ActorKey,
  base: null,
  name: text.slice(mention.start, mention.end),
  type,
  country: null,
  role: null,
  sector: null,
  number: "one",
  knowledge: null,
  members: [],
  mentions: [mention],
});

describe("a pronoun is what its antecedent is", () => {
  test("an unnamed one is anonymous, by its wording", () => {
    const found = withActor(statementBy("He"), actorOf("anonymous", mentionOf("A diplomat", "nominal")), text);
    expect(found).toMatchObject({ sourcing: "anonymous", source: { actor: "a1" }, unresolved: [] });
    expect(found.descriptor && text.slice(found.descriptor.start, found.descriptor.end)).toBe("A diplomat");
  });

  test("a person is on record, though the source was thought lost", () => {
    const found = withActor(statementBy("He", ["source"]), actorOf("person", mentionOf("Ilse Varga", "name")), text);
    expect(found).toMatchObject({ sourcing: "on-record", descriptor: null, unresolved: [] });
  });

  test("nobody leaves the source unresolved, and what else was open", () => {
    expect(withActor(statementBy("He", ["quotation"]), null, text).unresolved).toEqual(["source", "quotation"]);
  });
});

test("a source with words of its own keeps what they say", () => {
  const before = statementBy("Ilse Varga");
  expect(withActor(before, null, text)).toEqual(before);
  expect(withActor(before, actorOf("person", mentionOf("Ilse Varga", "name")), text)).toEqual({
    ...before,
    source: { ...before.source, actor: "a1" },
  });
});
