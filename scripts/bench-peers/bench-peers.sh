#!/usr/bin/env bash
# Finds the development sets in DATA (unpacked, or in the archives that train-data.sh knows) and runs bench_peers.py.
#
#   scripts/bench-peers/bench-peers.sh DATA [OPTION…]
set -euo pipefail
cd "$(dirname "$0")/../.."
source scripts/train-data.sh
data=$(cd "${1:?usage: scripts/bench-peers/bench-peers.sh DATA}" && pwd)
shift
link_part "$data" ner build/train/data
exec python3 scripts/bench-peers/bench_peers.py "$data" build/train/data/ner/worldwide/dev.bio "$@"
