#!/usr/bin/env bash
# Prints the released model's figures on development data:
#
#   scripts/evaluate.sh DATA       DATA: the folder that holds ner (.tar.xz or unpacked) and polnear.dev.bio.xz
#
# The scores are those of `newsgloss eval`; speed is measured by `make bench`.
set -euo pipefail
cd "$(dirname "$0")/.."
data=$(cd "${1:?usage: scripts/evaluate.sh DATA}" && pwd)
model=${MODEL:-models/newsgloss.model}
newsgloss=${NEWSGLOSS:-build/native/newsgloss}
out=build/train/data
mkdir -p "$out"
if [[ ! -e $out/ner ]]; then
  if [[ -e $data/ner.tar.xz ]]; then tar xf "$data/ner.tar.xz" -C "$out"; else ln -s "$data/ner" "$out/ner"; fi
fi
f1() { # f1 NAME…: the F1 figures of the JSON on standard input, by name, with slashes between
  /usr/bin/python3 -c 'import json, sys; d = json.load(sys.stdin); print(" / ".join(str(d[n]["f1"]) for n in sys.argv[1:]))' "$@"
}
entities=$("$newsgloss" eval entities --map worldwide --model "$model" "$out/ner/worldwide/dev.bio")
attribution=$("$newsgloss" eval attribution --model "$model" "$data/polnear.dev.bio.xz")
echo "attribution, PolNeAR dev, exact F1 source / cue / content   $(f1 source cue content <<<"$attribution")"
echo "entities, Worldwide dev, exact F1, six types                $(f1 all <<<"$entities")"
echo "  person / organisation / location                          $(f1 PER ORG LOC <<<"$entities")"
echo "  NORP / facility / product                                 $(f1 NORP FAC PRODUCT <<<"$entities")"
echo "model and lexicon, bytes in brotli                          $(brotli -c -q 11 -w 24 "$model" | wc -c)"
echo
"$newsgloss" tag --model "$model" "$out/ner/worldwide/dev.bio" | /usr/bin/python3 src/train/entity_regions.py
