#!/usr/bin/env bash
# The job's tests: rows without Spark, then a standalone cluster on this machine that loses a worker (cluster_test.py).
# Installs the pinned pyspark into build/archive/venv. Arguments go to cluster_test.py.
set -euo pipefail
cd "$(dirname "$0")/../.."
environment=build/archive/venv
wanted=demo/archive/requirements.txt
if ! cmp -s "$wanted" "$environment/installed.txt"; then
  echo "Installing $(grep -v '^#' "$wanted" | xargs) from PyPI into $environment"
  rm -rf "$environment"
  mkdir -p build/archive
  python3 -m venv "$environment"
  "$environment/bin/pip" install --quiet --disable-pip-version-check -r "$wanted"
  cp "$wanted" "$environment/installed.txt"
fi
python="$PWD/$environment/bin/python3"
export PYTHONDONTWRITEBYTECODE=1
"$python" demo/archive/newsgloss_rows_test.py
"$python" demo/archive/cluster_test.py "$@"
