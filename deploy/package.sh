#!/usr/bin/env bash
# Makes what people install: a program in one file for each kind of machine, and a package for Debian.
# usage: deploy/package.sh FOLDER [linux-x64|linux-arm64|win-x64|osx-arm64|deb]...
set -euo pipefail
cd "$(dirname "$0")/.."
out=$(realpath -m "${1:?name the folder for the packages}")
shift
[ $# -gt 0 ] || set -- linux-x64 linux-arm64 win-x64 osx-arm64 deb
version=$(sed -nE 's|.*<Version>(.*)</Version>.*|\1|p' Directory.Build.props)
mkdir -p "$out"

publish() { dotnet publish src/FeedApi -c Release --nologo -v quiet "$@" >&2; }

# ICU goes into the file where this machine has it, so that the program needs nothing but the C library there.
single() {
  local kind=$1 icu=() library folder
  if [ "$kind" = linux-x64 ] && library=$(ls /usr/lib/x86_64-linux-gnu/libicudata.so.*.* 2>/dev/null | tail -n 1) && [ -n "$library" ]; then
    icu=("-p:IcuFolder=$(dirname "$library")" "-p:IcuVersion=${library##*.so.}")
  fi
  folder=$(mktemp -d)
  publish -r "$kind" -o "$folder" -p:PublishSingleFile=true -p:PublishReadyToRunComposite=false -p:DebugType=none "${icu[@]}"
  if [ "$kind" = win-x64 ]; then mv "$folder/feedapi.exe" "$out/feedapi-$version-$kind.exe"; else mv "$folder/feedapi" "$out/feedapi-$version-$kind"; fi
  rm -rf "$folder"
}

deb() {
  local root architecture
  root=$(mktemp -d)
  architecture=$(dpkg --print-architecture)
  mkdir -p "$root"/{DEBIAN,usr/bin,usr/lib/feedapi,usr/share/doc/feedapi,usr/share/bash-completion/completions,etc/default,lib/systemd/system}
  publish -o "$root/usr/lib/feedapi" -p:DebugType=none
  rm -f "$root"/usr/lib/feedapi/*.{pdb,xml}
  ln -s ../lib/feedapi/feedapi "$root/usr/bin/feedapi"
  cp docs/*.md LICENSE CHANGELOG.md "$root/usr/share/doc/feedapi/"
  cp -r deploy/{nginx,caddy,haproxy,varnish,prometheus,grafana} "$root/usr/share/doc/feedapi/"
  cp deploy/systemd/feedapi.service "$root/lib/systemd/system/"
  cp deploy/default/feedapi "$root/etc/default/feedapi"
  "$root/usr/lib/feedapi/feedapi" completion bash > "$root/usr/share/bash-completion/completions/feedapi"
  cp deploy/debian/{postinst,prerm,postrm,conffiles} "$root/DEBIAN/"
  chmod 755 "$root"/DEBIAN/{postinst,prerm,postrm}
  sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@SIZE@/$(du -sk "$root/usr" | cut -f1)/" \
    deploy/debian/control > "$root/DEBIAN/control"
  chmod -R u=rwX,go=rX "$root"
  dpkg-deb --root-owner-group -Zxz -z6 --build "$root" "$out/feedapi_${version}_$architecture.deb" >&2
  rm -rf "$root"
}

for kind in "$@"; do
  if [ "$kind" = deb ]; then deb; else single "$kind"; fi
done
(cd "$out" && sha256sum feedapi* > SHA256SUMS && cat SHA256SUMS)
