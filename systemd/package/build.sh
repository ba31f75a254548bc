#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes the Debian package for a release of Debian and an architecture, whatever this machine is: the source
# is compiled in a folder that holds that release, with a cross compiler where the architecture is
# another. Libraries change their names between releases, so Debian 12 and 13 have a package each.
# Usage: build.sh --suite bookworm|trixie --arch amd64|arm64|armhf --out DIR [--cache DIR] [--version V]
set -eu
# shellcheck disable=SC2034  # roots.sh says it
me=systemd/package/build.sh
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
# shellcheck source=systemd/image/roots.sh
. "$here/../image/roots.sh"

suite=trixie arch=$(dpkg --print-architecture) out="" cache=${DIT_CACHE:-$source/build-image} version=""
while [ $# -gt 0 ]; do
    case $1 in
    --suite) suite=$2 ;;
    --arch) arch=$2 ;;
    --out) out=$2 ;;
    --cache) cache=$2 ;;
    --version) version=$2 ;;
    *) say "there is no option $1" && exit 2 ;;
    esac
    shift 2
done
[ -n "$out" ] || { say "--out and the folder for the package are needed" && exit 2; }
[ "$(id -u)" -eq 0 ] || fail "this needs root."
need mmdebstrap
host=$(dpkg --print-architecture)
mkdir -p "$out" "$cache"
out=$(cd "$out" && pwd)
cache=$(cd "$cache" && pwd)

tools=$(echo "$build_tools $page_tools dpkg-dev file binutils" | tr ' ' ,)
for library in $build_libraries; do
    tools="$tools,$library:$arch"
done
arches=$host
toolchain=""
if [ "$arch" != "$host" ]; then
    arches=$host,$arch
    case $arch in
    amd64) triplet=x86_64-linux-gnu ;;
    arm64) triplet=aarch64-linux-gnu ;;
    armhf)
        triplet=arm-linux-gnueabihf
        # On some days the security index of armhf does not match its signature. What is compiled against is
        # only headers and names of libraries, so this root does without.
        # shellcheck disable=SC2034
        without_security=yes
        ;;
    *) fail "no cross compiler is known for $arch." ;;
    esac
    tools="$tools,gcc-$(echo "$triplet" | tr _ -),libc6-dev:$arch"
    toolchain="-DCMAKE_SYSTEM_NAME=Linux -DCMAKE_C_COMPILER=$triplet-gcc -DCMAKE_STRIP=/usr/bin/$triplet-strip \
        -DPKG_CONFIG_EXECUTABLE=/usr/bin/$triplet-pkg-config -DCPACK_DEBIAN_PACKAGE_ARCHITECTURE=$arch \
        -DCPACK_OBJDUMP_EXECUTABLE=/usr/bin/$triplet-objdump -DCPACK_READELF_EXECUTABLE=/usr/bin/$triplet-readelf"
    [ "$suite" = bookworm ] && tools="$tools,pkgconf:$arch"
fi

root=$(root_folder "build-$suite-$arch" "$suite" "$arches" "$tools")
work=$root/src
rm -rf "$work" "$root/build"
mkdir -p "$work" "$root/build"
(cd "$source" && tar -c --exclude='./build*' --exclude=./.git --exclude=./_out .) | tar -x -C "$work"
say "compiling for $suite on $arch"
# shellcheck disable=SC2086
chroot "$root" sh -euc "
    cmake -S /src -B /build -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF ${version:+-DDIT_PACKAGE_VERSION=$version} $toolchain
    ninja -C /build -j 2 package" >"$cache/package-$suite-$arch.log" 2>&1 || {
    tail -n 40 "$cache/package-$suite-$arch.log" >&2
    fail "the package could not be made."
}
cp "$root"/build/*.deb "$out/"
ls "$out"/dit-kiosk_*_"$arch".deb
