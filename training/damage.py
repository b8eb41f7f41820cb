"""Damages a text the way scrapers do, and moves the spans of its attributions along; how they are quoted stays."""

import random
import re

from data import ROLES

MARKS = set("\"'`“”‘’«»„‚‹›")
SENTENCE_END = re.compile(r"(?<=[.!?”\"’'])\s+(?=[\"“‘'A-Z])|\n+")


def strip_marks(text, attributions):
    """Every quotation mark and apostrophe taken out."""
    keep = [c not in MARKS for c in text]
    return _without(text, keep, attributions)


def lose_spaces(text, attributions, rng):
    """The space after some sentence ends is lost, as where a page's blocks are joined."""
    keep = [True] * len(text)
    for match in re.finditer(r"(?<=[.!?”\"])\s+(?=[\"“A-Z])", text):
        if rng.random() < 0.5:
            keep[match.start() : match.end()] = [False] * (match.end() - match.start())
    return _without(text, keep, attributions)


def shuffle_sentences(text, attributions, rng):
    """Sentences in another order, one a line. Of an attribution what stands in its cue's sentence is kept."""
    pieces, start = [], 0
    for match in SENTENCE_END.finditer(text):
        pieces.append((start, match.start()))
        start = match.end()
    pieces.append((start, len(text)))
    pieces = [p for p in pieces if text[p[0] : p[1]].strip()]
    rng.shuffle(pieces)
    out, moved, at = [], {}, 0
    for start, end in pieces:
        moved[(start, end)] = at
        out.append(text[start:end])
        at += end - start + 1

    def home(span):
        return next((p for p in moved if p[0] <= span[0] and span[1] <= p[1]), None)

    result = []
    for attribution in attributions:
        piece = home(attribution["cue"][0]) if attribution["cue"] else None
        if piece is None:
            continue
        shift = moved[piece] - piece[0]
        result.append(
            attribution
            | {
                role: [
                    (max(s, piece[0]) + shift, min(e, piece[1]) + shift)
                    for s, e in attribution[role]
                    if min(e, piece[1]) > max(s, piece[0])
                ]
                for role in ROLES
            }
        )
    return "\n".join(out), [a for a in result if a["content"]]


def damaged(text, attributions, rng: random.Random):
    """One copy for one epoch: half of them clean, the others stripped, shuffled or joined, some of them twice over."""
    kind = rng.random()
    if kind < 0.5:
        return text, attributions
    if kind < 0.78:
        return strip_marks(text, attributions)
    if kind < 0.9:
        text, attributions = shuffle_sentences(text, attributions, rng)
        return strip_marks(text, attributions) if rng.random() < 0.5 else (text, attributions)
    return lose_spaces(text, attributions, rng)


def _without(text, keep, attributions):
    at, count = [], 0
    for kept in keep:
        at.append(count)
        count += kept
    at.append(count)
    moved = [
        attribution | {role: [(at[s], at[e]) for s, e in attribution[role] if at[e] > at[s]] for role in ROLES}
        for attribution in attributions
    ]
    return "".join(c for c, kept in zip(text, keep) if kept), [a for a in moved if a["cue"] and a["content"]]
