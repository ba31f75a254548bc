# SPDX-License-Identifier: MIT
# What the scripts that make packages and images have in common: folders that hold a whole Debian, made by
# mmdebstrap from the mirrors that this machine's own apt uses, and kept in a cache for a week. It is read
# with `.` by other scripts, which set `me` to their own name and `source` to the project. Everything runs
# as root, because the files in such a folder belong to root.

# shellcheck source=kiosk/packages.sh
. "${source:?}/kiosk/packages.sh"
: "${me:?}"

# What is made twice from one commit and the same packages is equal: it bears the date of its commit, and nothing in it
# depends on the time zone, the language or the umask of whoever makes it. No commit has a fixed date, and so has a folder
# in the cache, which serves many commits.
no_date=1767225600 # 2026-01-01
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -c safe.directory='*' -C "$source" log -1 --format=%ct 2>/dev/null || echo $no_date)}
export SOURCE_DATE_EPOCH LC_ALL=C TZ=UTC
umask 022

say() {
    echo "$me: $*" >&2
}

fail() {
    say "$@"
    exit 3
}

# date_all DIR: everything in it is as old as the commit.
date_all() {
    find "$1" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
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

# list_packages ROOT: name, version and SHA-256 of the archive, as its signed index says, of all that is installed.
list_packages() {
    # shellcheck disable=SC2016
    chroot "$1" sh -c 'apt-cache show --no-all-versions $(dpkg-query -W -f "\${binary:Package}=\${Version} ")' |
        awk '$1 == "Package:" { name = $2 } $1 == "Version:" { version = $2 } $1 == "SHA256:" { print name, version, $2 }' |
        sort -u
}

# root_folder NAME SUITE ARCHITECTURES PACKAGES [OPTION...]: prints the folder; makes it unless the cache has
# one with the same packages that is younger than a week. Beside it lies NAME.packages, as list_packages has it.
root_folder() {
    name=$1 suite=$2 arches=$3 include=$4
    shift 4
    root=${cache:?}/$name
    wanted="$suite $arches $include $*"
    if [ -f "$root.packages" ] && [ -f "$root.is" ] && [ "$(cat "$root.is")" = "$wanted" ] && [ -z "$(find "$root.is" -mtime +7)" ]; then
        echo "$root"
        return
    fi
    say "making $name from Debian packages"
    # One that was broken off may still have this machine's own /dev in it.
    rm -rf --one-file-system "$root" "$root.is" || fail "$root cannot be taken away: something is mounted in it."
    mkdir -p "$cache"
    sources "$suite" >"$cache/$name.sources"
    # The kernel's initrd is our own: making Debian's would take minutes under emulation.
    SOURCE_DATE_EPOCH=$no_date INITRD=No mmdebstrap --quiet --variant=apt --mode=root \
        --skip=check/qemu --skip=cleanup/apt/lists --architectures="$arches" \
        --include="$include" --aptopt='APT::Install-Recommends "false"' \
        --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
        --dpkgopt='path-exclude=/usr/share/locale/*' "$@" "$suite" "$root" - \
        <"$cache/$name.sources" >"$cache/$name.log" 2>&1 || {
        cat "$cache/$name.log" >&2
        fail "mmdebstrap could not make $name"
    }
    list_packages "$root" >"$root.packages"
    [ "$(wc -l <"$root.packages")" -eq "$(chroot "$root" dpkg-query -W | wc -l)" ] || fail "apt does not know the hash of each package."
    rm -rf "$root"/var/lib/apt/lists/* "$root"/var/cache/apt/*.bin
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
