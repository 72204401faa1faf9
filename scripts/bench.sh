#!/bin/sh
# Speed of both engines on one article, the one given or the demo's first, and of the command over an archive.
set -eu
cd "$(dirname "$0")/.."
article=${1:-$(ls demo/articles/*.json | head -n 1)}
echo "native"
build/native/newsgloss_bench "$article"
echo
echo "WebAssembly in Node $(node --version)"
node bench/wasm.mjs "$article"
echo
echo "newsgloss annotate"
bench/archive.py
