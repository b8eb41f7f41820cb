import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadCodebook } from "../src/cli/load-codebook.ts";
import { loadReader } from "../src/cli/reading/pipeline.ts";
import { codeActors } from "../src/coding/actor/code-actors.ts";
import { codeStatements } from "../src/coding/statement/code-statements.ts";
import { toDocument } from "../src/document/to-document.ts";
import { type ConlluSentence, parseConllu, wordsOf } from "../src/reader/conllu.ts";
import { readEntities } from "../src/reader/entity-column.ts";
import { charSpan } from "../src/text/span.ts";

/** A mention as GUM's annotators marked it, in offsets of the document's text. */
interface GoldMention {
  /** Mentions of one someone share it. */
  readonly chain: string;
  readonly type: string;
  /** "he", "they" or "it" for pronouns of the third person by what they take up; null for names and other pronouns. */
  readonly kind: "he, she" | "they" | "it" | "nominal" | null;
  readonly start: number;
  readonly end: number;
  readonly headStart: number;
  readonly headEnd: number;
}

interface GoldText {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

/** Of the mentions that take up somebody named or described before, in percent. */
export interface CoreferenceFigures {
  /** Put together with an earlier mention of the same chain. */
  readonly accuracy: number;
  /** The same, of those alone that were put together with any earlier mention. */
  readonly precision: number;
  readonly mentions: number;
}

/**
 * How many pronouns of the third person, and how many nominals of persons and organisations, are put together with a
 * mention of their chain before them: on the `Entity=` of a CoNLL-U file of UD GUM, the texts read as any other.
 */
export async function measureCoreference(conllu: string): Promise<Readonly<Record<string, CoreferenceFigures>>> {
  const [reader, codebook] = [await loadReader("trained"), loadCodebook()];
  const tally = new Map<string, { gold: number; linked: number; right: number }>();
  for (const gold of textsOf(conllu)) {
    const read = toDocument(
      { kind: "text", file: gold.id, text: gold.text, hints: null },
      { detectLanguage: () => "en" },
    );
    const regions = [{ kind: "body" as const, ...charSpan(0, gold.text.length) }];
    const document = { ...read, order: "original" as const, regions };
    const reading = await reader.read(document);
    const { actors } = codeActors(document, reading, codeStatements(document, reading), codebook.actors);
    for (const mention of gold.mentions) {
      if (mention.kind === null || !/^(?:person|organization|place)$/.test(mention.type)) continue;
      if (mention.kind === "nominal" && mention.type === "place") continue;
      const before = gold.mentions.filter((one) => one.chain === mention.chain && one.start < mention.start);
      if (before.length === 0) continue;
      const actor = actors.find(({ mentions }) =>
        mentions.some(
          (own) => own.start <= mention.headStart && own.end >= mention.headEnd && own.end <= mention.end + 1,
        ),
      );
      const earlier = actor?.mentions.filter((own) => own.start < mention.start) ?? [];
      const isRight = earlier.some((own) => before.some((one) => own.start <= one.headStart && own.end >= one.headEnd));
      const counts = tally.get(mention.kind) ?? { gold: 0, linked: 0, right: 0 };
      counts.gold++;
      if (earlier.length > 0) counts.linked++;
      if (isRight) counts.right++;
      tally.set(mention.kind, counts);
    }
  }
  return Object.fromEntries(
    [...tally]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, { gold, linked, right }]) => [
        kind,
        { accuracy: percent(right, gold), precision: percent(right, linked), mentions: gold },
      ]),
  );
}

/** `npm run bench -- coreference [FILE.conllu]` prints the figures as JSON; without a file of GUM dev. */
export async function run([
  file = join("..", "shared", "data", "ud", "gum-dev.conllu"),
]: readonly string[]): Promise<void> {
  const figures = await measureCoreference(await readFile(file, "utf8"));
  process.stdout.write(`${JSON.stringify({ bench: "coreference", figures }, null, 2)}\n`);
}

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10);

function textsOf(conllu: string): readonly GoldText[] {
  const texts: GoldText[] = [];
  let [id, text, mentions]: [string, string, GoldMention[]] = ["", "", []];
  const end = (): void => {
    if (text !== "") texts.push({ id, text, mentions });
    [text, mentions] = ["", []];
  };
  for (const sentence of parseConllu(conllu)) {
    const named = commentOf(sentence, "newdoc id");
    if (named !== null) {
      end();
      id = named;
    }
    mentions.push(...mentionsOf(sentence, text.length));
    text += `${commentOf(sentence, "text") ?? ""} `;
  }
  end();
  return texts;
}

/** @param base where the sentence begins in the document's text */
function mentionsOf(sentence: ConlluSentence, base: number): readonly GoldMention[] {
  const text = commentOf(sentence, "text") ?? "";
  const words = wordsOf(sentence);
  let at = 0;
  const offsets = words.map(({ form }) => {
    const start = text.indexOf(form, at);
    if (start !== -1) at = start + form.length;
    return { start: base + Math.max(0, start), end: base + at };
  });
  return readEntities(words).flatMap(({ first, last, group, type }) => {
    const inside = words.slice(first, last + 1);
    const hanging = inside.findIndex(({ head }) => Number(head) < first + 1 || Number(head) > last + 1);
    const head = first + Math.max(0, hanging);
    const [from, to, headAt] = [offsets[first], offsets[last], offsets[head]];
    const word = words[head];
    if (from === undefined || to === undefined || headAt === undefined || word === undefined) return [];
    const kind = kindOf(word.upos, word.form.toLowerCase());
    return [{ chain: group, type, kind, start: from.start, end: to.end, headStart: headAt.start, headEnd: headAt.end }];
  });
}

function kindOf(upos: string, form: string): GoldMention["kind"] {
  if (upos === "PROPN") return null;
  if (upos !== "PRON") return "nominal";
  if (/^(?:he|she|him|her|his|hers|himself|herself)$/.test(form)) return "he, she";
  if (/^(?:they|them|their|theirs|themselves)$/.test(form)) return "they";
  return /^(?:it|its|itself)$/.test(form) ? "it" : null;
}

function commentOf({ lines }: ConlluSentence, name: string): string | null {
  for (const line of lines) {
    if (line.kind !== "comment") continue;
    const found = new RegExp(`^#\\s*${name}\\s*=\\s*(.*)$`).exec(line.text);
    if (found !== null) return found[1] ?? "";
  }
  return null;
}
