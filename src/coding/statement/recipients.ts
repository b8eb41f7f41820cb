import { isOutletName, outletPattern } from "../../document/outlet-names.ts";
import { type CharSpan, charSpan, textOf } from "../../text/span.ts";

/** To whom it was said. An outlet passes it on; anyone else is addressed. */
export interface Recipients {
  readonly relay: readonly CharSpan[];
  readonly addressee: CharSpan | null;
}

/** Verbs whose object is the person told, by their last word. */
const tells =
  /(?:^|\s)(?:tell|tells|told|telling|inform(?:s|ed|ing)?|assur(?:e|es|ed|ing)|remind(?:s|ed|ing)?|warn(?:s|ed|ing)?|brief(?:s|ed|ing)?|notif(?:y|ies|ied|ying)|advis(?:e|es|ed|ing)|ask(?:s|ed|ing)?|urg(?:e|es|ed|ing))$/iu;
/** A noun phrase up to where its clause goes on: "the Karsk Times", "lawmakers", "a group of reporters". */
const object =
  /^\s+((?:(?:the|a|an|his|her|their|its|our|some|two|three|several)\s+)?(?:\p{Lu}[\p{L}\p{N}’'&.-]*|\p{Ll}[\p{L}-]*)(?:\s+(?:\p{Lu}[\p{L}\p{N}’'&.-]*|of(?=\s)))*(?:\s+(?:reporters|journalists|lawmakers|senators|officials|diplomats|ministers|leaders|colleagues|supporters|newspaper|agency|television|radio|committees?|parliament))?)/u;
const notObject =
  /^(?:that|to|on|in|at|about|of|for|when|after|before|it|there|what|how|why|if|whether|this|last|earlier|later|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|against|by|not|and)\b/iu;
const dayAtEnd = /\s+(?:on|in|at|of)$|\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/u;

/** "in an interview with the Karsk Times", "speaking to PBN", "in comments to Meridian", "quoted by Meridian". */
const passedOn = new RegExp(
  `(?:interview (?:with|to|on|for|published by)|(?:speaking|spoke|spoken|talking) (?:to|with)|(?:comments?|remarks?|statements?) to|quoted by|(?:said|confirmed) to) (?:[Tt]he )?(${outletPattern})`,
  "gu",
);

/**
 * Whom the words were said to. `sentence` bounds the search; `taken` are the spans of source and content, in which the
 * people addressed by someone quoted do not count.
 */
export function recipientsOf(
  text: string,
  cue: readonly CharSpan[],
  taken: readonly CharSpan[],
  sentence: CharSpan,
  isOutlet: (name: string) => boolean,
): Recipients {
  const told = objectOf(text, cue, taken, sentence);
  const relay = mentionsOf(text, near(cue, sentence)).filter(
    (span) => !taken.some(({ start, end }) => start <= span.start && span.end <= end),
  );
  if (told === null) return { relay, addressee: null };
  // "told PBN’s Mira Oldan": the outlet passes it on
  const owner = /^(.+?)['’]s\s/u.exec(textOf(text, told))?.[1];
  if (owner !== undefined && (isOutletName(owner) || isOutlet(owner)))
    return { relay: [charSpan(told.start, told.start + owner.length)], addressee: null };
  const name = textOf(text, told);
  const passes =
    isOutletName(name) || isOutlet(name) || /\b(?:our newspaper|this newspaper|our reporter)$/iu.test(name);
  const apart = relay.filter((span) => span.start >= told.end || span.end <= told.start);
  return passes
    ? { relay: [told, ...apart].sort((a, b) => a.start - b.start), addressee: null }
    : { relay: apart, addressee: told };
}

/** Characters on both sides of a cue in which it may be said who passes the words on. */
const reach = 600;

function near(cue: readonly CharSpan[], { start, end }: CharSpan): CharSpan {
  const at = cue[0]?.start ?? start;
  return charSpan(Math.max(start, at - reach), Math.max(start + 1, Math.min(end, at + reach)));
}

function objectOf(
  text: string,
  cue: readonly CharSpan[],
  taken: readonly CharSpan[],
  sentence: CharSpan,
): CharSpan | null {
  const verb = cue.at(-1);
  if (verb === undefined || !tells.test(textOf(text, verb))) return null;
  const next = taken.map(({ start }) => start).filter((start) => start >= verb.end);
  const rest = text.slice(verb.end, Math.min(sentence.end, ...next));
  const found = object.exec(rest)?.[1];
  if (found === undefined || notObject.test(found)) return null;
  const words = found
    .replace(dayAtEnd, "")
    .replace(/\s+of$/u, "")
    .replace(/[.,]$/u, "");
  const start = verb.end + rest.indexOf(words);
  return words === "" ? null : charSpan(start, start + words.length);
}

function mentionsOf(text: string, sentence: CharSpan): readonly CharSpan[] {
  const words = textOf(text, sentence);
  return [...words.matchAll(passedOn)].flatMap((match) => {
    const outlet = match[1];
    if (outlet === undefined) return [];
    const start = sentence.start + match.index + match[0].length - outlet.length;
    return [charSpan(start, start + outlet.length)];
  });
}
