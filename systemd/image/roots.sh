# SPDX-License-Identifier: MIT
# What the scripts that make packages and images have in common: folders that hold a whole Debian, made by
# mmdebstrap from the mirrors that this machine's own apt uses, and kept in a cache for a week. It is read
# with `.` by other scripts, which set `me` to their own name and `source` to the project. Everything runs
# as root, because the files in such a folder belong to root.

# shellcheck source=kiosk/packages.sh
. "${source:?}/kiosk/packages.sh"
: "${me:?}"

say() {
    echo "$me: $*" >&2
}

fail() {
    say "$@"
    exit 3
}

# mirror LABEL: where apt gets Debian (label Debian) or its security updates (Debian-Security) from.
mirror() {
    # shellcheck disable=SC2016
    apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(REPO_URI)' 'Created-By: Packages' |
        awk -F'|' -v label="$1" '$1 == "Debian" && $2 == label { print $3; exit }'
}

# sources SUITE: the lines of a sources.list. Firmware of the Raspberry Pi is not free software.
sources() {
    debian=$(mirror Debian)
    security=$(mirror Debian-Security)
    [ -n "$debian" ] || fail "apt on this machine knows no Debian mirror; run apt-get update."
    echo "deb $debian $1 main non-free-firmware"
    [ -z "$security" ] || [ -n "${without_security:-}" ] || echo "deb $security $1-security main non-free-firmware"
}

# root_folder NAME SUITE ARCHITECTURES PACKAGES [OPTION...]: prints the folder; makes it unless the cache has
# one with the same packages that is younger than a week.
root_folder() {
    name=$1 suite=$2 arches=$3 include=$4
    shift 4
    root=${cache:?}/$name
    wanted="$suite $arches $include $*"
    if [ -f "$root.is" ] && [ "$(cat "$root.is")" = "$wanted" ] && [ -z "$(find "$root.is" -mtime +7)" ]; then
        echo "$root"
        return
    fi
    say "making $name from Debian packages"
    # One that was broken off may still have this machine's own /dev in it.
    rm -rf --one-file-system "$root" "$root.is" || fail "$root cannot be taken away: something is mounted in it."
    mkdir -p "$cache"
    sources "$suite" >"$cache/$name.sources"
    # The kernel's initrd is our own: making Debian's would take minutes under emulation.
    INITRD=No mmdebstrap --quiet --variant=apt --mode=root --skip=check/qemu --architectures="$arches" \
        --include="$include" --aptopt='APT::Install-Recommends "false"' \
        --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
        --dpkgopt='path-exclude=/usr/share/locale/*' "$@" "$suite" "$root" - \
        <"$cache/$name.sources" >"$cache/$name.log" 2>&1 || {
        cat "$cache/$name.log" >&2
        fail "mmdebstrap could not make $name"
    }
    echo "$wanted" >"$root.is"
    echo "$root"
}

# emulate ARCHITECTURE: programs of another architecture run on this machine from now on, through QEMU.
emulate() {
    [ "$1" != "$(dpkg --print-architecture)" ] || return 0
    case $1 in
    arm64) emulator=qemu-aarch64 ;;
    armhf) emulator=qemu-arm ;;
    amd64) emulator=qemu-x86_64 ;;
    *) fail "no emulator is known for $1." ;;
    esac
    need qemu-user-static
    known=/proc/sys/fs/binfmt_misc
    [ -e "$known/register" ] || mount -t binfmt_misc binfmt_misc "$known" || fail "this kernel cannot run programs of $1."
    [ -e "$known/$emulator" ] || cat "/usr/lib/binfmt.d/$emulator.conf" >"$known/register"
}
