import type { CharSpan } from "../text/span.ts";
import type { Document } from "./document.ts";

/**
 * Whether the absence of quotation marks shows nothing: they were taken out, or apostrophes were and no quotation is left.
 * `quotations` are those of the whole text.
 */
export const areMarksLost = ({ damage }: Pick<Document, "damage">, quotations: readonly CharSpan[]): boolean =>
  damage.includes("quotes-stripped") || (damage.includes("apostrophes-stripped") && quotations.length === 0);
