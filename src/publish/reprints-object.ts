import type { OriginBounds, ReprintLink, Reprints } from "../analysis/reprints/reprint.ts";
import type { CharSpan } from "../text/span.ts";
import type { Pair } from "./read-object.ts";

/** What `parley reprints` prints, by the contract `parley.reprints/1`; see docs/parley-reprints.schema.json. */
export interface ReprintsObject {
  readonly schema: "parley.reprints/1";
  readonly groups: readonly {
    readonly files: readonly string[];
    readonly origins: OriginBounds;
    readonly links: readonly ReprintLinkObject[];
  }[];
  /** Files that were not compared, as they are not in English. */
  readonly leftOut: readonly string[];
}

export interface ReprintLinkObject extends Omit<ReprintLink<string>, "sentences"> {
  /** Offsets into the two documents' `document.text`, as `parley read` gives it. */
  readonly sentences: readonly { readonly copy: Pair; readonly of: Pair; readonly likeness: number }[];
}

export const toReprintsObject = ({ groups, leftOut }: Reprints<string>): ReprintsObject => ({
  schema: "parley.reprints/1",
  groups: groups.map(({ documents, origins, links }) => ({ files: documents, origins, links: links.map(linkObject) })),
  leftOut,
});

const linkObject = ({
  copy,
  of,
  kind,
  share,
  direction,
  certain,
  sentences,
}: ReprintLink<string>): ReprintLinkObject => ({
  copy,
  of,
  kind,
  share: hundredths(share),
  direction,
  certain,
  sentences: sentences.map(({ copy, of, likeness }) => ({
    copy: pair(copy),
    of: pair(of),
    likeness: hundredths(likeness),
  })),
});

const pair = ({ start, end }: CharSpan): Pair => [start, end];
const hundredths = (share: number): number => Math.round(100 * share) / 100;
