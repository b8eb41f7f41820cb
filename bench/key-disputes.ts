import type { Account } from "../src/analysis/disputes/account.ts";
import { narratedAccounts, statementAccounts } from "../src/analysis/disputes/accounts-of.ts";
import type { Dispute, DisputeSide } from "../src/analysis/disputes/dispute.ts";
import type { DisputeLexicon } from "../src/analysis/disputes/dispute-lexicon.ts";
import { findDisputes } from "../src/analysis/disputes/find-disputes.ts";
import { type KnownActor, type PartyOf, stateParties } from "../src/analysis/party.ts";
import type { PositionRow, RowDocument, StatementRow } from "../src/ledger/ledger.ts";
import type { ReadObject } from "../src/publish/read-object.ts";
import type { SentenceEncoder } from "../src/reader/sentence-encoder.ts";
import { type CharSpan, charSpan, overlaps, type StatementId, textOf } from "../src/text/span.ts";
import { actorNamed, type KeyEvidence, type KeyPosition, keyPositionRows } from "./key-shifts.ts";
import { documentOf, eventRows, knownActors, positionRows, spanOf, statementRows } from "./rows-of-read.ts";

// Disputes of the examples' key, found in the key's own statements and positions (the analysis alone) and in what Parley
// reads; narration, events and what is a reprint of what are the same in both. One is found where an account of one found
// overlaps the words of one of its sides, and an account of another side overlaps those of another or is told by its party.

interface KeySide {
  readonly by: string;
  readonly evidence: readonly KeyEvidence[];
}

export interface KeyDispute {
  readonly id: string;
  readonly cause: string;
  readonly sides: readonly KeySide[];
}

export interface KeyStatementWords {
  readonly source: string;
  readonly cue: string;
  readonly content: readonly (string | { readonly words: string; readonly occurrence: number })[];
  readonly who: string;
}

export interface DisputeKey {
  readonly documents: Readonly<
    Record<
      string,
      {
        readonly publishedAt: string | null;
        readonly outlet: string | null;
        readonly statements: readonly KeyStatementWords[];
      }
    >
  >;
  readonly positions: readonly KeyPosition[];
  readonly disputes: readonly KeyDispute[];
  readonly reprints: readonly { readonly copy: string; readonly of: string }[];
}

export interface DisputeScores {
  readonly figures: Readonly<Record<string, number>>;
  readonly differences: { readonly missed: readonly string[]; readonly beyond: readonly string[] };
}

/** `nameOf` gives a document's name in the key. */
export async function scoreDisputes(
  key: DisputeKey,
  reads: readonly ReadObject[],
  nameOf: (read: ReadObject) => string,
  { lexicon, encoder }: { readonly lexicon: DisputeLexicon; readonly encoder: SentenceEncoder },
): Promise<Readonly<Record<"ofTheKeysStatements" | "ofReadStatements", DisputeScores>>> {
  const actors = knownActors(reads);
  const named = reads.map((read) => ({ read, document: documentOf(read, nameOf(read)) }));
  const shuffled = new Set(
    named.filter(({ read }) => read.document.order === "suspect").map(({ document }) => document.id),
  );
  const partyOf = stateParties(actors);
  const events = named.flatMap(({ read, document }) => eventRows(read, document));
  const ids = new Map(named.map(({ document }) => [document.file, document.id]));
  const reports = new Map(
    key.reprints.flatMap(({ copy, of }) => {
      const [from, to] = [ids.get(copy), ids.get(of)];
      return from === undefined || to === undefined ? [] : [[from, to] as const];
    }),
  );
  const score = async (
    rows: (read: ReadObject, document: RowDocument) => readonly StatementRow[],
    positions: Iterable<PositionRow>,
  ): Promise<DisputeScores> => {
    const accounts = named.flatMap(({ read, document }) => accountsOf(read, document, rows(read, document)));
    const encoded = await encoder.encode(accounts.map(({ words }) => words));
    const vectors = new Map(accounts.map(({ key: own }, at) => [own, encoded[at] ?? new Float32Array()]));
    const found = findDisputes({ accounts, positions, events, lexicon, partyOf, shuffled, reports, vectors });
    return compare(key.disputes, found, named, (side) => partyOf(actorNamed(side, actors)).key, partyOf);
  };
  return {
    ofTheKeysStatements: await score(
      (read, document) => keyStatementRows(key, read, document, actors),
      keyPositionRows(key, actors),
    ),
    ofReadStatements: await score(
      statementRows,
      named.flatMap(({ read, document }) => positionRows(read, document)),
    ),
  };
}

export function accountsOf(read: ReadObject, document: RowDocument, rows: readonly StatementRow[]): readonly Account[] {
  const body = read.document.regions
    .filter(({ kind }) => kind === "body")
    .map(({ start, end }) => charSpan(start, end));
  const attributed = rows.flatMap(({ statement: { source, cue, content } }) => [
    ...source.spans,
    ...cue.spans,
    ...content.spans,
  ]);
  const narrated = narratedAccounts({
    document,
    text: read.document.text,
    sentences: read.sentences.map(spanOf).filter((sentence) => body.some((region) => overlaps(region, sentence))),
    attributed: attributed.sort((a, b) => a.start - b.start),
  });
  return [...statementAccounts(rows), ...narrated];
}

interface Named {
  readonly read: ReadObject;
  readonly document: RowDocument;
}

/** `keyPartyOf` gives the party of a name in the key. */
function compare(
  key: readonly KeyDispute[],
  found: readonly Dispute[],
  named: readonly Named[],
  keyPartyOf: (name: string) => string,
  partyOf: PartyOf,
): DisputeScores {
  const texts = new Map(named.map(({ read, document }) => [document.file, read.document.text]));
  const tells = (account: Account, evidence: KeyEvidence): boolean => {
    if (account.document.file !== evidence.document) return false;
    if (account.words.includes(evidence.words)) return true;
    const start = (texts.get(account.document.file) ?? "").indexOf(evidence.words);
    if (start < 0) return false;
    const words = charSpan(start, start + evidence.words.length);
    return account.spans.some((span) => overlaps(span, words));
  };
  const tellsSide = ({ accounts }: DisputeSide, { evidence }: KeySide): boolean =>
    accounts.some((account) => evidence.some((one) => tells(account, one)));
  const isBy = ({ by }: DisputeSide, side: KeySide): boolean =>
    by.kind === "actor" && partyOf(by.actor).key === keyPartyOf(side.by);
  const isFound = (wanted: KeyDispute, { sides }: Dispute): boolean =>
    wanted.sides.some((side, at) =>
      sides.some(
        (own) =>
          tellsSide(own, side) &&
          sides.some(
            (other) =>
              other !== own &&
              wanted.sides.some((against, nth) => nth !== at && (tellsSide(other, against) || isBy(other, against))),
          ),
      ),
    );
  const hit = key.filter((wanted) => found.some((dispute) => isFound(wanted, dispute)));
  const right = found.filter((dispute) => key.some((wanted) => isFound(wanted, dispute)));
  return {
    figures: {
      key: key.length,
      read: found.length,
      found: hit.length,
      precision: round(right.length / Math.max(1, found.length)),
      recall: round(hit.length / Math.max(1, key.length)),
    },
    differences: {
      missed: key.filter((wanted) => !hit.includes(wanted)).map(({ id, cause }) => `${id}: ${cause}`),
      beyond: found.filter((dispute) => !right.includes(dispute)).map(line),
    },
  };
}

export const line = ({ cause, kind, about, sides }: Dispute): string =>
  `${cause}, ${kind}, ${about}: ${sides
    .map(({ accounts }) =>
      accounts
        .map(({ document, by, cue, words }) => `[${document.file}] ${tellerName(by)} ${cue}: ${words}`)
        .join(" + "),
    )
    .join(" AGAINST ")}`;

function tellerName(by: Account["by"]): string {
  if (by.kind === "actor") return by.actor.name;
  return by.kind === "outlet" ? `(${by.outlet ?? "the outlet"})` : by.words;
}

function keyStatementRows(
  { documents }: DisputeKey,
  read: ReadObject,
  document: RowDocument,
  actors: readonly KnownActor[],
): readonly StatementRow[] {
  const { text } = read.document;
  const find = (words: string, occurrence = 1): CharSpan | null => {
    let start = -1;
    for (let nth = 0; nth < occurrence; ) {
      start = words === "" ? -1 : text.indexOf(words, start + 1);
      if (start < 0) return null;
      if (!/[\p{L}\p{N}]/u.test((text[start - 1] ?? "") + (text[start + words.length] ?? ""))) nth++;
    }
    return charSpan(start, start + words.length);
  };
  return (documents[document.file]?.statements ?? []).flatMap((one, nth) => {
    const spans = one.content.flatMap((stretch) =>
      typeof stretch === "string" ? (find(stretch) ?? []) : (find(stretch.words, stretch.occurrence) ?? []),
    );
    const [first, ...others] = spans;
    if (first === undefined) return [];
    const actor = one.who === "" ? null : actorNamed(one.who, actors);
    return [
      {
        statement: {
          id: `${document.file} ${nth}` as StatementId,
          source: { spans: [find(one.source) ?? []].flat(), actor: actor?.id ?? null },
          cue: { spans: [] },
          content: { spans: [first, ...others] },
          quotation: "indirect",
          quotationConfidence: null,
          sourcing: "on-record",
          descriptor: null,
          relay: [],
          addressee: null,
          unresolved: [],
          confidence: null,
        },
        document,
        actor,
        words: { source: one.source, cue: one.cue, content: spans.map((span) => textOf(text, span)).join(" … ") },
        decision: null,
      },
    ];
  });
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
