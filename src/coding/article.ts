import type { Document } from "../document/document.ts";
import type { Reading } from "../reader/reading.ts";
import type { Actor } from "./actor/actor.ts";
import type { Contact } from "./event/contact.ts";
import type { Event } from "./event/event.ts";
import type { Forecast } from "./forecast/forecast.ts";
import type { Position } from "./position/position.ts";
import type { Statement } from "./statement/statement.ts";
import type { TimeExpression } from "./time/time-expression.ts";

/** Why a document is kept without a reading. */
export interface Unread {
  readonly kind: "unread";
  readonly reason: "language";
  /** A sentence for a person: "written in French; Parley reads English". */
  readonly detail: string;
}

export interface Read {
  readonly kind: "read";
  readonly reading: Reading;
  readonly actors: readonly Actor[];
  readonly statements: readonly Statement[];
  readonly times: readonly TimeExpression[];
  readonly events: readonly Event[];
  readonly contacts: readonly Contact[];
  readonly positions: readonly Position[];
  readonly forecasts: readonly Forecast[];
}

/** One document with everything Parley found in it: what `parley read` prints and the ledger keeps. */
export interface Article {
  readonly document: Document;
  readonly outcome: Read | Unread;
}
