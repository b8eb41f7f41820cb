"""Reads PolNeAR and UD, and cuts texts into the windows that the reader sees. Offsets here are in code points."""

import json
from dataclasses import dataclass, field

ROLES = ("source", "cue", "content")
CUE_TAGS = ["O", "B", "I"]
ROLE_TAGS = ["O", "B-source", "I-source", "B-content", "I-content"]
QUOTATIONS = ["direct", "indirect", "mixed"]
ENTITY_TYPES = ["abstract", "animal", "event", "object", "organization", "person", "place", "plant", "substance", "time"]

# In pieces. A window is a core with context on both sides; each cue is read in the window whose core holds it.
CORE, LEFT, RIGHT = 208, 56, 40
SHAPES = 5  # no letter, lower, Capitalised, UPPER, not the first piece of a word


def load_polnear(path):
    """[{id, text, attributions: [{source, cue, content: [(start, end)], quotation}]}], offsets in code points."""
    documents = []
    for line in open(path, encoding="utf8"):
        row = json.loads(line)
        index = _code_points(row["text"])
        attributions = [{r: [(index[s], index[e]) for s, e in a[r]] for r in ROLES} for a in row["attributions"]]
        kept = [a for a in attributions if a["cue"] and a["content"]]
        quoted = mark_quoted(row["text"])
        for attribution in kept:
            attribution["quotation"] = quotation_of(row["text"], attribution["content"], quoted)
        documents.append({"id": row["id"], "text": row["text"], "attributions": kept})
    return documents


def _code_points(text):
    index = []
    for at, char in enumerate(text):
        index += [at] * (2 if ord(char) > 0xFFFF else 1)
    return index + [len(text)]


def quotation_of(text, content, quoted):
    """Index in QUOTATIONS, by the marks of the undamaged text."""
    inside = outside = 0
    for start, end in content:
        for at in range(start, end):
            if text[at].isalnum():
                inside, outside = inside + quoted[at], outside + (not quoted[at])
    return 1 if inside == 0 else 0 if outside <= 0.1 * (inside + outside) else 2


def mark_quoted(text):
    """For each character whether it stands between quotation marks; a paragraph's end closes what was left open."""
    quoted, is_open = [], False
    for char in text:
        if char == "\n" or char == "”" or (char == '"' and is_open):
            is_open = False
        elif char in "“\"":
            is_open = True
        quoted.append(is_open)
    return quoted


def shape_of(word):
    if word.isupper() and len(word) > 1:
        return 3
    return 2 if word[:1].isupper() else 1 if word[:1].islower() else 0


@dataclass
class Window:
    ids: list
    shapes: list
    offsets: list
    core: tuple  # indices into ids: [start, end)
    cue: list = field(default_factory=list)
    items: list = field(default_factory=list)  # (cue piece indices, role tags, quotation)


def cut(text, tokenizer):
    """The windows of a text, without labels. Cores end after a line break or a mark that may end a sentence."""
    encoded = tokenizer(text, return_offsets_mapping=True, add_special_tokens=False, verbose=False)
    ids, offsets = encoded["input_ids"], encoded["offset_mapping"]
    shapes = [_shape_at(text, s, e) for s, e in offsets]
    windows, start = [], 0
    while start < len(ids):
        end = _core_end(text, offsets, start)
        left, right = max(0, start - LEFT), min(len(ids), end + RIGHT)
        windows.append(
            Window(ids[left:right], shapes[left:right], offsets[left:right], (start - left, end - left))
        )
        start = end
    return windows


def _shape_at(text, start, end):
    if start > 0 and text[start - 1].isalnum() and text[start : start + 1].isalnum():
        return SHAPES - 1
    return shape_of(text[start:end])


def _core_end(text, offsets, start):
    end = start + CORE
    if end >= len(offsets):
        return len(offsets)
    for at in range(end, start + CORE // 2, -1):
        if "\n" in text[offsets[at - 1][1] : offsets[at][0]]:
            return at
    for at in range(end, start + CORE // 2, -1):
        if text[offsets[at - 1][0] : offsets[at - 1][1]] in ".!?”\"":
            return at
    return end


def label(windows, attributions):
    """Fills in cue tags and, for each cue in a window, the tags of its source and content."""
    for window in windows:
        window.cue = [0] * len(window.ids)
        low, high = window.offsets[0][0], window.offsets[-1][1]
        for attribution in attributions:
            if not any(e > low and s < high for s, e in attribution["cue"]):
                continue
            pieces = _pieces(window, attribution["cue"])
            if not pieces:
                continue
            tags = [0] * len(window.ids)
            _tag(window, attribution["content"], 3, tags)
            _tag(window, attribution["source"], 1, tags)
            _tag(window, attribution["cue"], 1, window.cue)
            if any(tag >= 3 for tag in tags):
                window.items.append((pieces, tags, attribution["quotation"]))
    return windows


def _pieces(window, spans):
    return [i for i, (a, b) in enumerate(window.offsets) if b > a and any(b > s and a < e for s, e in spans)]


def _tag(window, spans, base, tags):
    for span in spans:
        for nth, piece in enumerate(_pieces(window, [span])):
            tags[piece] = base if nth == 0 else base + 1


@dataclass
class Sentence:
    """words: (form, UPOS, head from 1 or 0 for the root, relation); entities: (first word, last word, type) or None."""

    words: list
    entities: list


def load_conllu(path):
    """The sentences of a file, by document: [[Sentence]]. Enhanced words and multiword tokens are passed over."""
    documents, sentences, words, rows, has_entities = [], [], [], [], False
    open_entities, entities = [], []

    def finish():
        nonlocal words, entities, open_entities
        if words:
            sentences.append(Sentence(words, entities if has_entities else None))
        words, entities, open_entities = [], [], []

    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            if sentences:
                documents.append(sentences)
            sentences = []
        elif line.startswith("# global.Entity"):
            has_entities = True
        elif not line:
            finish()
        elif line[0] != "#":
            columns = line.split("\t")
            if not columns[0].isdigit():
                continue
            words.append((columns[1], columns[3], int(columns[6]), columns[7].split(":")[0]))
            for part in _entity_parts(columns[9]):
                _step(part, len(words) - 1, open_entities, entities)
    finish()
    if sentences:
        documents.append(sentences)
    return documents


def _entity_parts(misc):
    value = next((p[7:] for p in misc.split("|") if p.startswith("Entity=")), "")
    parts, at = [], 0
    while at < len(value):
        if value[at] == "(":
            end = at + 1
            while end < len(value) and value[end] not in "()":
                end += 1
            closes = end < len(value) and value[end] == ")"
            parts.append(("both" if closes else "open", value[at + 1 : end]))
            at = end + 1 if closes else end
        else:
            end = value.find(")", at)
            if end == -1:
                break
            parts.append(("close", value[at:end]))
            at = end + 1
    return parts


def _step(part, word, open_entities, entities):
    kind, text = part
    fields = text.split("-")
    name = fields[0]
    if kind == "close":
        for at in range(len(open_entities) - 1, -1, -1):
            if open_entities[at][0] == name:
                _, first, entity = open_entities.pop(at)
                entities.append((first, word, entity))
                return
        return
    entity = fields[1] if len(fields) > 1 else ""
    if entity not in ENTITY_TYPES:
        return
    if kind == "both":
        entities.append((word, word, entity))
    else:
        open_entities.append((name, word, entity))
