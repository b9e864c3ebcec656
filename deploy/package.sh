#!/usr/bin/env bash
# Makes what people install: a program in one file for each kind of machine, and a package for Debian.
# usage: deploy/package.sh [--quick] FOLDER [linux-x64|linux-arm64|win-x64|osx-arm64|deb|tool]...
# --quick compiles nothing ahead of time: packages to be tried, which start slowly.
set -euo pipefail
cd "$(dirname "$0")/.."
options=()
level=6
if [ "${1:-}" = --quick ]; then
  options=(-p:PublishReadyToRun=false)
  level=0
  shift
fi
out=$(realpath -m "${1:?name the folder for the packages}")
shift
[ $# -gt 0 ] || set -- linux-x64 linux-arm64 win-x64 osx-arm64 deb tool
version=$(dotnet msbuild src/FeedApi -nologo -t:MinVer -getProperty:MinVerVersion)
# A pre-release is older than its release for dpkg only after a tilde.
debian=${version/-/\~}
mkdir -p "$out"

publish() { dotnet publish src/FeedApi -c Release --nologo -v quiet -p:DebugType=none "${options[@]}" "$@" >&2; }

# ICU and OpenSSL go into the file where this machine has them, so that the program needs nothing but the C library there.
single() {
  local kind=$1 bundled=() libraries=/usr/lib/x86_64-linux-gnu library folder
  if [ "$kind" = linux-x64 ] && library=$(ls $libraries/libicudata.so.*.* 2>/dev/null | tail -n 1) && [ -n "$library" ]; then
    bundled=("-p:IcuFolder=$libraries" "-p:IcuVersion=${library##*.so.}")
  fi
  if [ "$kind" = linux-x64 ] && [ -e $libraries/libssl.so.3 ]; then bundled+=("-p:OpenSslFolder=$libraries"); fi
  folder=$(mktemp -d)
  publish -r "$kind" -o "$folder" -p:PublishSingleFile=true "${bundled[@]}"
  if [ "$kind" = win-x64 ]; then mv "$folder/feedapi.exe" "$out/feedapi-$version-$kind.exe"; else mv "$folder/feedapi" "$out/feedapi-$version-$kind"; fi
  rm -rf "$folder"
}

deb() {
  local root architecture
  root=$(mktemp -d)
  architecture=$(dpkg --print-architecture)
  mkdir -p "$root"/{DEBIAN,usr/bin,usr/lib/feedapi,usr/share/doc/feedapi,usr/share/bash-completion/completions,etc/default,usr/lib/systemd/system}
  publish -o "$root/usr/lib/feedapi"
  rm -f "$root"/usr/lib/feedapi/*.{pdb,xml}
  ln -s ../lib/feedapi/feedapi "$root/usr/bin/feedapi"
  cp docs/*.md LICENSE CHANGELOG.md "$root/usr/share/doc/feedapi/"
  cp -r deploy/{nginx,caddy,haproxy,varnish,prometheus,grafana} "$root/usr/share/doc/feedapi/"
  cp deploy/systemd/feedapi.{service,socket} "$root/usr/lib/systemd/system/"
  cp deploy/default/feedapi "$root/etc/default/feedapi"
  "$root/usr/lib/feedapi/feedapi" completion bash > "$root/usr/share/bash-completion/completions/feedapi"
  cp deploy/debian/{postinst,prerm,postrm,conffiles} "$root/DEBIAN/"
  chmod 755 "$root"/DEBIAN/{postinst,prerm,postrm}
  sed -e "s/@VERSION@/$debian/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@SIZE@/$(du -sk "$root/usr" | cut -f1)/" \
    deploy/debian/control > "$root/DEBIAN/control"
  chmod -R u=rwX,go=rX "$root"
  dpkg-deb --root-owner-group -Zxz -z$level --build "$root" "$out/feedapi_${debian}_$architecture.deb" >&2
  rm -rf "$root"
}

for kind in "$@"; do
  case $kind in
    deb) deb;;
    tool) dotnet pack src/FeedApi -c Release --nologo -v quiet -o "$out" >&2;;
    *) single "$kind";;
  esac
done
(cd "$out" && sha256sum [Ff]eed[Aa]pi* > SHA256SUMS && cat SHA256SUMS)
