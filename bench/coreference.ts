import { readFileSync } from "node:fs";
import { loadCodebook } from "../src/cli/load-codebook.ts";
import { loadReader } from "../src/cli/reading/pipeline.ts";
import { codeActors } from "../src/coding/actor/code-actors.ts";
import { codeStatements } from "../src/coding/statement/code-statements.ts";
import { loadLanguageDetector } from "../src/document/language.ts";
import { toDocument } from "../src/document/to-document.ts";
import { type ConlluSentence, parseConllu, wordsOf } from "../src/reader/conllu.ts";
import { readEntities } from "../src/reader/entity-column.ts";

/** A mention as GUM's annotators marked it, in offsets of the document's text. */
interface GoldMention {
  readonly chain: string;
  readonly type: string;
  readonly kind: "name" | "nominal" | "pronoun";
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

/**
 * `npm run bench -- coreference FILE.conllu`: how many of the pronouns and nominals of persons and organisations (and of
 * places, which GUM has for countries) that take up somebody are put together with a mention of the same chain before
 * them. A link is right where the actor of the mention has an earlier mention of the gold chain; `found` are those that
 * were given any actor with an earlier mention.
 */
export async function run([file, only]: readonly string[]): Promise<void> {
  if (file === undefined)
    throw new Error("usage: npm run bench -- coreference FILE.conllu [part of a document's name]");
  const [reader, detectLanguage, codebook] = [
    await loadReader("trained"),
    await loadLanguageDetector(),
    loadCodebook(),
  ];
  const tally: Record<string, { gold: number; found: number; right: number }> = {};
  for (const gold of textsOf(readFileSync(file, "utf8")).filter(({ id }) => only === undefined || id.includes(only))) {
    const document = toDocument({ kind: "text", file: gold.id, text: gold.text, hints: null }, { detectLanguage });
    const inOrder = {
      ...document,
      order: "original" as const,
      regions: [{ kind: "body" as const, ...bodyOf(gold.text) }],
    };
    const reading = await reader.read(inOrder);
    const { actors } = codeActors(inOrder, reading, codeStatements(inOrder, reading), codebook.actors);
    for (const mention of gold.mentions) {
      if (mention.kind === "name" || !/^(?:person|organization|place)$/.test(mention.type)) continue;
      const before = gold.mentions.filter((one) => one.chain === mention.chain && one.start < mention.start);
      if (before.length === 0) continue;
      const kinds = [`${mention.kind}`, `${mention.kind}, ${mention.type}`];
      const actor = actors.find(({ mentions }) =>
        mentions.some(
          (own) => own.start <= mention.headStart && own.end >= mention.headEnd && own.end <= mention.end + 1,
        ),
      );
      const earlier = actor?.mentions.filter((own) => own.start < mention.start) ?? [];
      const isRight = earlier.some((own) => before.some((one) => own.start <= one.headStart && own.end >= one.headEnd));
      for (const kind of kinds) {
        const counts = (tally[kind] ??= { gold: 0, found: 0, right: 0 });
        counts.gold++;
        if (earlier.length > 0) counts.found++;
        if (isRight) counts.right++;
      }
    }
  }
  const share = (a: number, b: number): number => (b === 0 ? 0 : Math.round((1000 * a) / b) / 10);
  const result = Object.entries(tally).map(([kind, { gold, found, right }]) => ({
    kind,
    gold,
    accuracy: share(right, gold),
    ofThoseLinked: share(right, found),
    linked: share(found, gold),
  }));
  process.stdout.write(`${JSON.stringify(result, null, 1)}\n`);
}

const bodyOf = (text: string) => ({ start: 0, end: text.length }) as { start: never; end: never };

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
    const own = commentOf(sentence, "text") ?? "";
    const base = text.length;
    text += `${own} `;
    const words = wordsOf(sentence);
    const offsets: { start: number; end: number }[] = [];
    let at = 0;
    for (const { form } of words) {
      const start = own.indexOf(form, at);
      at = start === -1 ? at : start + form.length;
      offsets.push({ start: base + Math.max(0, start), end: base + at });
    }
    for (const { first, last, group: chain, type } of readEntities(words)) {
      const inside = words.slice(first, last + 1);
      const head =
        first +
        Math.max(
          0,
          inside.findIndex(({ head: to }) => Number(to) < first + 1 || Number(to) > last + 1),
        );
      const upos = words[head]?.upos ?? "X";
      const kind = upos === "PRON" ? "pronoun" : upos === "PROPN" ? "name" : "nominal";
      const [from, to] = [offsets[first], offsets[last]];
      const [headAt] = [offsets[head]];
      if (from === undefined || to === undefined || headAt === undefined) continue;
      mentions.push({
        chain,
        type,
        kind,
        start: from.start,
        end: to.end,
        headStart: headAt.start,
        headEnd: headAt.end,
      });
    }
  }
  end();
  return texts;
}

function commentOf({ lines }: ConlluSentence, name: string): string | null {
  for (const line of lines) {
    if (line.kind !== "comment") continue;
    const found = new RegExp(`^#\\s*${name}\\s*=\\s*(.*)$`).exec(line.text);
    if (found !== null) return found[1] ?? "";
  }
  return null;
}
