import type { DocumentId } from "../../text/span.ts";
import { candidatesOf } from "./candidates.ts";
import { type Edge, edgeOf, isCertain, type Oriented } from "./edges.ts";
import { type Entry, toEntry } from "./entry.ts";
import { type Group, groupsOf, withSource } from "./groups.ts";
import { kindOf } from "./kind.ts";
import { lineageOf } from "./lineage.ts";
import { originsBehind } from "./origins.ts";
import { outletsOf } from "./outlets.ts";
import type { Profile } from "./profile.ts";
import type { AlignedSentences, Report, ReprintGroup, ReprintLink, Reprints } from "./reprint.ts";

/** Told how many of the pairs worth comparing have been compared. */
export type OnCompared = (done: number, all: number) => void;

/**
 * Groups of documents that carry the same report whatever was done to it. What is not in English is left out. The order
 * of the documents changes nothing; of two with one key the first counts. Method and figures: docs/decisions/0014.
 */
export function findReprints<Key extends string = DocumentId>(
  reports: Iterable<Report<Key>>,
  onCompared?: OnCompared,
): Reprints<Key> {
  const finder = new ReprintFinder<Key>();
  for (const report of reports) finder.add(report);
  return finder.reprints(onCompared);
}

/** The same for documents that come one by one; of each it keeps hashes of the words, not the text. */
export class ReprintFinder<Key extends string = DocumentId> {
  readonly #entries = new Map<Key, Entry<Key>>();
  readonly #leftOut = new Set<Key>();

  add(report: Report<Key>): void {
    const { key, document } = report;
    if (this.#entries.has(key) || this.#leftOut.has(key)) return;
    const entry = toEntry(report);
    if (isForeign(document.language, entry.profile)) this.#leftOut.add(key);
    else this.#entries.set(key, entry);
  }

  reprints(onCompared: OnCompared = () => {}): Reprints<Key> {
    const entries = [...this.#entries.values()].sort((one, other) => inOrder(one.key, other.key));
    const outlets = outletsOf(entries);
    const groups = groupsOf(compared(entries, onCompared)).map((group): ReprintGroup<Key> => {
      const { documents, links } = toLinks(entries, withSource(entries, group));
      const alone = { documents, links, origins: { atLeast: 1, atMost: documents.length } };
      return { documents, origins: originsBehind({ groups: [alone], outlets }, documents), links };
    });
    groups.sort((one, other) => inOrder(one.documents[0] ?? "", other.documents[0] ?? ""));
    return { groups, leftOut: [...this.#leftOut].sort(inOrder), outlets };
  }
}

/** So common are half of an English text's words; a quarter where half were replaced; of a French one's, a fortieth. */
const commonest = { bits: 3, leastShare: 0.12 };

/** A language detector that knows letters alone may take a badly reworded text for another language. */
function isForeign(language: string | null, { bits }: Profile): boolean {
  if (language === null || language === "en") return false;
  return bits.filter((own) => own < commonest.bits).length < commonest.leastShare * bits.length;
}

function compared<Key extends string>(entries: readonly Entry<Key>[], onCompared: OnCompared): readonly Edge[] {
  const candidates = candidatesOf(entries.map(({ profile }) => profile));
  return candidates.flatMap(([a, b], at) => {
    const edge = edgeOf(entries, a, b);
    onCompared(at + 1, candidates.length);
    return edge === null ? [] : [edge];
  });
}

function toLinks<Key extends string>(
  entries: readonly Entry<Key>[],
  group: Group,
): Pick<ReprintGroup<Key>, "documents" | "links"> {
  const { source, links } = lineageOf(group.members, group.edges);
  const keyOf = (at: number): Key => entryAt(entries, at).key;
  const sorted = links.map((link) => toLink(entries, link)).sort((one, other) => inOrder(one.copy, other.copy));
  return { documents: [keyOf(source), ...sorted.map(({ copy }) => copy)], links: sorted };
}

function toLink<Key extends string>(entries: readonly Entry<Key>[], oriented: Oriented): ReprintLink<Key> {
  const [copy, of] = [entryAt(entries, oriented.copy), entryAt(entries, oriented.of)];
  return {
    copy: copy.key,
    of: of.key,
    kind: kindOf(of.profile, oriented.likeness),
    share: oriented.likeness.shareA,
    direction: oriented.because,
    certain: isCertain(entries, oriented),
    sentences: alignedSentences(copy, of, oriented),
  };
}

function alignedSentences(copy: Entry<string>, of: Entry<string>, { likeness }: Oriented): readonly AlignedSentences[] {
  const pairs = [...likeness.alignment.pairs].sort((one, other) => one.a - other.a || one.b - other.b);
  return pairs.flatMap(({ a, b, kept }) => {
    const [one, other] = [copy.profile.sentences[a], of.profile.sentences[b]];
    return one && other ? [{ copy: one, of: other, likeness: kept }] : [];
  });
}

function entryAt<Key extends string>(entries: readonly Entry<Key>[], at: number): Entry<Key> {
  const entry = entries[at];
  if (entry === undefined) throw new RangeError(`no document ${at} of ${entries.length}`);
  return entry;
}

const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
