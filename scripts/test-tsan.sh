#!/usr/bin/env bash
# The command's threads under the thread sanitiser: the tests in which several read, annotate and write at once. The others
# ([cli]) take ten times as long here and have one thread.
set -euo pipefail
cd "$(dirname "$0")/../build/tsan"
tests=("annotate: threads do not change a byte" "annotate: a bad line*" "annotate: a line in is a line out*"
  "annotate: an interrupt leaves*" "annotate: a reader that goes away*" "annotate: --skip*" "annotate: compressed*")
# A race ends the command with status 66, which no test expects.
TSAN_OPTIONS=halt_on_error=1:exitcode=66 native-tests/newsgloss_tests "$(IFS=,; echo "${tests[*]}")"
