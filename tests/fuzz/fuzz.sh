#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds the fuzz targets with clang and runs them; ctest calls it, and it can be called by hand. Everything
# it writes lies in DIT_FUZZ_BUILD, or build-tests/fuzz. A run counts only when libFuzzer says how many inputs it
# tried and that it saw the kiosk's own code: a program that does nothing has found nothing.
#   fuzz.sh build
#   fuzz.sh run TARGET [SECONDS]    DIT_FUZZ_SECONDS outdoes SECONDS, and such a run goes on from where the last ended
#   fuzz.sh keep TARGET FILE...     adds inputs to corpus/TARGET.tar.xz
#   fuzz.sh merge TARGET            what the runs found, minimised, becomes corpus/TARGET.tar.xz
#   fuzz.sh self_test               proves that a hidden fault is found
set -eu

task=$1
shift
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=${DIT_FUZZ_BUILD:-$root/build-tests/fuzz}

export ASAN_OPTIONS="detect_leaks=1:strict_string_checks=1:allocator_may_return_null=0"
export UBSAN_OPTIONS="print_stacktrace=1"

fail() {
    echo "fuzz.sh: $*" >&2
    exit 1
}

# The words that a target's format is made of (<dict>.dict), and what the project ships for it to begin with;
# seeds.tsv has more.
describe() {
    cards="config/cards tests/content/languages/cards" settings="config/kiosk.ini config/device.ini tests/content/languages/kiosk.ini"
    dict=$1 shipped=
    case $1 in
    card | layout | screen) dict=card shipped=$cards ;;
    growth) dict=card ;;
    encoding) dict='' shipped="$cards $settings assets/words" ;;
    ini) shipped="$settings assets/words" ;;
    picture) shipped="tests/content/pictures/images assets/icons" ;;
    planted) dict='' ;;
    esac
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

# One folder of seeds, because libFuzzer takes no mixture of folders and files, and one of what is kept.
gather() {
    target=$1
    describe "$target"
    seeds=$build/seeds/$target kept=$build/kept/$target
    rm -rf "$seeds" "$kept"
    mkdir -p "$seeds" "$kept" "$build/found" "$build/corpus/$target"
    for path in $shipped; do
        [ -e "$root/$path" ] || fail "the seed $path is not there"
        mkdir -p "$seeds/$(dirname "$path")"
        cp -R "$root/$path" "$seeds/$path"
    done
    tab=$(printf '\t')
    while IFS=$tab read -r owner name bytes; do
        [ "$owner" != "$target" ] || printf '%b' "$bytes" >"$seeds/$name"
    done <"$here/seeds.tsv"
    [ ! -f "$here/corpus/$target.tar.xz" ] || tar -xJf "$here/corpus/$target.tar.xz" -C "$kept"
}

# The same files become the same archive, whoever packs it and when.
pack() {
    tar --format=ustar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 --mode=u=rwX,go=rX \
        -C "$1" -cJf "$here/corpus/$target.tar.xz" .
    echo "corpus/$target.tar.xz: $(find "$1" -type f | wc -l) inputs"
}

run() {
    gather "$1"
    seconds=${DIT_FUZZ_SECONDS:-${2:-60}}
    new=$build/corpus/$target
    if [ -z "${DIT_FUZZ_SECONDS:-}" ]; then
        new=$build/short/$target
        rm -rf "$new" # reading what many runs have found would take longer than a short one has
        mkdir -p "$new"
    fi
    rm -f "$build/found/$target"-*
    log=$build/$target.log
    # What takes two minutes hangs, on a machine that does six other things too.
    if ! timeout -k 10 $((seconds + 900)) "$build/fuzz_$target" -max_total_time="$seconds" -timeout=120 \
        -rss_limit_mb=2048 -max_len=1024 -print_final_stats=1 ${dict:+-dict="$here/$dict.dict"} \
        -artifact_prefix="$build/found/$target-" "$new" "$kept" "$seeds" >"$log" 2>&1; then
        sed -n '/ERROR\|does not hold\|runtime error/,$p' "$log" | grep -v '^#' | head -n 60
        show_crash "$target"
        fail "$target has a fault"
    fi
    judge "$log"
}

keep() {
    gather "$1"
    shift
    for input in "$@"; do
        cp "$input" "$kept/$(sha1sum <"$input" | cut -c 1-40)"
    done
    pack "$kept"
}

# The least files that take every way that any input takes, and none for what the seeds take already; of more
# than 64 the large ones go, because a folder that nobody can look through is no help to anybody.
merge() {
    gather "$1"
    least=$build/least/$target
    rm -rf "$least"
    mkdir -p "$least"
    cp -R "$seeds" "$least/seeds"
    "$build/fuzz_$target" -merge=1 -set_cover_merge=1 -use_counters=0 -max_len=256 "$least" "$kept" \
        "$build/corpus/$target" >"$build/$target.log" 2>&1 || fail "see $build/$target.log"
    rm -rf "$least/seeds"
    (cd "$least" && ls -S | head -n -64 | xargs -r rm)
    pack "$least"
}

# What is hidden behind six bytes is found only where the fuzzer sees the way of the program and the sanitizer the arena.
self_test() {
    if (run planted 300) >"$build/planted.out" 2>&1 || ! grep -q 'use-after-poison' "$build/planted.out"; then
        fail "five minutes of fuzzing did not find the fault of fuzz_planted.c"
    fi
    rm -f "$build/found/planted-"*
}

case $task in
build | run | keep | merge | self_test) "$task" "$@" ;;
*) fail "there is no task “$task”" ;;
esac
