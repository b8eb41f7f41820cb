import { plainDocument } from "../../../document/testing/plain-document.ts";
import { parseOf } from "../../../reader/testing/parse-of.ts";
import { type ActorId, type ActorKey, charSpan, type DocumentId, type StatementId } from "../../../text/span.ts";
import type { Actor } from "../../actor/actor.ts";
import type { Coded } from "../../coded.ts";
import type { Statement } from "../../statement/statement.ts";
import { plainStatement } from "../../statement/testing/plain-statement.ts";
import type { TimeExpression } from "../../time/time-expression.ts";

/** An actor of a test, by the words that stand for it; its id is its key in the list of actors. */
export interface MadeActor {
  readonly words: readonly string[];
  readonly type?: Actor["type"];
  readonly country?: string | null;
  readonly sector?: Actor["sector"];
  readonly role?: string | null;
  readonly number?: Actor["number"];
}

export interface MadeText {
  /** Sentences in the notation of `parseOf`. */
  readonly sentences: readonly string[];
  readonly actors: Readonly<Record<string, MadeActor>>;
  /** Names of places, with the id of the government there. */
  readonly places?: Readonly<Record<string, string>>;
  /** Words that tell a time, with their days. */
  readonly times?: Readonly<Record<string, readonly [from: string, to: string]>>;
  /** Sentences that are what an actor said. */
  readonly said?: Readonly<Record<number, string>>;
  readonly order?: "original" | "suspect";
}

/** What the stages before would hand on for sentences parsed by hand, one after the other, with a space between. */
export function codedOf({
  sentences,
  actors,
  places = {},
  times = {},
  said = {},
  order = "original",
}: MadeText): Coded {
  let start = 0;
  const parsed = sentences.map((notation) => {
    const sentence = parseOf(notation, start);
    const span = charSpan(start, start + sentence.text.length);
    start = span.end + 1;
    return { ...sentence, span };
  });
  const text = parsed.map((sentence) => sentence.text).join(" ");
  const id = "0123456789abcdef" as DocumentId;
  const formAt = (sentence: number, token: number): string => {
    const found = parsed[sentence]?.parse.tokens[token];
    return found === undefined ? "" : text.slice(found.start, found.end);
  };
  const idsAt = (sentence: number, token: number): readonly ActorId[] => {
    const joined = parsed[sentence]?.parse.tokens.flatMap(({ head, relation }, at) =>
      head === token && relation === "conj" ? [at] : [],
    );
    const forms = [token, ...(joined ?? [])].map((at) => formAt(sentence, at));
    return Object.keys(actors).filter((key) => actors[key]?.words.some((word) => forms.includes(word))) as ActorId[];
  };
  return {
    document: { ...plainDocument(text), id, order },
    reading: {
      document: id,
      reader: { name: "hand", version: 1 },
      sentences: parsed.map(({ span }) => span),
      attributions: [],
      parses: parsed.map(({ parse }) => parse),
    },
    actors: {
      actors: Object.entries(actors).map(([key, actor]) => actorOf(key, actor)),
      at: idsAt,
      placeAt: (sentence, token) => {
        const own = places[formAt(sentence, token)] ?? null;
        const government = idsAt(sentence, token).find((one) => actors[one]?.type === "government");
        return own === null ? (government ?? null) : (own as ActorId);
      },
      of: () => null,
    },
    statements: parsed.flatMap(({ span }, at) => (said[at] === undefined ? [] : [statementOf(said[at], span, at)])),
    times: timesIn(text, times),
  };
}

const actorOf = (key: string, actor: MadeActor): Actor => ({
  id: key as ActorId,
  key: key as ActorKey,
  base: null,
  name: actor.words.join(" "),
  type: actor.type ?? "person",
  country: actor.country ?? null,
  role: actor.role ?? null,
  sector: actor.sector === undefined ? "GOV" : actor.sector,
  number: actor.number ?? "one",
  knowledge: null,
  members: [],
  mentions: [{ ...charSpan(0, 1), kind: "name", asPlace: false }],
});

const statementOf = (speaker: string, span: ReturnType<typeof charSpan>, at: number): Statement => ({
  ...plainStatement,
  id: `s${at}` as StatementId,
  source: { spans: [], actor: speaker as ActorId },
  content: { spans: [span] },
});

const timesIn = (text: string, times: NonNullable<MadeText["times"]>): readonly TimeExpression[] =>
  Object.entries(times)
    .flatMap(([words, [from, to]]) =>
      [...text.matchAll(new RegExp(`\\b${words}\\b`, "gu"))].map(({ index }) => ({
        ...charSpan(index, index + words.length),
        from,
        to,
        precision: "day" as const,
        unresolved: false,
      })),
    )
    .toSorted((a, b) => a.start - b.start);
