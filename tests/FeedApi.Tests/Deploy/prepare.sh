#!/usr/bin/env bash
# Makes what the tests of packages need: the packages themselves, and two small Debian systems in which they are tried. "bare" has neither
# .NET nor ICU; "server" has what the package for Debian depends on, and what the commands of docs/operations.md use.
# usage: prepare.sh [FOLDER]   (as root; needs debootstrap)
set -euo pipefail
cd "$(dirname "$0")/../../.."
folder=${1:-/var/tmp/feedapi-trial}
mkdir -p "$folder"

. /etc/os-release
mirror=$(sed -nE 's/^(deb|URIs:) +(\[[^]]*\] +)?(https?:[^ ]+).*/\3/p' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -n 1 || true)
if [ ! -e "$folder/bare.made" ]; then
  rm -rf "$folder/bare"
  debootstrap --variant=minbase "$VERSION_CODENAME" "$folder/bare" "$mirror" >"$folder/log"
  touch "$folder/bare.made"
fi
if [ ! -e "$folder/server.made" ]; then
  rm -rf "$folder/server"
  cp -a "$folder/bare" "$folder/server"
  cp /etc/resolv.conf "$folder/server/etc/resolv.conf"
  icu=$(chroot "$folder/server" apt-cache --names-only search '^libicu[0-9]+$' | cut -d' ' -f1 | sort | tail -n 1)
  DEBIAN_FRONTEND=noninteractive chroot "$folder/server" \
    apt-get install -yqq --no-install-recommends adduser "$icu" libssl3 libstdc++6 tzdata rsync curl iproute2 >>"$folder/log" 2>&1
  touch "$folder/server.made"
fi

rm -rf "$folder/packages"
deploy/package.sh --quick "$folder/packages" linux-x64 deb tool
