#!/usr/bin/env bash
# clang-format (nothing may change) and clang-tidy (nothing may be found) over the C++ sources.
set -euo pipefail
cd "$(dirname "$0")/.."

mapfile -t sources < <(git ls-files 'src/*.cpp' 'src/*.h' 'native-tests/*.cpp' 'native-tests/*.h' 'bench/*.cpp')
clang-format --dry-run -Werror "${sources[@]}"

# The compilation database knows the native files; bindings are built by Emscripten alone.
mapfile -t units < <(git ls-files 'src/*.cpp' ':!src/wasm' ':!src/train')
printf '%s\n' "${units[@]}" | xargs -P "$(nproc)" -n 4 clang-tidy -p build/native --quiet --warnings-as-errors='*' 2> >(grep -v 'warnings generated' >&2)
echo "C++: ${#sources[@]} files formatted, ${#units[@]} files checked by clang-tidy"
