#!/usr/bin/env bash
# Version:   Hugo 0.111.3 (Debian 12, package hugo).
# Input:     a site in English and French with a post in each language, and a French home page in `content/index.fr.md`.
# Expected:  at most the French pages change: no file of English is an index.
# Seen:      the posts of both languages are gone, from the site and from the feeds; the build succeeds without a warning. The file
#            without its underscore makes the whole folder the bundle of one page, in each language. With `_index.fr.md` all is there.
# Who meets: who adds a language to a site, with home pages named as in a generator whose index files have no underscore.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[[ "$(hugo version 2>/dev/null)" == "hugo v0.111.3"[-+]* ]] || { echo "needs Hugo 0.111.3: install Debian 12's package hugo" >&2; exit 2; }

# Builds the site with the home page $1 and says which posts its feeds list, and whether Hugo warns.
build() {
  rm -rf "$work/site"
  mkdir -p "$work/site/content" "$work/site/layouts/_default"
  cd "$work/site"
  printf '%s\n' 'baseURL = "https://example.org/"' '[languages.en]' 'weight = 1' '[languages.fr]' 'weight = 2' >hugo.toml
  echo '{{ .Title }}' | tee layouts/_default/single.html >layouts/_default/list.html
  page() { printf -- '---\ntitle: %s\ndate: 2021-05-06\n---\nText.\n' "$2" >"content/$1"; }
  page bread.md Bread
  page salt.fr.md Sel
  [ -z "$1" ] || page "$1" Accueil
  hugo >log 2>&1
  ! grep -qE 'WARN|ERROR' log || echo -n "warned "
  cat public/index.xml public/fr/index.xml | { grep -oE '<title>(Bread|Sel)</title>' || true; } | sed 's/<[^>]*>//g' | sort -u | tr '\n' ' '
}

none=$(build "")
index=$(build index.fr.md)
section=$(build _index.fr.md)
echo "posts without a home page: $none; with index.fr.md: $index; with _index.fr.md: $section"
[ "$none" = "Bread Sel " ] && [ "$index" = "" ] && [ "$section" = "Bread Sel " ] || { echo "changed" >&2; exit 1; }
