#!/bin/sh
# Rewrites the expected annotations of every golden article from what the engine says now, and shows what changed.
# Read the difference as an editor would read a proof; commit it only when every line of it is right.
#
#   native-tests/golden/approve.sh        needs build/native/newsgloss (make native), or $NEWSGLOSS
set -eu
cd "$(dirname "$0")/../.."
newsgloss=${NEWSGLOSS:-build/native/newsgloss}
golden=native-tests/golden
if [ ! -x "$newsgloss" ]; then
  echo "approve.sh: $newsgloss is missing: make native" >&2
  exit 1
fi

fresh=$(mktemp)
trap 'rm -f "$fresh"' EXIT
changed=0
for article in "$golden"/*.txt "$golden"/*.json demo/articles/*.json; do
  case $article in
    *.annotations.json | *'*'*) continue ;;
    demo/*) name=demo-$(basename "$article" .json) ;;
    *) name=$(basename "${article%.*}") ;;
  esac
  expected=$golden/$name.annotations.json
  "$newsgloss" annotate --format json "$article" >"$fresh"
  if [ ! -f "$expected" ] || ! cmp -s "$expected" "$fresh"; then
    changed=$((changed + 1))
    if [ -f "$expected" ]; then
      diff -u --label "$name, approved" --label "$name, now" "$expected" "$fresh" || true
    else
      echo "$name: new, $(wc -l <"$fresh") lines"
    fi
    cp "$fresh" "$expected"
  fi
done
echo "$changed changed."
