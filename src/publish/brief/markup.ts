import { printable } from "../printable.ts";

/** HTML that may stand in the page as it is. Made by `html` alone, or by `trusted` of our own constants. */
export interface Markup {
  readonly markup: string;
}

export type Content = string | number | null | Markup | readonly Markup[];

/** A template of HTML: everything put into it is escaped, in text and in quoted attributes alike, unless it is markup. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return { markup: strings.map((string, index) => string + rendered(values[index] ?? null)).join("") };
}

/** For our own style and script alone: nothing that comes from an article. */
export const trusted = (markup: string): Markup => ({ markup });

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string): string => printable(text).replace(/[&<>"']/gu, (c) => entities[c] ?? c);

function rendered(value: Content): string {
  if (value === null) return "";
  if (typeof value === "string") return escapeHtml(value);
  if (typeof value === "number") return String(value);
  return "markup" in value ? value.markup : value.map(({ markup }) => markup).join("");
}

/** The address if a browser may be sent there: http and https alone. Null for any other, such as `javascript:`. */
export function safeAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
}
