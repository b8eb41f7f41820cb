import { counted, dateWords } from "../wording.ts";
import type { BriefDocument } from "./gather.ts";
import { html, type Markup } from "./markup.ts";

/** Over a shorter time bars tell nothing that the list does not. */
const fewestSlots = 10;
/** Beyond this many days a bar stands for a month. */
const mostDays = 120;

/** Articles by day of publication, by month over a longer time, as bars; null where they would be too few to tell anything. */
export function calendar(documents: readonly BriefDocument[]): Markup | null {
  const dates = documents.flatMap(({ article }) => article.document.published ?? []);
  const days = dates.flatMap(({ value, precision }) => (precision === "day" ? [value] : [])).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || first === last) return null;
  const byDay = (Date.parse(last) - Date.parse(first)) / 86_400_000 < mostDays;
  const slots = byDay ? daysBetween(first, last) : monthsBetween(first, last);
  if (slots.length < fewestSlots) return null;
  const counts = new Map<string, number>();
  for (const day of days) {
    const slot = byDay ? day : day.slice(0, 7);
    counts.set(slot, (counts.get(slot) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  const bars = slots.flatMap((slot, index) => {
    const count = counts.get(slot) ?? 0;
    const height = (36 * count) / most;
    const title = html`<title>${dateWords(slot)}: ${counted(count, "article")}</title>`;
    return count === 0
      ? []
      : [
          html`<rect x="${index * 10 + 1}" y="${(38 - height).toFixed(1)}" width="8" height="${height.toFixed(1)}">${title}</rect>`,
        ];
  });
  const label = `Articles by ${byDay ? "day" : "month"}, ${dateWords(first)} to ${dateWords(last)}, at most ${most}`;
  return html`<figure class="calendar"><svg viewBox="0 0 ${slots.length * 10} 40" preserveAspectRatio="none" role="img" aria-label="${label}"><path d="M0 38.5H${slots.length * 10}"/>${bars}</svg><figcaption><span>${dateWords(first)}</span> <span>articles by ${byDay ? "day" : "month"}</span> <span>${dateWords(last)}</span></figcaption></figure>`;
}

function daysBetween(first: string, last: string): readonly string[] {
  const out: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000)
    out.push(new Date(at).toISOString().slice(0, 10));
  return out;
}

function monthsBetween(first: string, last: string): readonly string[] {
  const months = (value: string) => Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7)) - 1;
  const count = months(last) - months(first) + 1;
  return Array.from({ length: count }, (_, index) => {
    const at = months(first) + index;
    return `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}`;
  });
}
