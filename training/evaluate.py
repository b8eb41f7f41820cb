"""Prints the dev figures of OUT/reader.pt, by the scorers of the shared data: in Python, before any quantization.

    python training/evaluate.py --data ../shared/data --scorers ../shared/eval --out training/out

Writes OUT/dev.jsonl and OUT/dev-stripped.jsonl in the form of `parley read`, which any of the scorers take.
"""

import argparse
import json
import subprocess

import numpy as np
import torch
from transformers import BertTokenizerFast

import damage
from data import cut, load_conllu, load_polnear
from decode import best_path, runs, tree
from model import Reader, distances
from train import base_folder, encode_batch, pieces_of


def load(out, base):
    saved = torch.load(f"{out}/reader.pt", map_location="cpu", weights_only=True)
    reader = Reader(base, len(saved["tags"]), len(saved["relations"]))
    reader.load_state_dict(saved["weights"])
    return reader.eval(), saved


def statements(reader, tokenizer, text):
    found = []
    windows = [w for w in cut(text, tokenizer) if w.ids]
    for window in windows:
        hidden = encode_batch(reader, tokenizer, [window.ids], [window.shapes], "cpu")[:, :-1]
        length = len(window.ids)
        path = best_path(reader.cues(hidden).log_softmax(-1)[0].numpy(), (1,))
        cues = [c for c in runs(path, 1) if window.core[0] <= c[0] < window.core[1]]
        if not cues:
            continue
        marks = torch.zeros(len(cues), length)
        for row, (first, last) in enumerate(cues):
            marks[row, first : last + 1] = 1
        away = torch.stack([distances(first, last, length) for first, last in cues])
        tags, _ = reader.roles(hidden, torch.zeros(len(cues), dtype=torch.long), marks, away)
        tags = tags.log_softmax(-1).numpy()

        def spans(pieces):
            return [[window.offsets[a][0], window.offsets[b][1]] for a, b in pieces]

        for row, cue in enumerate(cues):
            path = best_path(tags[row], (1, 3))
            source, content = runs(path, 1), runs(path, 3)
            if content:
                found.append({"source": spans(source), "cue": spans([cue]), "content": spans(content)})
    return found


def write_read(path, reader, tokenizer, documents):
    with open(path, "w", encoding="utf8") as file:
        for document in documents:
            text = document["text"]
            units = [0]
            for char in text:
                units.append(units[-1] + (2 if ord(char) > 0xFFFF else 1))
            rows = [
                {role: {"spans": [[units[s], units[e]] for s, e in spans]} for role, spans in found.items()}
                for found in statements(reader, tokenizer, text)
            ]
            file.write(json.dumps({"document": {"text": text}, "statements": rows}, ensure_ascii=False) + "\n")


def parse_figures(reader, tokenizer, saved, path, limit):
    right = np.zeros(3)
    total = 0
    for sentences in load_conllu(path):
        for sentence in sentences:
            if limit and total > limit:
                break
            ids, shapes, firsts = pieces_of(sentence.words, tokenizer, False)
            if len(ids) > 500:
                continue
            words = encode_batch(reader, tokenizer, [ids], [shapes], "cpu")[0, firsts].unsqueeze(0)
            tags = reader.tagger(words)[0].argmax(-1)
            heads = tree(reader.arcs(words)[0].log_softmax(-1).numpy())
            with_root = torch.cat([torch.zeros_like(words[0, :1]), words[0]])
            relations = reader.relations(words[0], with_root[torch.tensor(heads)]).argmax(-1)
            for at, (_, tag, head, relation) in enumerate(sentence.words):
                total += 1
                attached = heads[at] == head
                right += [
                    saved["tags"][tags[at]] == tag,
                    attached,
                    attached and saved["relations"][relations[at]] == relation,
                ]
    return dict(zip(("UPOS", "UAS", "LAS"), (round(float(100 * r / total), 1) for r in right)))


@torch.no_grad()
def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--scorers", default="../shared/eval")
    parser.add_argument("--base", default=None)
    parser.add_argument("--out", default="training/out")
    parser.add_argument("--limit", type=int, default=0, help="words of each treebank")
    options = parser.parse_args()
    base = base_folder(options.base)
    tokenizer = BertTokenizerFast.from_pretrained(base)
    reader, saved = load(options.out, base)
    gold = f"{options.data}/polnear/dev.jsonl"
    documents = load_polnear(gold)
    stripped = [{"text": damage.strip_marks(d["text"], d["attributions"])[0]} for d in documents]
    for name, texts, flag in (("dev", documents, []), ("dev-stripped", stripped, ["--degraded"])):
        write_read(f"{options.out}/{name}.jsonl", reader, tokenizer, texts)
        command = ["node", f"{options.scorers}/score-statements.mjs", "--gold", gold, "--pred", f"{options.out}/{name}.jsonl"]
        print(f"PolNeAR {name}", flush=True)
        subprocess.run([*command, *flag], check=True)
    for treebank in ("ewt", "gum"):
        figures = parse_figures(reader, tokenizer, saved, f"{options.data}/ud/{treebank}-dev.conllu", options.limit)
        print(f"UD {treebank} dev, gold tokens", figures, flush=True)


if __name__ == "__main__":
    main()
