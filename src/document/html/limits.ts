import { ParleyError } from "../../text/errors.ts";
import { withoutTags } from "./dom.ts";

/** Elements within each other. Press pages nest up to some 50 deep; Chromium's parser flattens what is deeper than 512. */
export const maxNesting = 512;
/** Tags, comments and entities: pieces of a page, as its parser sees it. Press pages have 3,000, long live pages ten times that. */
export const maxPieces = 100_000;
/**
 * Characters, each counted once for every element around it, and a piece as 32: what it costs to look at the text of
 * every element, as Readability does. Press pages have up to 2 million; at the limit a page takes some seconds.
 */
const maxNestedCharacters = 200_000_000;
const charactersPerPiece = 32;

const voidElements = new Set(
  "area base basefont br col embed frame hr img input link meta param source track wbr".split(" "),
);
/** Elements that a following one of the same kind closes, so that a thousand unclosed `<p>` do not count as nested. */
const selfClosing = new Set("p li dt dd td th tr option optgroup".split(" "));
const piece = new RegExp(`${withoutTags}|<(?<slash>/?)(?<name>[a-z][^\\s/>]*)[^>]*>?|[<&]`, "giu");

/**
 * Counts on the raw markup, before a DOM is built: building one from hostile markup is what takes minutes.
 * @throws ParleyError PARLEY_INPUT_MALFORMED past a limit above, with the amount found and the limit.
 */
export function checkMarkup(html: string): void {
  const open: string[] = [];
  let [deepest, pieces, nested, end] = [0, 0, 0, 0];
  for (const { 0: markup, groups, index } of html.matchAll(piece)) {
    pieces++;
    nested += open.length * (index - end + charactersPerPiece);
    end = index + markup.length;
    if (groups?.name === undefined) continue;
    step(open, groups.name.toLowerCase(), groups.slash === "/");
    deepest = Math.max(deepest, open.length);
  }
  nested += open.length * (html.length - end);
  within("elements within each other", deepest, maxNesting);
  within("tags, comments and entities", pieces, maxPieces);
  within("characters, each counted once for every element around it,", nested, maxNestedCharacters);
}

function within(what: string, found: number, limit: number): void {
  if (found <= limit) return;
  throw new ParleyError("PARLEY_INPUT_MALFORMED", `the HTML has ${found} ${what} and the limit is ${limit}`);
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
