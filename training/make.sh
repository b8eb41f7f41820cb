#!/usr/bin/env bash
# Makes models/reader/ from the shared data, and models/sentences/ beside it: make.sh DATA MODEL [options of train.py]
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
data="${1:?folder of the data}" model="${2:?folder of the model}"
shift 2
out="$here/out"
mkdir -p "$model"
python "$here/train.py" --data "$data" --out "$out" "$@"
python "$here/lemmas.py" --data "$data" --out "$model/lemmas.json"
python "$here/export.py" --data "$data" --out "$out" --model "$model"
python "$here/sentences.py" --data "$data" --reader "$model" --model "$model/../sentences"
