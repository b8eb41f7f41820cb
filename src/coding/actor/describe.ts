import { documentNouns } from "../statement/source-words.ts";
import type { ActorIndex } from "./actor-index.ts";
import type { Affiliated, Body, Description, Says } from "./description.ts";
import { isLeaning, nameRuns, type SentenceWords, type Unit } from "./name-runs.ts";
import { definiteness, isLocative, isPluralNoun, possessorOf } from "./noun-phrase.ts";
import type { OfficeNoun } from "./office-lexicon.ts";

/**
 * The mentions of one sentence, in text order: names, offices, bodies, people, pronouns.
 * @param isSource whether a token stands in the source of a statement; there any noun is somebody.
 */
export function describeSentence(
  sentence: number,
  words: SentenceWords,
  index: ActorIndex,
  { marksLost, isSource }: { readonly marksLost: boolean; readonly isSource: (token: number) => boolean },
): readonly Description[] {
  const found: Description[] = [];
  const taken = new Set<number>();
  for (const run of nameRuns(words, index, marksLost)) {
    for (const description of describeRun(sentence, run, words, index)) {
      found.push(description);
      for (let at = description.first; at <= description.last; at++) taken.add(at);
    }
  }
  words.parse.tokens.forEach((token, at) => {
    if (taken.has(at)) return;
    const says = token.upos === "PRON" ? pronounAt(words, at) : nounAt(words, at, index, isSource(at));
    if (says !== null)
      found.push({
        sentence,
        first: says.kind === "noun" ? firstOf(words, at) : at,
        last: at,
        head: at,
        tokens: [at],
        says,
      });
  });
  return found.sort((a, b) => a.first - b.first || b.last - a.last);
}

/** What one row of units names: most often one thing, and the countries in it where they modify something else. */
function describeRun(
  sentence: number,
  run: readonly Unit[],
  words: SentenceWords,
  index: ActorIndex,
): readonly Description[] {
  const link = run.findIndex(({ kind }) => kind === "link");
  const front = link === -1 ? run : run.slice(0, link);
  const tail = link === -1 ? [] : run.slice(link + 1);
  const late = lateName(tail, front);
  const after = late === null ? tail : tail.slice(0, tail.indexOf(late[0] as Unit));
  const nameUnits = late ?? trailingName(front);
  const before = late === null ? front.slice(0, front.length - nameUnits.length) : front;
  const affiliation = [...before, ...after];
  const make = (units: readonly Unit[], says: Says, headUnits: readonly Unit[] = units): Description => {
    const [first, last] = [units[0]?.first ?? 0, units.at(-1)?.last ?? 0];
    const head = headOf(words, headUnits[0]?.first ?? first, headUnits.at(-1)?.last ?? last);
    const tokens = Array.from({ length: last - first + 1 }, (_, nth) => first + nth);
    return { sentence, first, last, head, tokens, says };
  };
  if (nameUnits.length > 0) {
    const says = nameSays(nameUnits, affiliation, words, index);
    const isWhole = says.kind === "person" || says.kind === "name";
    const own =
      isWhole && (before.length > 0 || late !== null) && says.kind === "person"
        ? run.slice(0, run.indexOf(nameUnits.at(-1) as Unit) + 1)
        : nameUnits;
    const named = make(own, says, nameUnits);
    if (says.kind === "person" || says.kind === "name") return [named];
    return [...attributive(before, sentence, words), named];
  }
  const lastOffice = before.findLastIndex(({ kind }) => kind === "office");
  if (lastOffice !== -1 && before.slice(lastOffice + 1).every(({ kind }) => kind === "modifier")) {
    // "officials", but not "official" before another noun
    const unit = before[lastOffice] as Extract<Unit, { kind: "office" }>;
    const head = headOf(words, unit.first, unit.last);
    if (before.length - 1 > lastOffice || modifiesNoun(words, unit.last)) return attributive(before, sentence, words);
    const others = [...before.slice(0, lastOffice), ...after];
    const isPlace = isLocative(words, head) && unit.nouns.every(({ kind }) => kind === "body");
    const says: Says = {
      kind: "noun",
      nouns: unit.nouns,
      noun: words.parse.tokens[unit.last]?.lemma.toLowerCase() ?? "",
      isPlural: isPluralNoun(words, head),
      definite: definiteness(words, head, before[0]?.first ?? head),
      isCapital: /^\p{Lu}/u.test(words.forms[unit.first] ?? "") && unit.first > 0,
      isOther:
        others.some(
          (one) =>
            one.kind === "modifier" &&
            /^(?:another|second|third|other|separate|different)$/iu.test(words.forms[one.first] ?? ""),
        ) || /^another$/iu.test(words.forms[(before[0]?.first ?? 0) - 1] ?? ""),
      isPlace,
      ...withCountries(
        affiliatedBy(others, words, index, before[0]?.first ?? head),
        countriesBefore(words, head, index),
      ),
    };
    const own = make([...before.slice(0, lastOffice + 1), ...run.slice(before.length)], says, [unit]);
    return [{ ...own, last: Math.max(own.last, endOfQuantity(words, head)) }, ...tailKnown(after, sentence, words)];
  }
  return [...attributive(before, sentence, words), ...tailKnown(after, sentence, words)];
}

/** Words that a quantity may take with it. */
const QUANTITY = 9;

/** Last token of "a number of members of Congress"; the noun itself where it is no quantity. */
function endOfQuantity({ tree, parse }: SentenceWords, head: number): number {
  if (!quantities.test(parse.tokens[head]?.lemma.toLowerCase() ?? "")) return head;
  const [of] = tree.by(head, "nmod").filter((at) => at > head && tree.caseOf(at) === "of");
  if (of === undefined) return head;
  const [, last] = tree.reach(of);
  return last - head <= QUANTITY ? last : of;
}

const quantities =
  /^(?:number|majority|minority|dozens?|scores?|hundreds?|thousands?|some|many|most|several|few|one|half|handful|host|couple|all|none|both|each|two|three|four|five)$/;

/** Known names that stand by themselves or before a noun that is nobody: "Velmara", "the Velmaran position". */
function attributive(units: readonly Unit[], sentence: number, words: SentenceWords): readonly Description[] {
  return units.flatMap((unit) => {
    if (unit.kind !== "known") return [];
    const head = headOf(words, unit.first, unit.last);
    const tokens = Array.from({ length: unit.last - unit.first + 1 }, (_, nth) => unit.first + nth);
    const says: Says = {
      kind: "known",
      known: unit.known,
      isModifier: modifiesNoun(words, unit.last) || words.parse.tokens[head]?.upos === "ADJ",
      isPlace: isLocative(words, head),
    };
    return [{ sentence, first: unit.first, last: unit.last, head, tokens, says }];
  });
}

const tailKnown = (units: readonly Unit[], sentence: number, words: SentenceWords): readonly Description[] =>
  attributive(
    units.filter(({ kind }) => kind === "known"),
    sentence,
    words,
  );

function trailingName(units: readonly Unit[]): readonly Unit[] {
  let from = units.length;
  while (
    from > 0 &&
    (units[from - 1]?.kind === "word" || (units[from - 1]?.kind === "honorific" && from < units.length))
  )
    from--;
  const last = units.at(-1);
  if (from === units.length && last?.kind === "known" && last.known.every(({ kind }) => kind === "person"))
    return [last];
  while (units[from]?.kind === "honorific" && from < units.length - 1) from++;
  return units.slice(from);
}

/** "Anna Varga" of "Ambassador to the US Anna Varga". */
function lateName(tail: readonly Unit[], front: readonly Unit[]): readonly [Unit, ...Unit[]] | null {
  if (front.at(-1)?.kind !== "office" || tail.length < 2) return null;
  const from = tail.findIndex((unit, at) => at > 0 && (unit.kind === "word" || isPerson(unit)));
  if (from === -1 || tail[from - 1]?.kind === "word" || tail[from - 1]?.kind === "link") return null;
  const [first, ...others] = tail.slice(from);
  if (first === undefined || ![first, ...others].every((unit) => unit.kind === "word" || isPerson(unit))) return null;
  return isPerson(first) || others.length > 0 ? [first, ...others] : null;
}

const isPerson = (unit: Unit): boolean => unit.kind === "known" && unit.known.some(({ kind }) => kind === "person");

function nameSays(units: readonly Unit[], affiliation: readonly Unit[], words: SentenceWords, index: ActorIndex): Says {
  const [first, last] = [units[0]?.first ?? 0, units.at(-1)?.last ?? 0];
  const name = words.forms.slice(first, last + 1);
  const known = units.flatMap((unit) =>
    unit.kind === "known" ? unit.known.filter((one) => one.kind === "person") : [],
  );
  const honorific = affiliation.findLast((unit) => unit.kind === "honorific");
  const before = affiliation.filter(({ last: end }) => end < first);
  const offices = before.flatMap((unit) =>
    unit.kind === "office" ? unit.nouns.filter(({ kind }) => kind !== "body").slice(0, 1) : [],
  );
  const rest = affiliatedBy(affiliation, words, index, affiliation[0]?.first ?? first);
  if (known.length > 0 || offices.length > 0 || honorific !== undefined) {
    return {
      kind: "person",
      name,
      known,
      offices,
      honorific: honorific?.kind === "honorific" ? honorific.form : null,
      ...rest,
    };
  }
  const isBodyBefore = before.some(({ kind }) => kind === "office");
  const beside = before.at(-1);
  const isTitled =
    beside?.kind === "office" &&
    beside.nouns.every(({ kind }) => kind === "body") &&
    /^\p{Lu}/u.test(words.forms[beside.first] ?? "");
  const guess = isTitled ? "organization" : guessOf(words, first, last); // "the Daily Beast"
  const isPartOfName = isBodyBefore || (before[0]?.kind === "known" && guess === "organization");
  const from = isPartOfName ? (before[0]?.first ?? first) : first;
  const head = headOf(words, first, last);
  const isPlace = isLocative(words, head) || (guess === "place" && modifiesNoun(words, last));
  if (guess === "person" && before.length === 0) return { kind: "name", name, guess, isPlace, ...rest };
  return {
    kind: "name",
    name: words.forms.slice(guess === "person" ? first : from, last + 1),
    guess,
    isPlace,
    ...rest,
  };
}

const withCountries = (own: Affiliated, countries: readonly string[]): Affiliated => ({
  ...own,
  countries: [...new Set([...own.countries, ...countries])],
});

/** Countries that a noun is of: "Velmaran and Torvaski officials", "ministers of Velmara", else "voters in Velmara". */
function countriesBefore(words: SentenceWords, head: number, index: ActorIndex): readonly string[] {
  const { tree, forms } = words;
  const before = tree.by(head, "amod", "compound").filter((at) => at < head);
  const behind = (marker: RegExp): readonly number[] =>
    tree.by(head, "nmod").filter((at) => at > head && marker.test(tree.caseOf(at)));
  // "the Velmaran and Torvaskan ministers", where the parser makes two phrases of it
  const first = Math.min(head, ...before);
  const joined = /^(?:and|or)$/i.test(forms[first - 1] ?? "") && first > 1 ? [first - 2] : [];
  const isOf = (at: number): readonly string[] => {
    const match = index.match(forms, at, words.folded);
    if (match === null || isLeaning(forms, at, at + match.length)) return [];
    const [known] = match.known;
    if (known.kind !== "country" || (known.use === "capital" && at < head)) return [];
    return joined.includes(at) && known.use !== "adjective" ? [] : [known.country.iso3];
  };
  const of = [...before, ...behind(/^of$/), ...joined].flatMap((at) => [at, ...tree.by(at, "conj")]).flatMap(isOf);
  return [...new Set(of.length > 0 ? of : behind(/^(?:in|from)$/).flatMap(isOf))];
}

/** By the parser's entity that fits best. */
function guessOf({ parse }: SentenceWords, first: number, last: number): "person" | "organization" | "place" | null {
  let [best, shared]: [string | null, number] = [null, 0];
  for (const entity of parse.entities) {
    const overlap = Math.min(last, entity.last) - Math.max(first, entity.first) + 1;
    const union = Math.max(last, entity.last) - Math.min(first, entity.first) + 1;
    if (overlap > 0 && overlap / union > shared && overlap / union >= 0.3)
      [best, shared] = [entity.type, overlap / union];
  }
  return best === "person" || best === "organization" || best === "place" ? best : null;
}

function affiliatedBy(units: readonly Unit[], words: SentenceWords, index: ActorIndex, first: number): Affiliated {
  const countries = new Set<string>();
  const bodies: Body[] = [];
  for (const unit of units) {
    if (unit.kind === "known") {
      const [known] = unit.known;
      if (known.kind === "country") {
        countries.add(known.country.iso3);
        if (known.government !== null)
          bodies.push({
            name: words.forms.slice(unit.first, unit.last + 1).join(" "),
            sector: known.government.sector,
            organization: null,
          });
      } else if (known.kind === "organization") {
        const { name, sector, id, country } = known.organization;
        bodies.push({ name, sector, organization: id });
        if (country !== null && sector === "GOV") countries.add(country);
      }
    } else if (unit.kind === "office") {
      const body = unit.nouns.find(({ kind }) => kind === "body");
      if (body?.kind === "body") bodies.push({ name: body.body, sector: body.sector, organization: null });
    }
  }
  return {
    countries: [...countries].filter((iso3) => index.country(iso3) !== null),
    bodies,
    possessor: possessorOf(words, first),
  };
}

/** The token of a stretch that hangs outside it; the last where several do. */
function headOf({ parse }: SentenceWords, first: number, last: number): number {
  for (let at = first; at <= last; at++) {
    const head = parse.tokens[at]?.head ?? -1;
    if ((head < first || head > last) && parse.tokens[at]?.upos !== "PUNCT") return at;
  }
  return last;
}

/** A compound or adjective before a noun outside the run. */
function modifiesNoun({ parse }: SentenceWords, at: number): boolean {
  const token = parse.tokens[at];
  if (token === undefined || token.head <= at) return false;
  const upos = parse.tokens[token.head]?.upos;
  if (upos !== "NOUN" && upos !== "PROPN" && upos !== "ADJ") return false;
  return (token.relation === "compound" || token.relation === "amod") && token.head - at <= 6;
}

const pronouns = new Set([
  "he",
  "she",
  "they",
  "it",
  "i",
  "we",
  "you",
  "him",
  "her",
  "them",
  "us",
  "me",
  "his",
  "their",
  "its",
  "our",
  "my",
  "hers",
  "theirs",
  "himself",
  "herself",
  "themselves",
  "itself",
  "who",
  "whom",
  "whose",
]);

function pronounAt({ folded, parse }: SentenceWords, at: number): Says | null {
  const token = parse.tokens[at];
  const pronoun = folded[at] ?? "";
  if (token === undefined || !pronouns.has(pronoun) || token.relation === "expl") return null;
  const isPossessive =
    ["his", "their", "its", "our", "my", "whose"].includes(pronoun) ||
    (pronoun === "her" && token.relation.startsWith("nmod"));
  return { kind: "pronoun", pronoun, isPossessive };
}

/** A noun that the office lexicon lacks: somebody where it is a source, or where the parser says so. */
function nounAt(words: SentenceWords, at: number, index: ActorIndex, isSource: boolean): Says | null {
  const token = words.parse.tokens[at];
  if (token === undefined) return null;
  if (!["NOUN", "ADJ", "NUM", "DET", "PROPN", "X"].includes(token.upos)) return null;
  if (documentNouns.has(token.lemma.toLowerCase())) return null; // see issuers.ts
  if (!/^(?:nsubj|obj|iobj|obl|nmod|conj|root|appos|dislocated|vocative|list|parataxis)/.test(token.relation))
    return null;
  const entity = words.parse.entities.find(
    ({ last, first, type }) =>
      (type === "person" || (isSource && type === "organization")) &&
      first <= at &&
      at <= last &&
      at === headOf(words, first, last),
  );
  if (!isSource && (entity === undefined || token.upos !== "NOUN")) return null;
  // "tensions" that say something, "by his own admission": nobody, or whose they are
  const isThing = words.parse.entities.some(
    ({ first, last, type }) =>
      /^(?:abstract|event|object|time|substance|plant)$/.test(type) &&
      first <= at &&
      at <= last &&
      at === headOf(words, first, last),
  );
  if (entity === undefined && isThing && token.upos === "NOUN") return null;
  if (isSource && token.upos === "ADJ" && token.relation.startsWith("amod")) return null;
  const nouns: readonly OfficeNoun[] =
    entity?.type === "organization"
      ? [{ kind: "body", body: "organisation", sector: "NGO" }]
      : [{ kind: "person", sector: null }];
  return {
    kind: "noun",
    nouns,
    noun: token.lemma.toLowerCase(),
    isPlural: isPluralNoun(words, at),
    definite: definiteness(words, at, firstOf(words, at)),
    isCapital: false,
    isOther: false,
    isPlace: isLocative(words, at),
    countries: countriesBefore(words, at, index),
    bodies: [],
    possessor: possessorOf(words, firstOf(words, at)),
  };
}

/** First token of a noun with what stands before it. */
function firstOf({ parse }: SentenceWords, at: number): number {
  let first = at;
  while (
    first > 0 &&
    parse.tokens[first - 1]?.head === at &&
    /^(?:amod|compound|nummod|det)/.test(parse.tokens[first - 1]?.relation ?? "")
  )
    first--;
  return first;
}
