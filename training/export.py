"""Makes models/reader/ from the weights that train.py left: int8 graphs, vocabulary, settings with their calibration.

    python training/export.py --data ../shared/data --out training/out --model models/reader

Matrices are quantized by channel to 7 bits, which no processor's int8 instructions can overflow (those without VNNI add
two products in 16 bits), so that machines read nearly alike. Activations are scaled by call, and the reader makes each
call with one window. Confidence is calibrated on every twentieth article of PolNeAR train, which train.py kept apart.
"""

import argparse
import hashlib
import json
import os
import shutil
import tempfile

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import BertTokenizerFast

from calibrate import calibrate
from data import CORE, ENTITY_TYPES, LEFT, RIGHT, load_polnear
from evaluate import load
from graphs import GRAPHS, example
from train import base_folder

QUANTIZED = ("encoder", "roles")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--base", default=None)
    parser.add_argument("--out", default="training/out")
    parser.add_argument("--model", default="models/reader")
    parser.add_argument("--entity-margin", type=float, default=-0.8, help="tuned on GUM dev; see reader/trained/settings.ts")
    parser.add_argument("--version", type=int, default=1, help="raised whenever the same text may be read differently")
    return parser.parse_args()


def write_graph(graph, given, axes, inputs, outputs, path, quantized):
    with tempfile.TemporaryDirectory() as scratch:
        whole = f"{scratch}/graph.onnx"
        # folding constants would widen what is kept in 16 bits
        torch.onnx.export(
            graph.eval(),
            given,
            whole,
            input_names=inputs,
            output_names=outputs,
            dynamic_axes=dict(zip(inputs, axes)),
            opset_version=20,
            do_constant_folding=False,
            dynamo=False,
        )
        if not quantized:
            shutil.copy(whole, path)
            return
        quantize_dynamic(
            whole,
            path,
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )


def write_graphs(reader, folder):
    for name, (graph, inputs, outputs) in GRAPHS.items():
        given, axes = example(name)
        write_graph(graph(reader), given, axes, inputs, outputs, f"{folder}/{name}.onnx", name in QUANTIZED)


def session(path):
    """A graph in ONNX Runtime, one thread, as Parley runs it."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def sha256(path):
    return hashlib.sha256(open(path, "rb").read()).hexdigest()


class Graphs:
    def __init__(self, folder):
        self.sessions = {name: session(f"{folder}/{name}.onnx") for name in GRAPHS}

    def run(self, name, *given):
        inputs = GRAPHS[name][1]
        return self.sessions[name].run(None, dict(zip(inputs, given)))


def main():
    options = arguments()
    base = base_folder(options.base)
    tokenizer = BertTokenizerFast.from_pretrained(base)
    reader, saved = load(options.out, base)
    os.makedirs(options.model, exist_ok=True)
    write_graphs(reader, options.model)
    shutil.copy(f"{base}/vocab.txt", f"{options.model}/vocab.txt")
    kept_apart = [a for at, a in enumerate(load_polnear(f"{options.data}/polnear/train.jsonl")) if at % 20 == 7]
    confidence = calibrate(Graphs(options.model), tokenizer, kept_apart)
    names = ["vocab.txt", "lemmas.json", *(f"{name}.onnx" for name in GRAPHS)]
    settings = {
        "version": options.version,
        "start": tokenizer.cls_token_id,
        "end": tokenizer.sep_token_id,
        "unknown": tokenizer.unk_token_id,
        "core": CORE,
        "left": LEFT,
        "right": RIGHT,
        "tags": saved["tags"],
        "relations": saved["relations"],
        "entities": ENTITY_TYPES,
        "entityMargin": options.entity_margin,
        "confidence": confidence,
        "files": {
            name: sha256(f"{options.model}/{name}") for name in names if os.path.exists(f"{options.model}/{name}")
        },
    }
    with open(f"{options.model}/reader.json", "w", encoding="utf8") as file:
        file.write(json.dumps(settings, indent=2) + "\n")
    total = sum(os.path.getsize(f"{options.model}/{name}") for name in os.listdir(options.model))
    print(f"{options.model}: {total / 1e6:.1f} MB, confidence {confidence}")


if __name__ == "__main__":
    main()
