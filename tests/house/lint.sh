#!/bin/sh
# SPDX-License-Identifier: MIT
# The tools that read our C: clang-format, clang-tidy, cppcheck, and clang as a second compiler. Each
# is one word on the command line; `self_test` feeds each of them a bad file and demands that it objects.
set -eu

tool=$1
root=$2
build=$3

sources() {
    find "$root/kiosk" "$root/tests" -name '*.[ch]' | sort
}

format_files() {
    clang-format --style="file:$root/.clang-format" --dry-run --Werror "$@"
}

cppcheck_with() {
    # Library headers are not read: cppcheck would judge code that is not ours. builtin.c takes the
    # size of embedded files from two symbols that the assembler lays around them.
    cppcheck --quiet --error-exitcode=1 --inline-suppr --std=c11 -j 2 \
        --enable=warning,performance,portability --suppress=missingIncludeSystem \
        --suppress=normalCheckLevelMaxBranches "--suppress=comparePointers:*/builtin.c" -D__GNUC__ "$@"
}

# A linter of another version than Debian 12's lays out and finds other things, so its word does not count here.
only_version() {
    case $("$1" --version) in
    *"$2"*) ;;
    *) echo "$1 is not $2, the version that judges the project: skipped" && exit 77 ;;
    esac
}

expect_objection() {
    name=$1
    shift
    if "$@" >/dev/null 2>&1; then
        echo "$name is blind: it accepts a bad sample"
        exit 1
    fi
    echo "$name objects to a bad sample"
}

self_test() {
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    printf 'int  f( int a ){return a;}\n' >"$folder/format.c"
    expect_objection clang-format format_files "$folder/format.c"
    printf 'int f(void);\nint f(void)\n{\n    int a[2] = {0, 0};\n    return a[2];\n}\n' >"$folder/bounds.c"
    expect_objection cppcheck cppcheck_with "$folder/bounds.c"
    printf 'int f(int *p);\nint f(int *p)\n{\n    if (!p)\n        return *p;\n    return 0;\n}\n' >"$folder/null.c"
    expect_objection clang-tidy clang-tidy --quiet --config-file="$root/.clang-tidy" \
        --warnings-as-errors='*' "$folder/null.c" -- -std=c17
    expect_objection clang clang -std=c17 -Wall -Wextra -Wmissing-prototypes -Werror -c \
        -o "$folder/x.o" -x c - <<'END'
int g(int unused) { return 0; }
END
}

case $tool in
format)
    only_version clang-format "version 14."
    # shellcheck disable=SC2046
    format_files $(sources)
    ;;
tidy)
    only_version clang-tidy "version 14."
    # The compiler's own commands for kiosk/ only; tests follow cmocka's habits.
    find "$root/kiosk" -name '*.c' | sort | xargs -P 2 -n 1 clang-tidy --quiet --config-file="$root/.clang-tidy" \
        --warnings-as-errors='*' -p "$build"
    ;;
cppcheck)
    only_version cppcheck "Cppcheck 2.10"
    cppcheck_with -I "$root/kiosk" "$root/kiosk"
    ;;
clang)
    cmake -S "$root" -B "$build/clang" -G Ninja -DCMAKE_C_COMPILER=clang -DCMAKE_BUILD_TYPE=Release \
        -DDIT_WERROR=ON
    ninja -C "$build/clang" -j 2 dit-kiosk
    ;;
self_test) self_test ;;
*) echo "lint.sh: no tool named $tool" >&2 && exit 2 ;;
esac
