import { type CharSpan, charSpan } from "./span.ts";

/**
 * Stretches between quotation marks (marks included), in order: “ ”, straight " and the doubled ''. A curly quotation
 * left open at the end of its paragraph ends there, as one of several paragraphs does; a straight one is none.
 */
export function findQuotations(text: string, from: number, to: number): readonly CharSpan[] {
  const out: CharSpan[] = [];
  const marks = /[“”"]|''|\n\s*\n/gu;
  marks.lastIndex = from;
  let open: { readonly at: number; readonly mark: string } | null = null;
  for (let found = marks.exec(text); found && found.index < to; found = marks.exec(text)) {
    const mark = found[0];
    const end = found.index + mark.length;
    if (mark.startsWith("\n")) {
      if (open?.mark === "“") out.push(charSpan(open.at, trimmedEnd(text, found.index)));
      open = null;
    } else if (open === null) {
      if (mark === "“" || (mark !== "”" && canOpen(text, found.index, end))) open = { at: found.index, mark };
    } else if (mark === "“") open = { at: found.index, mark };
    else if (mark === "”" || mark === open.mark) {
      if (found.index > open.at + open.mark.length) out.push(charSpan(open.at, end));
      open = null;
    }
  }
  if (open?.mark === "“") out.push(charSpan(open.at, trimmedEnd(text, to)));
  return out;
}

const canOpen = (text: string, at: number, end: number): boolean =>
  (at === 0 || /[\s([—–-]/u.test(text.charAt(at - 1))) && /\S/u.test(text.charAt(end));

function trimmedEnd(text: string, at: number): number {
  let end = at;
  while (end > 0 && /\s/u.test(text.charAt(end - 1))) end--;
  return end;
}
