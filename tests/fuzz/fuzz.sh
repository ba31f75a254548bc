#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds the fuzz targets with clang and runs them; ctest calls it, and it can be called by hand. Everything
# it writes lies in the build folder. A run counts only when libFuzzer says how many inputs it tried and that
# it saw the kiosk's own code: a program that does nothing has found nothing.
#   fuzz.sh build ROOT BUILD
#   fuzz.sh run ROOT BUILD TARGET SECONDS DICT SEEDS...   DICT may be ""; DIT_FUZZ_SECONDS outdoes SECONDS, and
#                                                         such a run goes on from where the last one ended
#   fuzz.sh keep ROOT BUILD TARGET SEEDS...               what the runs found, minimised, becomes corpus/TARGET
#   fuzz.sh self_test ROOT BUILD                          proves that each kind of fault is found
set -eu

task=$1
root=$2
build=$3
shift 3
here=$root/tests/fuzz

# Not strict_string_checks: md4c asks strcspn about texts that end in a line end and not in a zero.
export ASAN_OPTIONS="detect_leaks=1:allocator_may_return_null=0"
export UBSAN_OPTIONS="print_stacktrace=1"

fail() {
    echo "fuzz.sh: $*" >&2
    exit 1
}

build() {
    command -v clang >/dev/null || fail "there is no clang; install clang and libclang-rt-dev"
    cmake -S "$root" -B "$build" -G Ninja -DCMAKE_C_COMPILER=clang -DCMAKE_BUILD_TYPE=Debug \
        -DDIT_SANITIZE=ON -DDIT_FUZZ=ON -DDIT_WERROR=ON
    ninja -C "$build" -j 2 fuzz_all
    for layer in "$build"/kiosk/libdit_*.a; do
        is_watched "$layer" || fail "libFuzzer would not see which way the code of $layer takes"
    done
}

is_watched() {
    nm "$1" 2>/dev/null | grep -q ' U __sanitizer_cov_'
}

# What libFuzzer says of a run is in the log $1.
judge() {
    grep -q '^INFO: Loaded .* inline 8-bit counters' "$1" || fail "nothing was watched"
    runs=$(sed -n 's/^Done \([0-9]*\) runs in .*/\1/p' "$1" | tail -n 1)
    [ "${runs:-0}" -gt 1 ] || fail "nothing was run"
    grep 'DONE  ' "$1"
}

show_crash() {
    for found in "$build/found/$1"-*; do
        [ -f "$found" ] || continue
        echo "fuzz.sh: to see it again: $build/fuzz_$1 $found"
        [ "$(wc -c <"$found")" -gt 4096 ] || base64 "$found"
    done
}

# A list of folders and files becomes one folder: libFuzzer takes no mixture.
gather() {
    seeds=$build/seeds/$target
    rm -rf "$seeds"
    mkdir -p "$seeds"
    for seed in "$@"; do
        [ -e "$root/$seed" ] || fail "the seed $seed is not there"
        mkdir -p "$seeds/$(dirname "$seed")"
        cp -R "$root/$seed" "$seeds/$(dirname "$seed")"
    done
}

run() {
    target=$1
    seconds=${DIT_FUZZ_SECONDS:-$2}
    dict=$3
    shift 3
    gather "$@"
    new=$build/corpus/$target
    if [ -z "${DIT_FUZZ_SECONDS:-}" ]; then
        new=$build/short/$target
        rm -rf "$new" # reading what many runs have found would take longer than a short one has
    fi
    mkdir -p "$new" "$build/found"
    kept=$here/corpus/$target
    [ -d "$kept" ] || kept= # a new target has none
    rm -f "$build/found/$target"-*
    log=$build/$target.log
    if ! timeout -k 10 $((seconds + 120)) "$build/fuzz_$target" -max_total_time="$seconds" -timeout=20 \
        -rss_limit_mb=2048 -max_len=1024 -print_final_stats=1 ${dict:+-dict="$here/$dict.dict"} \
        -artifact_prefix="$build/found/$target-" \
        "$new" ${kept:+"$kept"} "$seeds" >"$log" 2>&1; then
        sed -n '/ERROR\|does not hold\|runtime error/,$p' "$log" | grep -v '^#' | head -n 60
        show_crash "$target"
        fail "$target has a fault"
    fi
    judge "$log"
}

# The least files that take every way that any input takes, and none for what the seeds take already; of more
# than 64 the large ones go, because a folder that nobody can look through is no help to anybody.
keep() {
    target=$1
    shift
    gather "$@"
    kept=$build/kept/$target
    rm -rf "$kept"
    mkdir -p "$kept" "$build/corpus/$target" "$here/corpus/$target"
    cp -R "$seeds" "$kept/seeds"
    "$build/fuzz_$target" -merge=1 -set_cover_merge=1 -use_counters=0 -max_len=256 "$kept" "$here/corpus/$target" \
        "$build/corpus/$target" >"$build/$target.log" 2>&1 || fail "see $build/$target.log"
    rm -rf "$kept/seeds" "$here/corpus/$target"
    (cd "$kept" && ls -S | head -n -64 | xargs -r rm)
    mv "$kept" "$here/corpus/$target"
    echo "$(ls "$here/corpus/$target" | wc -l) files, $(cat "$here/corpus/$target"/* | wc -c) bytes"
}

# Runs the wrong target with one of its faults, and demands that it ends badly and says these words.
expect_fault() {
    if DIT_PLANTED=$1 "$build/fuzz_planted" -timeout=2 -malloc_limit_mb=512 -artifact_prefix="$build/found/planted-" \
        "$build/planted.input" >"$build/planted.log" 2>&1; then
        fail "the planted fault “$1” was let through"
    fi
    grep -q "$2" "$build/planted.log" || { cat "$build/planted.log"; fail "“$1” is not found as “$2”"; }
    echo "“$1” is found: $2"
}

self_test() {
    mkdir -p "$build/found"
    echo "an input" >"$build/planted.input"
    "$build/fuzz_planted" "$build/planted.input" >/dev/null 2>&1 || fail "the planted target fails without a fault"
    while read -r letter words; do
        expect_fault "$letter" "$words"
    done <<'END'
a heap-buffer-overflow
b use-after-poison
c use-after-poison
d signed integer overflow
e LeakSanitizer
f timeout
g out-of-memory
h does not hold
i does not hold: text && text\[0\]
j does not hold: strchr
k does not hold: c != UTF8_BAD
l does not hold: c != UTF8_BAD
m does not hold: finding->line
n does not hold: findings->error_count >= errors
o does not hold: !utf8_is_blank(card->title)
p does not hold: !fuzz_is_blank
q does not hold: at == block->text.size
END
    if (run planted 60 "") >"$build/planted.out" 2>&1 || ! grep -q 'does not hold: zero == 1' "$build/planted.out"; then
        fail "a minute of fuzzing did not find what is hidden behind six bytes"
    fi
    echo "what is hidden is found: $(tail -n 1 "$build/planted.out")"
    if (run nothing 1 "") >/dev/null 2>&1; then
        fail "a target that is not there counts as run"
    fi
    echo "Done 5 runs in 1 second(s)" >"$build/planted.log"
    if (judge "$build/planted.log") 2>/dev/null; then
        fail "a program that watches nothing counts as a fuzzer"
    fi
    echo "INFO: Loaded 1 modules   (9999 inline 8-bit counters): 9999" >"$build/planted.log"
    if (judge "$build/planted.log") 2>/dev/null; then
        fail "a run of nothing counts as a run"
    fi
    echo 'int f(void); int f(void) { return 0; }' | clang -c -o "$build/planted.o" -x c -
    if is_watched "$build/planted.o"; then
        fail "code that was built without libFuzzer counts as watched"
    fi
    rm -f "$build/found/planted-"*
}

case $task in
build | run | keep | self_test) "$task" "$@" ;;
*) fail "there is no task “$task”" ;;
esac
