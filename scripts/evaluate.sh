#!/usr/bin/env bash
# Prints a model's figures on development data, the released one's where MODEL names no other:
#
#   [MODEL=FILE] scripts/evaluate.sh DATA      DATA: see train-data.sh; of it ner and polnear.dev.bio.xz are read, and
#                                            gold/articles where that is there
#
# The scores are those of `newsgloss eval`, the regions and kinds of errors those of entity_regions.py; speed is measured
# by `make bench`. ERRORS=FOLDER also lists every error there (texts are their publishers': not for publication).
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/train-data.sh
data=$(cd "${1:?usage: scripts/evaluate.sh DATA}" && pwd)
model=${MODEL:-models/newsgloss.model}
newsgloss=${NEWSGLOSS:-build/native/newsgloss}
out=${OUT:-build/train/data}
link_part "$data" ner "$out"
polnear=$(polnear_dev "$data")
worldwide=$out/ner/worldwide/dev.bio

rows() { # rows NAME…: precision, recall and F1 of each from the JSON on standard input
  /usr/bin/python3 -c '
import json, sys
figures = json.load(sys.stdin)
for name in filter(figures.__contains__, sys.argv[1:]):
    print("  {:10} {p:9} {r:7} {f1:6}  ({gold} in the set)".format(name, **figures[name]))' "$@"
}
echo "$model: $(brotli -c -q 11 -w 24 "$model" | wc -c) bytes in brotli"
echo
echo "Attribution, PolNeAR dev by paragraph, exact spans"
echo "             precision  recall     F1"
"$newsgloss" eval attribution --model "$model" "$polnear" | rows source cue content
echo
echo "Entities, Worldwide dev, exact spans"
echo "             precision  recall     F1"
"$newsgloss" eval entities --map worldwide --model "$model" "$worldwide" | rows all PER ORG LOC NORP FAC PRODUCT
echo
echo "Entities, Worldwide dev, with noise, by region, and the commonest kinds of errors"
"$newsgloss" tag --model "$model" "$worldwide" | /usr/bin/python3 src/train/entity_regions.py
if [[ -d $data/gold/articles ]]; then
  echo
  echo "Articles annotated by hand"
  "$newsgloss" eval articles --model "$model" "$data/gold/articles"
fi
if [[ -d $out/ner/worldwide/articles ]]; then
  echo
  echo "Articles of the Worldwide newswire annotated by hand (scripts/worldwide-articles): F1, speakers right in per cent"
  joined=build/train/worldwide-articles
  scripts/worldwide-articles/join.py "$out/ner/worldwide/articles" "$joined"
  for set in "$joined"/*; do
    "$newsgloss" eval articles --model "$model" "$set" | /usr/bin/python3 -c '
import json, sys
d = json.load(sys.stdin)
kinds = d["recall_by_kind"]
print("  {}: {} articles; quotes at 0.3 / 0.8 {} / {}; direct {}, mixed {}, indirect {}; speakers {} ({} wrong, {} missed); who said what {}; "
      "persons {}; names {}; roles {}; gender {}; dates {}".format(
      sys.argv[1], d["articles"], d["quotes_overlap_0.3"]["f1"], d["quotes_overlap_0.8"]["f1"], kinds.get("direct"), kinds.get("mixed"),
      kinds.get("indirect"), d["speaker_accuracy"], d["wrong_speakers"], d["missed_speakers"], d["who_said_what_f1"], d["person_b3"]["f1"],
      d["entities"]["f1"], d["roles"]["f1"], d["gender"], d["dates"]["f1"]))' "${set##*/}"
  done
fi
if [[ -n ${ERRORS:-} ]]; then
  mkdir -p "$ERRORS"
  "$newsgloss" eval entities --errors --model "$model" "$worldwide" > "$ERRORS/entities.tsv"
  "$newsgloss" eval attribution --errors --model "$model" "$polnear" > "$ERRORS/attribution.tsv"
fi
