import { ParleyError } from "../text/errors.ts";
import { containing } from "./fold.ts";
import { isDay } from "./interval.ts";
import type { DocumentFilter, StatementFilter } from "./ledger.ts";
import type { SqlParameter } from "./sql.ts";
import { storableText } from "./storable.ts";

/** Conditions joined with "and", and the parameters they number. */
export class Conditions {
  readonly #conditions: string[] = [];
  readonly #parameters: SqlParameter[];

  /** `parameters`: those that stand elsewhere in the same query, numbered from 1. */
  constructor(parameters: readonly SqlParameter[] = []) {
    this.#parameters = [...parameters];
  }

  /** Each `?` in `condition` stands for the next of `parameters`. */
  add(condition: string, ...parameters: readonly SqlParameter[]): void {
    let given = 0;
    this.#conditions.push(
      condition.replace(/\?/g, () => {
        this.#parameters.push(parameters[given++] ?? null);
        return `$${this.#parameters.length}`;
      }),
    );
  }

  /** The number of a parameter that stands outside the conditions: "$3". */
  parameter(value: SqlParameter): string {
    this.#parameters.push(value);
    return `$${this.#parameters.length}`;
  }

  get where(): string {
    return this.#conditions.length === 0 ? "" : `where ${this.#conditions.join(" and ")}`;
  }

  get parameters(): readonly SqlParameter[] {
    return this.#parameters;
  }
}

/** A list of keys given as one JSON text. */
export const keyList = "(select value from json_array_elements_text(?::json))";

/**
 * Over `parley.document`. A document whose date is known to the month or the year counts if any day of it lies in the
 * dates asked for; one without a date never does. What is asked of `listed_on` follows from the rest, as no date of
 * publication is wider than a year: it is where an index can start and end.
 * @throws ParleyError PARLEY_OPTION_INVALID
 */
export function addDocumentConditions(conditions: Conditions, filter: DocumentFilter): void {
  const { outlet, from, to } = filter;
  if (outlet !== undefined) conditions.add("document.outlet_folded like ?", containing(outlet));
  if (from !== undefined) {
    conditions.add("document.published_to >= ?::date and listed_on >= ?::date - 365", checkedDay(from), from);
  }
  if (to !== undefined) {
    conditions.add("document.published_from <= ?::date and listed_on <= ?::date", checkedDay(to), to);
  }
}

/** Over `parley.document` and `parley.statement`; what is asked of the speaker apart. */
export function addStatementConditions(conditions: Conditions, filter: StatementFilter): void {
  const { quotation, sourcing, document } = filter;
  addDocumentConditions(conditions, filter);
  if (quotation !== undefined) conditions.add("statement.quotation = ?", quotation);
  if (sourcing !== undefined) conditions.add("statement.sourcing = ?", sourcing);
  if (document !== undefined) conditions.add("document.id = ?", storableText(document));
}

function checkedDay(value: string): string {
  if (isDay(value)) return value;
  throw new ParleyError("PARLEY_OPTION_INVALID", `${JSON.stringify(value)} is not a date; expected YYYY-MM-DD`);
}
