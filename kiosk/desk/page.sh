#!/bin/sh
# SPDX-License-Identifier: MIT
# Puts the page for staff together: one HTML file with styles, script, the checks, words, drawings and fonts in it.
# What is no text is packed and written as base64; the page unpacks it. Only the script with the hash that stands in
# the page's own policy may run in it, so words of a card never can.
# Usage: page.sh ASSETS WASM OUT
set -eu
assets=$1 wasm=$2 out=$3
kiosk=$(cd "$(dirname "$0")/.." && pwd)
new=$out.new
script=$(mktemp)
trap 'rm -f "$script" "$new"' EXIT

# Data blocks: a browser does not read these as anything.
text() {
    printf '<script type="text/plain" id="%s">' "$1"
    sed 's/</\&lt;/g' "$2"
    printf '</script>\n'
}

packed() {
    printf '<script type="text/plain" id="%s">' "$1"
    gzip -9nc "$2" | base64 -w 0
    printf '</script>\n'
}

sum() {
    sha256sum "$1" | cut -c1-64 | tr a-f A-F | basenc --base16 -d | base64
}

{
    printf '"use strict";\n(() => {\n'
    find "$assets/desk/script" -name '*.js' ! -name main.js | LC_ALL=C sort | while read -r file; do
        cat "$file"
    done
    cat "$assets/desk/script/main.js"
    printf '})();\n'
} >"$script"

{
    sed "s|@SCRIPT@|$(sum "$script")|; s|@STYLE@|$(sum "$assets/desk/page.css")|; /@BODY@/,\$d" "$assets/desk/page.html"
    for file in "$assets"/words/*.ini; do
        text "words/${file##*/}" "$file"
    done
    text staff.ini "$assets/staff.ini"
    text drawings/drawings.ini "$assets/drawings/drawings.ini"
    text fonts.ini "$assets/fonts/fonts.ini"
    # The second colour of each is that of the contrast theme; the program's own table says it.
    printf '<script type="text/plain" id="drawing-colours">'
    sed -n 's/.*{0xFF\(......\), 0xFF\(......\)}.*/#\1 #\2/p' "$kiosk/platform/draw/drawing.c"
    printf '</script>\n'
    for file in "$assets"/drawings/*.svg; do
        text "drawings/${file##*/}" "$file"
    done
    packed kiosk.wasm "$wasm"
    for file in "$assets"/fonts/*.ttf; do
        packed "fonts/${file##*/}" "$file"
    done
    printf '<style>'
    cat "$assets/desk/page.css"
    printf '</style>\n'
    sed '1,/@BODY@/d; /@SCRIPT_HERE@/,$d' "$assets/desk/page.html"
    printf '<script>'
    cat "$script"
    printf '</script>\n</body>\n</html>\n'
} >"$new"
mv "$new" "$out"
