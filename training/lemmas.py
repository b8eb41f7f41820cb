"""Learns lemmas from the training parts of UD EWT and UD GUM: rules by the ends of words, and a list of exceptions.

    python training/lemmas.py --data ../shared/data --out models/reader/lemmas.json

The file holds, by part of speech: `cases`, what becomes of capitals, by how a word is written; `ends`, by the end of a
word in small letters how many letters to take off and what to put there ("3y"), the longest end first; `forms` and
`words`, lemmas of what these rules get wrong, as written and in small letters. src/reader/trained/lemmas.ts reads it.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from pathlib import Path

LONGEST_END = 6
SUPPORT = 2  # words that an end must get right beyond those that a shorter end would
SLIPS = 5  # an annotation seen no more often may be a slip, where irregular.txt says otherwise
LONG = 6  # letters; shorter words in capitals are abbreviations more often than shouted
RARE = 3  # what becomes of unknown words is learned from words that occur no more often
# GUM keeps the capitals of GDP and RBI and EWT mostly does not; a reader does
KEPT = {("NOUN", "short"), ("NOUN", "plural")}
ENDINGS = {"NOUN": ("s",), "VERB": ("s", "ed", "ing"), "ADJ": ("er", "est")}
IRREGULAR = Path(__file__).with_name("irregular.txt")  # tag, lemma and forms
ORIGIN = "learned by training/lemmas.py from UD English EWT 2.16 train and GUM 2.16 train"


def load(path):
    """(form, tag, lemma) of words whose lemma is that of the form as written, not of a word split or misspelled."""
    for line in open(path, encoding="utf8"):
        columns = line.rstrip("\n").split("\t")
        if len(columns) < 10 or not columns[0].isdigit() or columns[4] == "GW" or columns[2] == "_":
            continue
        yield columns[1], columns[3], columns[2]


def shape_of(form):
    has_upper = any(c.isupper() for c in form)
    if not has_upper:
        return "lower"
    if len(form) == 1:
        return "letter"
    if not any(c.islower() for c in form):
        return "long" if len(form) >= LONG else "short"
    if re.fullmatch("[A-Z]{2,}s", form):
        return "plural"
    return "capitalised" if form[0].isupper() else "mixed"


def recased(form, case):
    if case == "keep":
        return form
    return form.lower() if case == "lower" else form[:1].upper() + form[1:].lower()


def script_of(lower, lemma):
    """How a lemma is made from a word, "3y"; None where next to nothing of the word stays."""
    same = 0
    while same < min(len(lower), len(lemma)) and lower[same] == lemma[same]:
        same += 1
    cut = len(lower) - same
    return f"{cut}{lemma[same:]}" if same >= min(2, len(lower)) and cut <= LONGEST_END else None


class Lemmas:
    def __init__(self):
        self.cases, self.ends, self.forms, self.words = {}, {}, {}, {}

    def lemma(self, form, tag):
        known = self.forms.get(tag, {}).get(form) or self.words.get(tag, {}).get(form.lower())
        return known or self.by_rule(form, tag)

    def by_rule(self, form, tag):
        if tag == "NUM":
            form = re.sub(r"(?<=[0-9]),(?=[0-9]{3})", "", form)
        case = self.cases.get(tag, {}).get(shape_of(form), "lower")
        if case == "keep" and shape_of(form) == "short":
            return form
        base, script = recased(form, case), self.script(form.lower(), tag)
        return base[: len(base) - int(script[0])] + script[1:]

    def script(self, lower, tag):
        """That of the longest known end that leaves a vowel, where it takes off more than a letter."""
        ends = self.ends.get(tag, {})
        for size in range(min(LONGEST_END, len(lower) - 1), 0, -1):
            script = ends.get(lower[-size:])
            if script and (script[0] in "01" or re.search("[aeiouy]", lower[: -int(script[0])])):
                return script
        return "0"


def learn(tokens):
    lemmas = Lemmas()
    seen = defaultdict(Counter)  # by small letters and tag: (form, lemma)
    for form, tag, lemma in tokens:
        seen[form.lower(), tag][form, lemma] += 1
    lemmas.cases = learn_cases(seen)
    lemmas.ends = learn_ends(seen)
    for (lower, tag), pairs in sorted(seen.items()):
        add_exceptions(lemmas, lower, tag, pairs)
    add_inflections(lemmas, seen, add_irregular(lemmas, seen))
    return lemmas


def learn_cases(seen):
    found = defaultdict(Counter)
    for (lower, tag), pairs in seen.items():
        if sum(pairs.values()) > RARE:
            continue
        for (form, lemma), count in pairs.items():
            same = next((at for at in range(len(lemma), 0, -1) if lower.startswith(lemma[:at].lower())), 0)
            if same and lower != form:
                for case in ("lower", "keep", "title"):
                    found[tag, shape_of(form)][case] += count * (recased(form, case)[:same] == lemma[:same])
    cases = defaultdict(dict)
    for (tag, shape), counts in found.items():
        best = max(("lower", "keep", "title"), key=lambda case: counts[case])
        if best != "lower":
            cases[tag][shape] = best
    for tag, shape in KEPT:
        cases[tag][shape] = "keep"
    return dict(cases)


def learn_ends(seen):
    by_tag = defaultdict(dict)
    for (lower, tag), pairs in seen.items():
        scripts = Counter()
        for (_, lemma), count in pairs.items():
            scripts[script_of(lower, lemma.lower())] += count
        script = most(scripts)
        if script is not None and lower.isalpha() and len(lower) > 2:
            by_tag[tag][lower] = script
    return {tag: ends for tag, words in by_tag.items() if (ends := ends_of(words))}


def ends_of(words):
    counts = defaultdict(Counter)
    for lower, script in words.items():
        for size in range(1, min(LONGEST_END, len(lower) - 1) + 1):
            counts[lower[-size:]][script] += 1
    rules = {}
    for end in sorted(counts, key=lambda end: (len(end), end)):
        inherited = next((rules[end[at:]] for at in range(1, len(end)) if end[at:] in rules), "0")
        best = most(counts[end])
        if counts[end][best] - counts[end][inherited] >= SUPPORT and int(best[0]) <= len(end):
            rules[end] = best
    return rules


def most(counts):
    return max(counts, key=lambda name: (counts[name], name or ""))


def add_exceptions(lemmas, lower, tag, pairs):
    totals = Counter()
    for (_, lemma), count in pairs.items():
        totals[lemma] += count
    best = most(totals)
    right = sum(count for (form, lemma), count in pairs.items() if lemmas.by_rule(form, tag) == lemma)
    # what is known in small letters is no abbreviation and no name where it stands in capitals
    is_small = tag != "PROPN" and pairs[lower, best] > 0
    if totals[best] > right or (is_small and any(lemmas.by_rule(f, tag) != best for f in shouted(lower))):
        lemmas.words.setdefault(tag, {})[lower] = best
    for form in sorted({form for form, _ in pairs}):
        mine = Counter({lemma: count for (other, lemma), count in pairs.items() if other == form})
        best = most(mine)
        if mine[best] > max(1, mine[lemmas.lemma(form, tag)]):
            lemmas.forms.setdefault(tag, {})[form] = best


def shouted(lower):
    return lower.capitalize(), lower.upper()


def add_irregular(lemmas, seen):
    """The forms that IRREGULAR lists."""
    listed = set()
    for line in IRREGULAR.read_text(encoding="utf8").splitlines():
        tag, lemma, *forms = line.split()
        for form in forms:
            listed.add((form, tag))
            if seen[form, tag].total() <= SLIPS and lemmas.lemma(form, tag) != lemma:
                lemmas.words[tag][form] = lemma
    return listed


def add_inflections(lemmas, seen, listed):
    """Forms that do not occur of lemmas that do: exceptions too where the rules would get them wrong."""
    known = {tag: Counter() for tag in ENDINGS}
    doubling = set()
    for (lower, tag), pairs in seen.items():
        for (_, lemma), count in pairs.items():
            if tag in known and lemma.isalpha() and lemma.islower() and len(lemma) > 2:
                known[tag][lemma] += count
                if lower.startswith((lemma + lemma[-1] + "e", lemma + lemma[-1] + "i")):
                    doubling.add(lemma)
    for tag, counts in known.items():
        made = {}
        for lemma, count in sorted(counts.items()):
            for form in inflections(lemma, tag, lemma in doubling):
                is_new = (form, tag) not in listed and not seen[form, tag]
                if is_new and count > made.get(form, (0, ""))[0]:
                    made[form] = (count, lemma)
        for form, (_, lemma) in made.items():
            if lemmas.lemma(form, tag) != lemma:
                lemmas.words[tag][form] = lemma


def inflections(lemma, tag, doubles):
    for ending in ENDINGS[tag]:
        yield inflected(lemma, ending, doubles)
        if lemma.endswith("l"):  # "travelled" beside "traveled"
            yield inflected(lemma, ending, True)


def inflected(lemma, ending, doubles):
    if ending == "s":
        if lemma.endswith(("s", "x", "z", "ch", "sh")):
            return lemma + "es"
        return lemma[:-1] + "ies" if re.search(r"[^aeiou]y$", lemma) else lemma + "s"
    if re.search(r"[^aeiou]y$", lemma) and ending != "ing":
        return lemma[:-1] + "i" + ending
    if lemma.endswith("ie") and ending == "ing":
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not (ending == "ing" and lemma.endswith(("ee", "oe", "ye"))):
        return lemma[:-1] + ending
    is_short = re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprtvz]", lemma)
    return lemma + lemma[-1] + ending if doubles or is_short else lemma + ending


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--out", default="models/reader/lemmas.json")
    options = parser.parse_args()
    lemmas = learn(word for name in ("ewt", "gum") for word in load(f"{options.data}/ud/{name}-train.conllu"))
    written = {"origin": ORIGIN, **vars(lemmas)}
    with open(options.out, "w", encoding="utf8") as file:
        json.dump(written, file, ensure_ascii=False, sort_keys=True, indent=2)
        file.write("\n")


if __name__ == "__main__":
    main()
