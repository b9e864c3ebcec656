#!/usr/bin/env bash
# Version:   Hugo 0.111.3 (Debian 12, package hugo).
# Input:     two posts, the first tagged `music`, the second tagged `music/jazz`.
# Expected:  each tag counts one post, and the feed of each lists one.
# Seen:      `music/jazz` counts two and lists its only post twice, in `site.Taxonomies`, on its page and in its feed. It happens as soon
#            as another term is the first part of its name.
# Who meets: sites with tags such as `c` and `c/c++`, or categories with a path that were taken over from another blog: readers get an
#            item twice with one guid, and clouds of tags show wrong counts.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[[ "$(hugo version 2>/dev/null)" == "hugo v0.111.3"[-+]* ]] || { echo "needs Hugo 0.111.3: install Debian 12's package hugo" >&2; exit 2; }

# Builds a site whose second post has the tag $1, and says how often that tag's feed lists it and how many posts its term counts.
build() {
  rm -rf "$work/site"
  mkdir -p "$work/site/content" "$work/site/layouts"
  cd "$work/site"
  echo 'baseURL = "https://example.org/"' >hugo.toml
  echo "{{ len (index site.Taxonomies.tags \"$1\") }}" >layouts/index.html
  printf -- '---\ntitle: All\ndate: 2021-05-06\ntags: [music]\n---\nSound.\n' >content/all.md
  printf -- '---\ntitle: Late\ndate: 2021-05-07\ntags: ["%s"]\n---\nNight.\n' "$1" >content/late.md
  hugo --quiet 2>/dev/null
  echo "$(grep -c '<title>Late</title>' "public/tags/$1/index.xml") $(<public/index.html)"
}

nested=$(build music/jazz)
other=$(build sound/jazz)
echo "items in the feed and count of music/jazz: $nested; of sound/jazz: $other"
[ "$nested" = "2 2" ] && [ "$other" = "1 1" ] || { echo "changed" >&2; exit 1; }
