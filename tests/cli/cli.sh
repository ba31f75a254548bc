#!/bin/sh
# SPDX-License-Identifier: MIT
# Exit codes and messages of the command line. Usage: cli.sh PROGRAM SOURCE
set -u
program=$1
source=$2
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failures=0

fail() {
    echo "FAILED: $*"
    failures=$((failures + 1))
}

# expect CODE WHERE WORDS ARGUMENTS...: WORDS stand in the stream WHERE (out or err); nothing is said
# in more than one line on standard error when the usage is wrong.
expect() {
    code=$1 where=$2 words=$3
    shift 3
    timeout 900 "$program" "$@" >"$scratch/out" 2>"$scratch/err" </dev/null
    got=$?
    [ "$got" -eq "$code" ] || fail "\`$*\` ended with $got, not $code: $(cat "$scratch/err")"
    [ -z "$words" ] || grep -qF -e "$words" "$scratch/$where" || fail "\`$*\` does not say \"$words\": $(cat "$scratch/$where")"
    if [ "$code" -eq 2 ] && [ "$(wc -l <"$scratch/err")" -ne 1 ]; then
        fail "\`$*\` complains in more than one line"
    fi
    if [ "$code" -eq 2 ] && [ -s "$scratch/out" ]; then
        fail "\`$*\` complains on standard output"
    fi
}

# Help and version
expect 0 out "dit-kiosk check DIR" --help
expect 0 out "dit-kiosk 1." --version
expect 0 out "--content DIR" run --help
expect 0 out "target" render --help
expect 0 out "PATH:LINE: error|warning: WHAT. WHAT TO DO." check --help
expect 0 out "import STICK --store DIR" import --help
for command in import export rollback; do
    expect 0 out "Example: dit-kiosk $command " $command --help
done
expect 0 out "export --store DIR DEST" export --help
expect 0 out "earlier content" rollback --help
expect 0 out "--store DIR" set-pin --help

# Wrong usage: one sentence and 2
expect 2 err 'no command "imports"' imports stick
expect 2 err 'no command "Check"' Check "$source/config"
expect 2 err "no option --colour" --colour
expect 2 err "no option --out" check --out x "$source/config"
expect 2 err "no option -x" run -x
expect 2 err "--window needs a value" --window
expect 2 err '"1280"' run --window 1280
expect 2 err '"1280x720x3"' run --window 1280x720x3
expect 2 err '"100x100"' run --window 100x100
expect 2 err '"99999x720"' render d --out o --size 99999x720
expect 2 err '"cards" is one word too many' run cards
expect 2 err "render needs more: dit-kiosk render DIR --out OUT" render --out o
expect 2 err "render needs more: dit-kiosk render DIR --out OUT" render "$source/config"
expect 2 err "--rotate takes 0|90|180|270" render d --out o --rotate 45
expect 2 err "--theme takes light|contrast" render d --out o --theme dark
expect 2 err "--text takes normal|larger|largest" render d --out o --text huge
expect 2 err "check takes a folder, or --device, or --explain alone" check
expect 2 err "one word too many" check a b
expect 2 err "check takes a folder, or --device, or --explain alone" check a --explain
expect 2 err "import needs more: dit-kiosk import STICK --store DIR" import --store s
expect 2 err "import needs more: dit-kiosk import STICK --store DIR" import stick
expect 2 err "export needs more: dit-kiosk export --store DIR DEST" export --store s
expect 2 err "export needs more: dit-kiosk export --store DIR DEST" export dest
expect 2 err "rollback needs more: dit-kiosk rollback --store DIR" rollback
expect 2 err "one word too many" rollback stick --store s
expect 2 err '--to takes a number, not "two"' rollback --store s --to two
expect 2 err "no option --stick" import a --stick b
expect 2 err "set-pin needs more: dit-kiosk set-pin --store DIR" set-pin
expect 2 err "--store needs a value" set-pin --store
expect 2 err '"482615" is one word too many' set-pin --store "$scratch" 482615
[ -e o ] && fail "wrong usage has written something"

# check: findings on standard output, 0 without an error and 1 with one
expect 0 err "can be shown" check "$source/config"
expect 0 out "phone" check --explain
cp -r "$source/config" "$scratch/content"
echo "<b>no</b>" >>"$scratch/content/cards/en/10-what-is-dit.txt"
expect 1 out "cards/en/10-what-is-dit.txt:" check "$scratch/content"
expect 1 out ": error: " check "$scratch/content"
expect 1 out "" check "$scratch/no-such-folder"
echo "rotate = 45" >"$scratch/device.ini"
expect 1 out "$scratch/device.ini:1: error: " check --device "$scratch/device.ini"
expect 1 out "$scratch/missing.ini" check --device "$scratch/missing.ini"

# render: every screen, in the patient's order; the content's errors are 1 and change nothing
expect 0 err "" render "$source/config" --out "$scratch/pictures" --size 800x480 --dump
for name in topics refer urgent-help still-reading card-010-what-is-dit; do
    [ -s "$scratch/pictures/$name.png" ] || fail "render made no $name.png"
    [ -s "$scratch/pictures/$name.txt" ] || fail "render --dump made no $name.txt"
done
expect 3 err "" render "$source/config" --out /proc/no/such/place

# import, export, rollback: what is current changes whole or not at all
stick=$scratch/stick store=$scratch/store
shows() {
    grep -qF "$1" "$store/current/cards/en/10-what-is-dit.txt" || fail "the store does not show \"$1\""
}
mkdir "$stick"
expect 1 out "error: There is no folder named kiosk on the stick." import "$stick" --store "$store"
expect 0 err "was written" export --store "$store" "$stick/kiosk"
[ -d "$stick/kiosk/images" ] || fail "the export has no folder for pictures"
expect 1 out "already" export --store "$store" "$stick/kiosk"
(umask 077 && "$program" import "$stick" --store "$store" 2>"$scratch/err") || fail "the export cannot be imported"
[ -z "$(find "$store" -type f -path '*/gen-*' ! -perm 0644 -o -type d -path '*/gen-*' ! -perm 0755)" ] || fail "the store is not open to all"
expect 0 err "nothing to do" import --store "$store" "$stick"
expect 0 err "earlier content" rollback --store "$store"
[ ! -e "$store/current" ] || fail "before the first update is not what came with the program"
expect 0 err "earlier content" rollback --store "$store"
mkdir "$scratch/empty"
expect 1 out "There is no earlier content." rollback --store "$scratch/empty"
echo "Another sentence." >>"$stick/kiosk/cards/en/10-what-is-dit.txt"
expect 0 err "is in place" import "$stick" --store "$store"
shows "Another sentence."
echo "<b>no</b>" >>"$stick/kiosk/cards/en/10-what-is-dit.txt"
expect 1 out "cards/en/10-what-is-dit.txt:" import "$stick" --store "$store"
shows "Another sentence."
expect 0 err "earlier content" rollback --store "$store"
grep -q "Another sentence" "$store/current/cards/en/10-what-is-dit.txt" && fail "the rollback shows the later content"
expect 0 err "" rollback --store "$store"
shows "Another sentence."
expect 2 err "There is no earlier content 99. Kept are: 1" rollback --store "$store" --to 99
grep -q ", 0 (what came with the program)\.$" "$scratch/err" || fail "what came with the program is not listed"
expect 0 err "earlier content" rollback --store "$store" --to 1
grep -q "Another sentence" "$store/current/cards/en/10-what-is-dit.txt" && fail "--to shows other content"
expect 0 err "earlier content" rollback --store "$store" --to 2
shows "Another sentence."

# The page for editing lies beside a copy, where it is installed: a newer one in the place of an older one alone
mkdir -p "$scratch/installed/desk"
cp "$program" "$scratch/installed/dit-kiosk"
page="Edit the cards.html"
head -c 200 "$source/assets/desk/page.html" >"$scratch/installed/desk/$page"
mkdir "$scratch/office"
for copy in one two; do
    "$scratch/installed/dit-kiosk" export --store "$store" "$scratch/office/$copy/" 2>"$scratch/err" || fail "no export: $(cat "$scratch/err")"
    grep -q ">kiosk.ini" "$scratch/office/$page" || fail "no page with the words of the copy beside it"
    head -c 200 "$source/assets/desk/page.html" >"$scratch/office/$page" # of an older copy
done
echo "My own notes." >"$scratch/office/$page"
"$scratch/installed/dit-kiosk" export --store "$store" "$scratch/office/four" 2>"$scratch/err" || fail "no export beside notes"
grep -q "My own notes." "$scratch/office/$page" || fail "somebody's file is overwritten by the page"
grep -q "$page is not put beside it" "$scratch/err" || fail "it is not said that there is no page"

# Two copies of it come back: what each of them alone has changed stands beside what the other has
for who in ann ben; do
    mkdir "$scratch/$who"
    expect 0 err "was written" export --store "$store" "$scratch/$who/kiosk"
    echo "Words of $who." >>"$scratch/$who/kiosk/cards/en/10-what-is-dit.txt"
    echo "More of $who." >>"$scratch/$who/kiosk/cards/en/20-the-ideas.txt"
done
cp "$store/current/cards/en/20-the-ideas.txt" "$scratch/ben/kiosk/cards/en"
expect 0 err "is in place" import "$scratch/ann" --store "$store"
expect 0 out "cards/en/10-what-is-dit.txt:1: warning: This was changed on this screen too" import "$scratch/ben" --store "$store"
shows "Words of ann."
expect 2 err "--keep takes screen|stick" import "$scratch/ben" --store "$store" --keep both
expect 0 err "is in place" import "$scratch/ben" --store "$store" --keep stick
shows "Words of ben."
grep -q "More of ann." "$store/current/cards/en/20-the-ideas.txt" || fail "a change of the screen's was lost"
expect 3 err "The stick cannot be read." import "$scratch/no-such-stick" --store "$store"
expect 3 err "The store cannot be opened" import "$stick" --store /proc/no/such/place
expect 3 err "cannot be put in place" rollback --store "$scratch/no-such-store"
[ -e "$scratch/no-such-store" ] && fail "rollback has made a store"
expect 3 err "cannot be written" export --store "$store" /proc/no/such/place
expect 3 err "There is no store $scratch/no-such-store" export --store "$scratch/no-such-store" "$scratch/nothing"
[ -e "$scratch/nothing" ] && fail "an export of no store has written something"
expect 1 out "There is no file $scratch/no.ini. Check the name." check --device "$scratch/no.ini"
expect 1 out "For device.ini use check --device." check "$source/config/device.ini"
# set-pin: the PIN as a line of standard input; it is never said, and a refused one changes nothing
set_pin() {
    code=$1 words=$2 line=$3
    printf "$line" | "$program" set-pin --store "$scratch/pins" >"$scratch/out" 2>"$scratch/err"
    got=$?
    [ "$got" -eq "$code" ] || fail "set-pin ended with $got, not $code: $(cat "$scratch/err")"
    grep -qF -e "$words" "$scratch/err" || fail "set-pin does not say \"$words\": $(cat "$scratch/err")"
    [ ! -s "$scratch/out" ] || fail "set-pin writes to standard output"
    [ -z "$line" ] || ! grep -qF -e "${line%%[!0-9]*}" "$scratch/err" || fail "set-pin says the PIN"
}
set_pin 3 "store" '730184\n'
mkdir "$scratch/pins"
set_pin 1 "No PIN was given" ''
set_pin 1 "6 to 12 digits" '73018\n'
set_pin 1 "6 to 12 digits" '7301847301847\n'
set_pin 1 "6 to 12 digits" '730184\000\n'
set_pin 1 "easily guessed" '123456\n'
[ -z "$(ls -A "$scratch/pins")" ] || fail "a refused PIN left something in the store"
set_pin 0 "is set" '730184\n'
grep -q '^\$y\$' "$scratch/pins/pin" || fail "set-pin kept no yescrypt hash"
cp "$scratch/pins/pin" "$scratch/pin"
set_pin 1 "easily guessed" '999999\n'
cmp -s "$scratch/pins/pin" "$scratch/pin" || fail "a refused PIN changed the old one"
set_pin 0 "is set" '730184\r\n482615\r\n'
set_pin 0 "is set" '730184'
"$program" set-pin --store "$scratch/pins" <&- >/dev/null 2>&1
[ $? -eq 3 ] || fail "set-pin without a standard input does not end with 3"

# run.sh: a tree with a program that is built already, on a machine without a display
mkdir -p "$scratch/tree/kiosk" "$scratch/tree/build" "$scratch/bin"
cp "$source/kiosk/run.sh" "$source/kiosk/packages.sh" "$scratch/tree/kiosk"
ln -s "$program" "$scratch/tree/build/dit-kiosk"
for tool in cmake ninja dpkg-query; do
    printf '#!/bin/sh\necho install ok installed\n' >"$scratch/bin/$tool"
    chmod +x "$scratch/bin/$tool"
done
run_sh() {
    (cd "$scratch" && env -u DISPLAY -u WAYLAND_DISPLAY SDL_VIDEODRIVER=no-such-display PATH="$scratch/bin:$PATH" \
        sh tree/kiosk/run.sh "$@" >out 2>err)
}
run_sh --help || fail "run.sh --help ended with $?"
grep -q "becomes a PNG" "$scratch/out" || fail "run.sh --help does not say what it does"
[ ! -e "$scratch/tree/build/build.log" ] || fail "run.sh --help has built something"
run_sh --no-such-option
[ $? -eq 2 ] || fail "a wrong option of run.sh does not reach the program: $(cat "$scratch/err")"
sed 's/^# .*/# Arrived/' "$source/config/cards/en/10-what-is-dit.txt" >"$stick/kiosk/cards/en/10-what-is-dit.txt"
run_sh --window 800x480 --content stick/kiosk || fail "run.sh ended with $?: $(cat "$scratch/err")"
grep -q '^text.*"Arrived"' "$scratch/tree/build/screens/card-010-what-is-dit.txt" || fail "run.sh drew other content"
grep -q '^scene 0 0 800 480 ' "$scratch/tree/build/screens/topics.txt" || fail "run.sh drew another size"

if [ "$failures" -gt 0 ]; then
    echo "$failures failed"
    exit 1
fi
echo "The command line answers as it should."
