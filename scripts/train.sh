#!/usr/bin/env bash
# Trains both taggers and writes models/newsgloss.model:
#
#   scripts/train.sh DATA          DATA: the folder that holds ner, attribution, lexica (.tar.xz, or unpacked) and
#                                polnear.dev.bio.xz
#
# features -> attribution (train.py) -> clusters -> entities -> file.
# Everything lies in build/train; a step whose result is there is not done again, so a run that was cut off goes on.
set -euo pipefail
cd "$(dirname "$0")/.."
data=$(cd "${1:?usage: scripts/train.sh DATA}" && pwd)
out=build/train
tools=build/native
python=${PYTHON:-/usr/bin/python3}
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=${THREADS:-2}
mkdir -p "$out"

step() { # step RESULT COMMAND…: runs the command when there is no RESULT yet
  local result=$1
  shift
  [[ -e $result ]] || { echo "== $result"; "$@"; [[ -e $result ]]; }
}

unpack() { # unpack NAME: build/train/data/NAME
  [[ -e $out/data/$1 ]] && return
  mkdir -p "$out/data"
  if [[ -e $data/$1.tar.xz ]]; then tar xf "$data/$1.tar.xz" -C "$out/data"; else ln -s "$data/$1" "$out/data/$1"; fi
}
for part in ner attribution lexica; do unpack "$part"; done
ner=$out/data/ner/worldwide

# Attribution.
mkdir -p "$out/attribution"
ln -sfn "$(realpath "$out/data/attribution/polnear")" "$out/attribution/polnear"
ln -sfn "$(realpath "$data/polnear.dev.bio.xz")" "$out/attribution/polnear.dev.bio.xz"
ln -sfn "$(realpath "$out/data/lexica/words/glove100d.120k.txt")" "$out/attribution/glove100d.120k.txt"
lexicon=$out/attribution/prepared/lexicon-22000-12x6.npz
[[ -e $out/runs/seed1/net.pt && ! -e $out/runs/seed1/state.pt ]] || "$python" src/train/train.py --data "$out/attribution" --out "$out/runs" --seed 1 \
  --features "$tools/newsgloss_features" --threads "$OMP_NUM_THREADS"
[[ -e $out/calibration.json ]] || "$python" src/train/calibrate.py --data "$out/attribution" \
  --features "$tools/newsgloss_features" --lexicon "$lexicon" --attribution "$out/runs/seed1" > "$out/calibration.json"

# Entities.
keys=$out/keys.txt
mapfile -t options < <(tr -s ' ' '\n' < src/train/configs/entities.options)
step "$keys" "$python" src/train/clusters.py "$lexicon" "$keys"
step "$out/entities.bin" "$tools/newsgloss_train_entities" --train "$ner/train.bio" --dev "$ner/dev.bio" \
  --clusters "$keys" "${options[@]}" --out "$out/entities.bin" --spans "$out/dev.spans"
option() { local i; for ((i = 0; i < ${#options[@]}; i++)); do [[ ${options[i]} == "$1" ]] && echo "${options[i + 1]}"; done; }
"$python" src/train/entities_section.py "$out/entities.bin" "$(option --bits)" "$keys" "$out/ENTI.bin" \
  --threshold "$(option --threshold)" --spans "$out/dev.spans"

"$python" src/train/write_model.py --out models/newsgloss.model --lexicon "$lexicon" --attribution "$out/runs/seed1" \
  --calibration "$out/calibration.json" --meta src/train/configs/meta.json --section "ENTI=$out/ENTI.bin"
