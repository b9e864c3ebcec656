#!/usr/bin/env bash
# Version:   Hugo 0.111.3 (Debian 12, package hugo).
# Input:     a section whose `_index.md` says `draft: true`, with a table beside it, and another in a folder below that has no page.
# Expected:  both tables are resources of the draft section, so that neither is published until the section is.
# Seen:      the one beside `_index.md` is left out, the one in the folder below is published at its address. With `draft: false` it is
#            the same file at the same address: the draft changes nothing for it.
# Who meets: authors who prepare a section with its material in folders, and believe that all of it waits for the section.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[[ "$(hugo version 2>/dev/null)" == "hugo v0.111.3"[-+]* ]] || { echo "needs Hugo 0.111.3: install Debian 12's package hugo" >&2; exit 2; }

# The tables that a build publishes when the section's draft is $1.
tables() {
  rm -rf "$work/site"
  mkdir -p "$work/site/content/tides/material"
  cd "$work/site"
  echo 'baseURL = "https://example.org/"' >hugo.toml
  printf -- '---\ntitle: Tides\ndraft: %s\n---\n' "$1" >content/tides/_index.md
  echo 'port,height' >content/tides/beside.csv
  echo 'port,height' >content/tides/material/below.csv
  hugo --quiet 2>/dev/null
  find public -name '*.csv' | sort | tr '\n' ' '
}

draft=$(tables true)
public=$(tables false)
echo "draft: $draft; public: $public"
[ "$draft" = "public/tides/material/below.csv " ] &&
  [ "$public" = "public/tides/beside.csv public/tides/material/below.csv " ] || { echo "changed" >&2; exit 1; }
