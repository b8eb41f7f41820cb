"""Candidate statements of a window, what speaks for each, and a probability fitted to it."""

import re

import numpy as np

from damage import strip_marks
from data import cut
from decode import best_path, runs
from model import distances

# Cues are looked for as if "no cue" were this much less likely, in nats; what then is improbable is left out again.
CUE_BIAS = 1.0
FEATURES = ["cue", "cue begin", "content", "content begin", "content end", "no source", "source", "length", "parts"]
LEAST = -12.0


def candidates(graphs, tokenizer, text):
    """[{source, cue, content: [[start, end]], features}] of a text; offsets in code points."""
    found = []
    for window in cut(text, tokenizer):
        ids = np.array([tokenizer.cls_token_id, *window.ids, tokenizer.sep_token_id], dtype=np.int64)
        hidden, cue_scores, _ = graphs.run("encoder", ids, np.array([0, *window.shapes, 0], dtype=np.int64))
        biased = cue_scores.copy()
        biased[:, 0] -= CUE_BIAS
        cues = [c for c in runs(best_path(biased, (1,)), 1) if window.core[0] <= c[0] < window.core[1]]
        if not cues:
            continue
        length = len(window.ids)
        marks = np.zeros((len(cues), length), dtype=np.float32)
        for row, (first, last) in enumerate(cues):
            marks[row, first : last + 1] = 1
        away = np.stack([distances(first, last, length).numpy() for first, last in cues])
        tags, quotation = graphs.run("roles", hidden, marks, away)

        def spans(pieces):
            return [[window.offsets[a][0], window.offsets[b][1]] for a, b in pieces]

        for row, cue in enumerate(cues):
            path = best_path(tags[row], (1, 3))
            source, content = runs(path, 1), runs(path, 3)
            if content:
                features = features_of(cue_scores, tags[row], cue, source, content)
                found.append(
                    {
                        "source": spans(source),
                        "cue": spans([cue]),
                        "content": spans(content),
                        "quotation": quotation[row],
                        "features": features,
                    }
                )
    return found


def features_of(cue_scores, tags, cue, source, content):
    """As in src/reader/trained/confidence.ts, in the order of FEATURES; log probabilities, none below LEAST."""

    def log(p):
        return max(LEAST, float(np.log(max(p, 1e-30))))

    cue_p, tag_p = np.exp(cue_scores.astype(np.float64)), np.exp(tags.astype(np.float64))
    inside = [p for a, b in content for p in range(a, b + 1)]
    of_source = [p for a, b in source for p in range(a, b + 1)]
    ends = [log(1 - tag_p[b + 1, 4]) for _, b in content if b + 1 < len(tags)]
    return [
        float(np.mean([log(1 - cue_p[p, 0]) for p in range(cue[0], cue[1] + 1)])),
        log(cue_p[cue[0], 1]),
        float(np.mean([log(tag_p[p, 3] + tag_p[p, 4]) for p in inside])),
        min(log(tag_p[a, 3]) for a, _ in content),
        min(ends, default=0.0),
        0.0 if source else log(1 - tag_p[:, 1].max()) - 1,
        float(np.mean([log(tag_p[p, 1] + tag_p[p, 2]) for p in of_source])) if source else 0.0,
        float(np.log(len(inside))),
        float(len(content) - 1),
    ]


def words_in(text, spans):
    return {m.start() + s for s, e in spans for m in re.finditer(r"\w+", text[s:e])}


def right_ones(text, gold, found):
    """Which of the found are right: half the words of a content shared and sources that meet, each gold one once."""
    bags = [[(words_in(text, a["content"]), words_in(text, a["source"])) for a in side] for side in (gold, found)]
    pairs = []
    for i, (content, source) in enumerate(bags[0]):
        for j, (other, speaker) in enumerate(bags[1]):
            dice = 2 * len(content & other) / max(1, len(content) + len(other))
            if dice >= 0.5 and (bool(source & speaker) if source else not speaker):
                pairs.append((dice, i, j))
    used, right = set(), set()
    for _, i, j in sorted(pairs, key=lambda p: -p[0]):
        if i not in used and j not in right:
            used.add(i)
            right.add(j)
    return [j in right for j in range(len(found))]


def fit(x, y, steps=50, ridge=1.0):
    """Logistic regression by Newton's method: weights, the intercept last."""
    x = np.concatenate([x, np.ones((len(x), 1))], 1)
    w = np.zeros(x.shape[1])
    penalty = np.diag([ridge] * (x.shape[1] - 1) + [0.0])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + penalty @ w
        w = w - np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + penalty + 1e-9 * np.eye(len(w)), gradient)
    return w


def best_threshold(probabilities, right, gold):
    """The least probability at which a statement is kept, for the greatest F1."""
    order = np.argsort(-probabilities)
    hits = np.cumsum(np.array(right)[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + gold)
    return float(probabilities[order[f1.argmax()]]), float(f1.max())


def without_duplicates(found, probabilities):
    """Indices of those left, as in src/reader/trained/duplicates.ts: of contents that are the same words the likeliest."""
    kept = []
    for at in sorted(range(len(found)), key=lambda i: -probabilities[i]):
        chars = {c for s, e in found[at]["content"] for c in range(s, e)}
        others = ({c for s, e in found[k]["content"] for c in range(s, e)} for k in kept)
        if all(2 * len(chars & other) <= 0.8 * (len(chars) + len(other)) for other in others):
            kept.append(at)
    return sorted(kept)


def probabilities_of(found, weights):
    x = np.array([f["features"] for f in found]).reshape(-1, len(FEATURES))
    return 1 / (1 + np.exp(-(x @ weights[:-1] + weights[-1])))


def calibrate(graphs, tokenizer, documents):
    """Settings of `confidence`, fitted on the articles as they are and with their marks stripped."""
    texts = [(d["text"], d["attributions"]) for d in documents]
    texts += [strip_marks(text, attributions) for text, attributions in texts]
    found = [candidates(graphs, tokenizer, text) for text, _ in texts]
    gold = sum(len(attributions) for _, attributions in texts)
    for again in range(2):
        # the second time without the duplicates that the first weights tell
        right = [right_ones(text, attributions, some) for (text, attributions), some in zip(texts, found)]
        rows = np.array([f["features"] for some in found for f in some])
        flat = np.array([r for some in right for r in some], dtype=float)
        weights = fit(rows, flat)
        if not again:
            kept = [without_duplicates(some, probabilities_of(some, weights)) for some in found]
            found = [[some[at] for at in left] for some, left in zip(found, kept)]
    p = 1 / (1 + np.exp(-(rows @ weights[:-1] + weights[-1])))
    threshold, f1 = best_threshold(p, flat, gold)
    print(f"calibrated on {len(flat)} candidates for {gold} statements: best F1 {100 * f1:.1f} at {threshold:.3f}")
    return {
        "cueBias": CUE_BIAS,
        # half of the F1 reached is where F1 is greatest in expectation (Lipton et al. 2014), less noisy than the best seen
        "threshold": round(f1 / 2, 3),
        "intercept": round(float(weights[-1]), 5),
        "weights": [round(float(w), 5) for w in weights[:-1]],
    }
