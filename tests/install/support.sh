# For the tests of this folder; to be sourced. They get the build directory as their first argument.
set -euo pipefail
build=$(realpath "$1")
root=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../..")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

skip() { echo "skipped: $*"; exit 77; }
fail() { echo "error: $*" >&2; exit 1; }
need() { command -v "$1" >/dev/null || skip "there is no $1 here"; }
expect_file() { [[ -s $1 ]] || fail "$1 is missing or empty"; }

# pack DIRECTORY: the Debian packages of the build, into the directory.
pack() {
  need cpack
  need dpkg-shlibdeps
  mkdir -p "$1"
  SOURCE_DATE_EPOCH=1735689600 cpack --config "$build/CPackConfig.cmake" -B "$1" >"$1/log" 2>&1 ||
    { cat "$1/log" >&2; fail "cpack ended with $?"; }
}
