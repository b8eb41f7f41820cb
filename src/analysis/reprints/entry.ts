import type { Origin } from "../../document/document.ts";
import { type DayInterval, publicationInterval } from "../../ledger/interval.ts";
import { type Profile, profileOf } from "./profile.ts";
import type { Report, ReportText } from "./reprint.ts";

/** What is kept of a document while others come: all but its text. */
export interface Entry<Key extends string> {
  readonly key: Key;
  readonly profile: Profile;
  readonly outlet: string | null;
  readonly origin: Origin | null;
  /** The days its date of publication may mean; null without one. */
  readonly published: DayInterval | null;
  readonly damage: ReportText["damage"];
  readonly order: ReportText["order"];
}

export const toEntry = <Key extends string>({ key, document }: Report<Key>): Entry<Key> => ({
  key,
  profile: profileOf(document),
  outlet: document.outlet,
  origin: document.origin,
  published: document.published === null ? null : publicationInterval(document.published),
  damage: document.damage,
  order: document.order,
});
