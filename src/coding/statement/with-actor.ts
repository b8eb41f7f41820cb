import { type CharSpan, charSpan, textOf } from "../../text/span.ts";
import type { Actor } from "../actor/actor.ts";
import type { Statement } from "./statement.ts";

const pronouns = /^(?:he|she|they|it|who|him|her|them|his|their|its)$/iu;

/**
 * The statement with whom its source stands for. What a pronoun is, is what its antecedent is: named or not; one that
 * nobody is found for leaves the source unresolved.
 */
export function withActor(statement: Statement, actor: Actor | null, text: string): Statement {
  const source = { ...statement.source, actor: actor?.id ?? null };
  const [span] = statement.source.spans;
  if (span === undefined || !pronouns.test(textOf(text, span))) return { ...statement, source };
  const others = statement.unresolved.filter((what) => what !== "source");
  if (actor === null) return { ...statement, source, unresolved: ["source", ...others] };
  const descriptor = actor.type === "anonymous" ? descriptorOf(actor) : null;
  const sourcing = descriptor === null ? "on-record" : "anonymous";
  return { ...statement, source, sourcing, descriptor, unresolved: others };
}

/** The first wording that is no pronoun. */
function descriptorOf({ mentions }: Actor): CharSpan | null {
  const found = mentions.find(({ kind }) => kind !== "pronoun");
  return found === undefined ? null : charSpan(found.start, found.end);
}
