"""Turns the scores of the heads into spans and trees. The TypeScript decoder must agree with this one."""

import numpy as np

NEVER = -1e4


def best_path(scores, begins):
    """Viterbi over BIO tags: scores [piece, tag] log probabilities; an inside tag follows its begin or itself."""
    count, tags = scores.shape
    allowed = np.zeros((tags, tags))
    for tag in range(1, tags):
        if tag not in begins:
            allowed[:, tag] = NEVER
            allowed[[tag - 1, tag], tag] = 0
    score = scores[0] + np.array([0 if t == 0 or t in begins else NEVER for t in range(tags)])
    back = []
    for at in range(1, count):
        candidates = score[:, None] + allowed
        back.append(candidates.argmax(0))
        score = candidates.max(0) + scores[at]
    path = [int(score.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def runs(path, begin):
    """Index ranges [first, last] of the spans whose tags are `begin` and `begin` + 1."""
    out = []
    for at, tag in enumerate(path):
        if tag == begin:
            out.append([at, at])
        elif tag == begin + 1 and out:
            out[-1][1] = at
    return out


def tree(scores):
    """Heads of a well-formed tree with one root: scores [word, 1 + word], the root's column first (Chu-Liu/Edmonds)."""
    size = scores.shape[0]
    full = np.full((size + 1, size + 1), NEVER, dtype=np.float64)
    full[1:] = scores
    np.fill_diagonal(full, NEVER)
    heads = _arborescence(full)
    roots = [w for w in range(1, size + 1) if heads[w] == 0]
    if len(roots) > 1:
        # the root that costs least to keep alone
        def cost(root):
            once = full.copy()
            once[[w for w in range(1, size + 1) if w != root], 0] = NEVER
            kept = _arborescence(once)
            return sum(once[w, kept[w]] for w in range(1, size + 1)), kept

        heads = max((cost(root) for root in roots), key=lambda pair: pair[0])[1]
    return heads[1:]


def _arborescence(scores):
    size = len(scores)
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    rest = [w for w in range(size) if w not in cycle]
    index = {w: at for at, w in enumerate(rest)}
    small = np.full((len(rest) + 1, len(rest) + 1), NEVER, dtype=np.float64)
    node = len(rest)
    into, out_of = {}, {}
    for a in rest:
        for b in rest:
            small[index[a], index[b]] = scores[a, b]
        best = max(cycle, key=lambda c: scores[a, c])
        small[index[a], node], out_of[a] = scores[a, best], best
        best = max(cycle, key=lambda c: scores[c, a] - scores[c, heads[c]])
        small[node, index[a]], into[a] = scores[best, a] - scores[best, heads[best]], best
    np.fill_diagonal(small, NEVER)
    inner = _arborescence(small)
    result = heads.copy()
    for a in rest[1:]:
        result[a] = out_of[a] if inner[index[a]] == node else rest[inner[index[a]]]
    broken = rest[inner[node]]
    result[into[broken]] = broken
    return result


def _cycle(heads):
    for start in range(1, len(heads)):
        seen, at = [], start
        while at != 0 and at not in seen:
            seen.append(at)
            at = heads[at]
        if at != 0:
            return seen[seen.index(at) :]
    return None
