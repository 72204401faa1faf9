#!/usr/bin/env bash
# Installs the library into a folder of its own and builds a small project against it with find_package.
set -euo pipefail
cd "$(dirname "$0")/.."

rm -rf build/consumer
cmake --install build/native --prefix build/consumer/prefix >/dev/null
cmake -S native-tests/consumer -B build/consumer/build -G Ninja -DCMAKE_PREFIX_PATH="$PWD/build/consumer/prefix" \
  -DCMAKE_BUILD_TYPE=Release --log-level=WARNING >/dev/null
cmake --build build/consumer/build >/dev/null
build/consumer/build/consumer
