#!/usr/bin/env bash
# Runs every fuzz target for some seconds (default 60 each): scripts/fuzz.sh [SECONDS] [TARGET...]
# Seeds are those of fuzz/corpus, the golden and demo articles and the model; what is found is kept in build/fuzz/corpus between runs. A
# finding ends the run: the input is in build/fuzz/findings.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-60}
shift || true
targets=("$@")
((${#targets[@]})) || targets=(text article_json plain_text model_file pipeline)
mkdir -p build/fuzz/findings

seeds() { # seeds TARGET: files to begin with
  case $1 in
    article_json) ls native-tests/golden/*.json demo/articles/*.json | grep -v annotations ;;
    model_file) ls models/*.model ;;
    *) ls native-tests/golden/*.txt ;;
  esac
}

for target in "${targets[@]}"; do
  corpus=build/fuzz/corpus/$target
  mkdir -p "$corpus"
  seeds "$target" | xargs cp -t "$corpus"
  [[ ! -d fuzz/corpus/$target ]] || cp -t "$corpus" fuzz/corpus/"$target"/*
  options=(-max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -print_final_stats=0 -artifact_prefix=build/fuzz/findings/"$target"-)
  case $target in
    article_json) options+=(-dict=fuzz/dictionaries/article.dict -max_len=8192) ;;
    model_file) options+=(-max_len=1000000 -len_control=0) ;;
    *) options+=(-dict=fuzz/dictionaries/text.dict -max_len=4096) ;;
  esac
  echo "fuzz_$target: $seconds s"
  if ! build/fuzz/fuzz/fuzz_"$target" "${options[@]}" "$corpus" >build/fuzz/"$target".log 2>&1; then
    tail -n 40 build/fuzz/"$target".log >&2
    echo "fuzz_$target found something; the input is in build/fuzz/findings" >&2
    exit 1
  fi
  grep -E 'Done [0-9]+ runs' build/fuzz/"$target".log || tail -n 1 build/fuzz/"$target".log
done
