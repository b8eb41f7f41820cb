import type { ReadObject, ReadPosition } from "../src/publish/read-object.ts";
import type { KeyPosition } from "./key-shifts.ts";

// Positions of the examples' key among those that `parley read` finds, by the codebook that comes with Parley. One is
// found where words of a record overlap its own, the actor fits by a name or by the state that it is of, and the stance
// is the same; `issue` says of how many of those the issue is one that the key's stands for.

/** Which issues of the codebook an issue of the key may be read as. What is not listed the codebook does not have. */
const readAs: Readonly<Record<string, readonly string[]>> = {
  talks: ["talks", "talks-with-person"],
  "talks-with-hashvan": ["talks-with-person", "talks"],
  "prisoner-talks": ["talks", "prisoner-exchange"],
  "velmaran-openness-to-talks": ["talks"],
  "presidents-meeting": ["talks-with-person", "talks"],
  "second-round": ["talks", "talks-with-person", "mediation"],
  "ostwick-meeting": ["talks", "talks-with-person"],
  "hosting-talks": ["mediation", "talks"],
  mediation: ["mediation", "talks"],
  "own-mediation": ["mediation"],
  "kurvalian-mediation": ["mediation"],
  "change-of-president": ["regime-change", "resignation"],
  "missile-shipment": ["military-aid"],
  ceasefire: ["ceasefire"],
  withdrawal: ["withdrawal"],
  observers: ["observers"],
  "prisoner-exchange": ["prisoner-exchange"],
};

export interface PositionScores {
  readonly figures: Readonly<Record<string, number>>;
  readonly differences: { readonly missed: readonly string[]; readonly beyond: readonly string[] };
}

/** `nameOf` gives a document's name in the key; documents that are copies of others are left to the caller to leave out. */
export function scorePositions(
  key: readonly KeyPosition[],
  reads: readonly ReadObject[],
  nameOf: (read: ReadObject) => string,
): PositionScores {
  const states = statesOf(reads);
  const [missed, beyond]: [string[], string[]] = [[], []];
  let [wanted, hit, read, right, sameIssue] = [0, 0, 0, 0, 0];
  for (const object of reads) {
    const { text } = object.document;
    const fitting = new Set<ReadPosition>();
    for (const position of key) {
      const told = position.evidence.filter(
        ({ document, words }) => document === nameOf(object) && text.includes(words),
      );
      if (told.length === 0) continue;
      wanted++;
      const isHere = ({ evidence }: ReadPosition): boolean =>
        told.some(({ words }) => {
          const start = text.indexOf(words);
          return evidence.some(([from, to]) => from < start + words.length && start < to);
        });
      const fits = object.positions.filter(
        (own) => isHere(own) && own.stance === position.stance && isActor(own, position.actor, object, states),
      );
      for (const own of fits) fitting.add(own);
      if (fits.length === 0)
        missed.push(`${nameOf(object)}: ${position.id} ${told.map(({ words }) => words).join(" … ")}`);
      else hit++;
      if (fits.some(({ issue }) => readAs[position.issue]?.includes(issue) ?? false)) sameIssue++;
    }
    read += object.positions.length;
    right += fitting.size;
    beyond.push(
      ...object.positions.filter((own) => !fitting.has(own)).map((own) => lineOf(own, object, nameOf(object))),
    );
  }
  const figures = {
    key: wanted,
    read,
    found: hit,
    precision: share(right, read),
    recall: share(hit, wanted),
    issue: share(sameIssue, hit),
  };
  return { figures, differences: { missed, beyond } };
}

/** Of names of states their codes, from whatever actors the documents have. */
const statesOf = (reads: readonly ReadObject[]): ReadonlyMap<string, string> =>
  new Map(
    reads.flatMap(({ actors }) =>
      actors.flatMap(({ name, country, type }) =>
        country === null || type !== "government" ? [] : [[name, country] as const],
      ),
    ),
  );

function isActor(
  own: ReadPosition,
  name: string,
  { actors }: ReadObject,
  states: ReadonlyMap<string, string>,
): boolean {
  const actor = actors.find(({ id }) => id === own.actor);
  if (actor === undefined) return false;
  const words = wordsOf(name).filter((word) => word.length > 3);
  const state = states.get(name);
  return words.some((word) => wordsOf(actor.name).includes(word)) || (state !== undefined && actor.country === state);
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function lineOf(
  { actor, issue, stance, evidence }: ReadPosition,
  { actors, document }: ReadObject,
  name: string,
): string {
  const words = evidence.map(([start, end]) => document.text.slice(start, end)).join(" … ");
  return `${name}: ${actors.find(({ id }) => id === actor)?.name ?? actor} ${stance} ${issue}: ${words}`;
}

const share = (part: number, whole: number): number => Math.round((1000 * part) / Math.max(1, whole)) / 1000;
