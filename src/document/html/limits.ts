import { ParleyError } from "../../text/errors.ts";

/** Real press pages nest some 40 deep; extraction takes a second at 2,000 and runs out of stack far beyond. */
export const maxNesting = 2000;
/** Opening tags, closing tags and comments. Real press pages have under 20,000. */
export const maxTags = 100_000;

const voidElements = new Set(
  "area base basefont br col embed frame hr img input link meta param source track wbr".split(" "),
);
/** Elements that a following one of the same kind closes, so that a thousand unclosed `<p>` do not count as nested. */
const selfClosing = new Set("p li dt dd td th tr option optgroup".split(" "));
const tagOrComment =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea|title)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([a-zA-Z][^\s/>]*)/giu;

/**
 * Counts on the raw markup, before a DOM is built: building one from hostile markup is what takes minutes.
 * @throws ParleyError PARLEY_INPUT_MALFORMED past `maxNesting`, PARLEY_INPUT_TOO_LARGE past `maxTags`.
 */
export function checkMarkup(html: string): void {
  const open: string[] = [];
  let deepest = 0;
  let tags = 0;
  for (const [, raw, slash, name] of html.matchAll(tagOrComment)) {
    tags++;
    if (raw !== undefined || name === undefined) continue;
    step(open, name.toLowerCase(), slash === "/");
    deepest = Math.max(deepest, open.length);
  }
  if (deepest > maxNesting) {
    throw new ParleyError(
      "PARLEY_INPUT_MALFORMED",
      `the HTML has elements nested ${deepest} deep, the limit is ${maxNesting}`,
    );
  }
  if (tags > maxTags) {
    throw new ParleyError("PARLEY_INPUT_TOO_LARGE", `the HTML has ${tags} tags, the limit is ${maxTags}`);
  }
}

function step(open: string[], name: string, closes: boolean): void {
  if (voidElements.has(name)) return;
  if (closes) {
    // a closing tag far from its opening one is rare; 64 bounds the search in hostile markup
    const near = open.slice(-64);
    const at = near.lastIndexOf(name);
    if (at >= 0) open.length -= near.length - at;
    return;
  }
  if (selfClosing.has(name) && open.at(-1) === name) open.pop();
  open.push(name);
}
