# SPDX-License-Identifier: MIT
# What an image needs of the kernel's modules. Makes the small initrd of an image without running anything of the other architecture: a static
# busybox, our init, and the kernel's drivers for what a disk can hang on. Read with `.`, after roots.sh.

# find_missing_modules ROOT MODULE...: ends the building where one of these, or one that it leans on, was left out.
# modules.dep knows nothing of that: it was written for what is there.
find_missing_modules() {
    root=$1
    shift
    version=$(basename "$root"/usr/lib/modules/*)
    seen=" "
    while [ $# -gt 0 ]; do
        module=$1
        shift
        case $seen in *" $module "*) continue ;; esac
        seen="$seen$module "
        depends=$(chroot "$root" /sbin/modinfo -k "$version" -F depends "$module") ||
            fail "the kernel's module $module is not in the image: see board_needless in boards/."
        # shellcheck disable=SC2046
        set -- "$@" $(echo "$depends" | tr ',' ' ')
    done
}

# initrd ROOT OUT FOLDER...: folders and files below the kernel's drivers, as the board needs them.
initrd() (
    root=$1 made=$2
    shift 2
    version=$(basename "$root"/usr/lib/modules/*)
    from=$root/usr/lib/modules/$version
    tree=$(mktemp -d)
    mkdir -p "$tree"/bin "$tree"/proc "$tree"/sys "$tree"/dev "$tree"/system "$tree/lib/modules/$version"
    ln -s bin "$tree/sbin" # where the kernel itself looks for modprobe
    cp "$root/usr/bin/busybox" "$tree/bin/busybox"
    cp "${here:?}/init" "$tree/init"
    chmod 755 "$tree/init"
    to=$tree/lib/modules/$version
    cp "$from/modules.builtin" "$to/"
    # What is asked for, and what that leans on.
    sed 's/\.ko\.xz/.ko/g' "$from/modules.dep" >"$tree/all"
    for part in "$@"; do
        grep "^kernel/$part" "$tree/all" || true
    done | tr -d ':' | tr ' ' '\n' | sort -u >"$tree/wanted"
    while read -r module; do
        mkdir -p "$to/$(dirname "$module")"
        if [ -f "$from/$module" ]; then
            cp "$from/$module" "$to/$module"
        elif [ -f "$from/$module.xz" ]; then
            xz -dc "$from/$module.xz" >"$to/$module"
        fi
    done <"$tree/wanted"
    # modprobe reads these lists from their beginning each time: only what can be found in here stays in them.
    sed 's/$/:/' "$tree/wanted" | grep -F -f - "$tree/all" | grep -v '^#' >"$to/modules.dep"
    sed 's|.*/||; s/\.ko$//; s/-/_/g' "$tree/wanted" >"$tree/names"
    for list in alias softdep; do
        awk -v at="$([ $list = alias ] && echo 3 || echo 2)" 'NR == FNR { is[$1] = 1; next } $at in is' "$tree/names" \
            "$from/modules.$list" >"$to/modules.$list"
    done
    rm "$tree/all" "$tree/wanted" "$tree/names"
    date_all "$tree"
    (cd "$tree" && find . | sort | cpio --quiet --reproducible -o -H newc -R 0:0) | gzip -9n >"$made"
    rm -rf "$tree"
)
