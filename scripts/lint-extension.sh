#!/usr/bin/env bash
# Mozilla's linter over the built Firefox package. Apart from the workspace, with a lockfile of its own: releases of it from 9.8 on
# need versions of addons-scanner-utils that the registry lacks.
set -euo pipefail
cd "$(dirname "$0")/lint-extension"
[[ -e node_modules/.package-lock.json ]] || npm ci --silent --no-audit --no-fund --ignore-scripts
node_modules/.bin/addons-linter --boring ../../build/extension/firefox
