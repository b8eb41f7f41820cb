import type { ActorId, CharSpan } from "../../text/span.ts";
import type { Coded } from "../coded.ts";
import { statementAt } from "../event/event-details.ts";
import { lemmaAt } from "../event/event-sentence.ts";
import { predicateAt } from "../event/predicate.ts";
import type { Statement } from "../statement/statement.ts";
import type { Prospect } from "./prospect.ts";

/** In what statement a prospect is told, and by whom. */
export interface Teller {
  readonly statement: Statement | null;
  readonly holder: ActorId | null;
}

/**
 * Who expects, predicts or fears it, where the words name them; else the source of the innermost statement that tells
 * it; else nobody, and the article tells it.
 */
export function tellerOf(prospect: Prospect, coded: Coded): Teller {
  const { sentence, expectation, matter, top } = prospect;
  const statement = statementAt(coded, sentence, matter) ?? statementAt(coded, sentence, top);
  const source = statement?.source.actor ?? null;
  if (expectation === null) return { statement, holder: source };
  // of "is convinced" and "is worried" who is is the object
  const { isPassive, subjects, objects } = predicateAt(sentence, expectation);
  const [subject] = isPassive ? objects : subjects;
  if (subject === undefined || /^(?:i|we)$/u.test(lemmaAt(sentence, subject))) return { statement, holder: source };
  const [holder] = coded.actors.at(sentence.index, subject);
  if (holder !== undefined) return { statement, holder };
  const word = sentence.tree.tokens[subject];
  const isSource = word !== undefined && (statement?.source.spans ?? []).some((span) => isIn(word, span));
  return { statement, holder: isSource ? source : null };
}

const isIn = (word: CharSpan, span: CharSpan): boolean => span.start <= word.start && word.end <= span.end;
