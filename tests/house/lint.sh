#!/bin/sh
# SPDX-License-Identifier: MIT
# The tools that read our C: clang-format, clang-tidy, cppcheck, and clang as a second compiler. Each
# is one word on the command line.
set -eu

tool=$1
root=$2
build=$3

# A linter of another version than Debian 12's lays out and finds other things, so its word does not count here.
only_version() {
    case $("$1" --version) in
    *"$2"*) ;;
    *) echo "$1 is not $2, the version that judges the project: skipped" && exit 77 ;;
    esac
}

case $tool in
format)
    only_version clang-format "version 14."
    find "$root/kiosk" "$root/tests" -name '*.[ch]' -exec clang-format --style="file:$root/.clang-format" \
        --dry-run --Werror {} +
    ;;
tidy)
    only_version clang-tidy "version 14."
    # The compiler's own commands for kiosk/ only; tests follow cmocka's habits.
    find "$root/kiosk" -name '*.c' | sort | xargs -P 2 -n 1 clang-tidy --quiet --config-file="$root/.clang-tidy" \
        --warnings-as-errors='*' -p "$build"
    ;;
cppcheck)
    only_version cppcheck "Cppcheck 2.10"
    # Library headers are not read: cppcheck would judge code that is not ours. builtin.c takes the
    # size of embedded files from two symbols that the assembler lays around them.
    cppcheck --quiet --error-exitcode=1 --inline-suppr --std=c11 -j 2 \
        --enable=warning,performance,portability --suppress=missingIncludeSystem \
        --suppress=normalCheckLevelMaxBranches "--suppress=comparePointers:*/builtin.c" -D__GNUC__ \
        -I "$root/kiosk" -I "$build/made" "$root/kiosk"
    ;;
clang)
    cmake -S "$root" -B "$build/clang" -G Ninja -DCMAKE_C_COMPILER=clang -DCMAKE_BUILD_TYPE=Release \
        -DDIT_WERROR=ON
    ninja -C "$build/clang" -j 2 dit-kiosk
    ;;
*) echo "lint.sh: no tool named $tool" >&2 && exit 2 ;;
esac
