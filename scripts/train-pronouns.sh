#!/usr/bin/env bash
# Learns whom a pronoun means from GAP and OntoGUM: scripts/train-pronouns.sh DATA, whose part `coref` is read. Writes
# src/entities/pronoun_weights.h twice, the second time with an engine that was built on the first.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/train-data.sh
data=$(cd "${1:?usage: scripts/train-pronouns.sh DATA}" && pwd)
out=${OUT:-build/train/data}
link_part "$data" coref "$out"
for round in 1 2; do
  cmake --build build/native -j "$(nproc)" --target newsgloss_pronouns >/dev/null
  echo "round $round"
  /usr/bin/env python3 src/train/pronouns.py --tool build/native/newsgloss_pronouns --model models/newsgloss.model \
    --gap "$out/coref/gap/gap-development.tsv" --gum "$out/coref/gum/train" --held-out-gap "$out/coref/gap/gap-validation.tsv" \
    --out src/entities/pronoun_weights.h
done
