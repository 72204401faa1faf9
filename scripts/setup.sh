#!/usr/bin/env bash
# Installs what a target needs and this machine lacks; says what it installs; does nothing when nothing is missing.
#
#   scripts/setup.sh native wasm web browsers lint fuzz train peers archive
#
# System packages come from apt-get (as root; otherwise the exact command to run is printed and the status is 1),
# JavaScript packages from `npm ci`. Where Debian's Node.js is older than 20, the npm registry's own build of it goes
# to build/tools/node.
set -euo pipefail
cd "$(dirname "$0")/.."

wanted_node=20
packages=()

have() { command -v "$1" >/dev/null 2>&1; }
need() { # need COMMAND-OR-FILE PACKAGE…: adds the packages when the command (or the absolute path) is not there
  local what=$1
  shift
  if [[ $what == /* ]]; then [[ -e $what ]] || packages+=("$@"); else have "$what" || packages+=("$@"); fi
}
need_header() { # need_header FILE PACKAGE: a header in the compiler's default path, or in /usr/local
  [[ -e /usr/include/$1 || -e /usr/local/include/$1 ]] || packages+=("$2")
}

install_packages() {
  ((${#packages[@]})) || return 0
  local list
  mapfile -t list < <(printf '%s\n' "${packages[@]}" | sort -u)
  packages=()
  if [[ $(id -u) != 0 ]]; then
    echo "Some packages are missing. Run this, then try again:" >&2
    echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${list[*]}" >&2
    exit 1
  fi
  echo "Installing with apt-get: ${list[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${list[@]}" >/dev/null
}

node_major() { node --version 2>/dev/null | sed -E 's/^v([0-9]+).*/\1/'; }

setup_native() {
  need c++ g++
  need cmake cmake
  need ninja ninja-build
  need_header nlohmann/json.hpp nlohmann-json3-dev
  need_header zlib.h zlib1g-dev
  need_header lzma.h liblzma-dev
  need_header zstd.h libzstd-dev
  [[ -e /usr/include/catch2/catch.hpp || -e /usr/include/catch2/catch_all.hpp || -e /usr/local/include/catch2/catch_all.hpp ]] ||
    packages+=(catch2)
  install_packages
}

setup_wasm() {
  need cmake cmake
  need ninja ninja-build
  need emcc emscripten
  install_packages
}

setup_web() {
  export PATH="$PWD/build/tools/node/bin:$PATH"
  have node || packages+=(nodejs)
  have npm || packages+=(npm)
  need brotli brotli
  install_packages
  if (($(node_major) < wanted_node)); then
    local machine
    case $(uname -m) in
      x86_64) machine=x64 ;;
      aarch64) machine=arm64 ;;
      *) echo "Node.js $wanted_node or newer is needed, and there is no build of it for $(uname -m) here." >&2; exit 1 ;;
    esac
    echo "Node.js $(node --version) is too old; fetching Node.js $wanted_node from the npm registry into build/tools/node"
    npm install --silent --no-save --prefix build/tools/npm "node-linux-$machine@$wanted_node" >/dev/null
    mkdir -p build/tools
    ln -sfn "npm/node_modules/node-linux-$machine" build/tools/node
  fi
  if [[ ! -e node_modules/.package-lock.json || package-lock.json -nt node_modules/.package-lock.json ]]; then
    echo "Installing the JavaScript packages of package-lock.json (npm ci)"
    npm ci --silent --no-audit --no-fund
    touch node_modules/.package-lock.json
  fi
}

setup_browsers() {
  have chromium || have chromium-browser || packages+=(chromium)
  have firefox-esr || have firefox || packages+=(firefox-esr)
  fc-list 2>/dev/null | grep -q . || packages+=(fonts-dejavu-core)
  install_packages
}

setup_lint() {
  need clang-format clang-format
  need clang-tidy clang-tidy
  install_packages
}

setup_fuzz() {
  need clang++ clang
  local runtimes=(/usr/lib/llvm-*/lib/clang/*/lib/linux/libclang_rt.fuzzer-*.a)
  [[ -e ${runtimes[0]} ]] || packages+=("libclang-rt-$(clang_major)-dev")
  install_packages
}

# The major version of the clang that is here, or of the one that would be installed.
clang_major() {
  if have clang++; then
    clang++ -dumpversion | cut -d. -f1
  else
    apt-cache show clang 2>/dev/null | sed -nE 's/^Depends:.*clang-([0-9]+).*/\1/p' | head -n 1
  fi
}

setup_train() {
  /usr/bin/python3 -c 'import torch, numpy' 2>/dev/null || packages+=(python3-torch python3-numpy)
  /usr/bin/python3 -m pip --version >/dev/null 2>&1 || packages+=(python3-pip)
  need brotli brotli
  install_packages
}

# The systems of `make bench-peers` come from their own registries; here is what they run on.
setup_peers() {
  need java default-jre-headless
  need brotli brotli
  python3 -c 'import venv, ensurepip' 2>/dev/null || packages+=(python3-venv)
  install_packages
}

# pyspark itself comes from PyPI (demo/archive/test-cluster.sh). Spark 4 needs Java 17 or newer.
setup_archive() {
  need java default-jre-headless
  python3 -c 'import venv, ensurepip' 2>/dev/null || packages+=(python3-venv)
  install_packages
}

for part in "$@"; do
  case $part in
    native | wasm | web | browsers | lint | fuzz | train | peers | archive) "setup_$part" ;;
    *) echo "setup.sh: unknown part \"$part\" (native, wasm, web, browsers, lint, fuzz, train, peers, archive)" >&2; exit 2 ;;
  esac
done
