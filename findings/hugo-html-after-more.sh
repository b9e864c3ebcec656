#!/usr/bin/env bash
# Version:   Hugo 0.111.3 (Debian 12, package hugo).
# Input:     a post in HTML with `<!--more-->` between two paragraphs, and the same post in Markdown.
# Expected:  `.Content` has both paragraphs and `.Summary` the first, whatever the post is written in.
# Seen:      of the post in HTML `.Content` has only what stands after `<!--more-->`; its page and a full-text feed lack the beginning.
# Who meets: who moves posts with their HTML from a blog that divides them with the same comment: each article begins in its middle.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[[ "$(hugo version 2>/dev/null)" == "hugo v0.111.3"[-+]* ]] || { echo "needs Hugo 0.111.3: install Debian 12's package hugo" >&2; exit 2; }

cd "$work"
mkdir -p content layouts/_default
echo 'baseURL = "https://example.org/"' >hugo.toml
echo '{{ .Content }}' >layouts/_default/single.html
front='---\ntitle: Bread\ndate: 2021-05-06\n---\n'
printf -- "$front<p>Flour and water.</p>\n<!--more-->\n<p>Then wait.</p>\n" >content/html.html
printf -- "${front}Flour and water.\n\n<!--more-->\n\nThen wait.\n" >content/markdown.md
hugo --quiet --disableKinds home,RSS,sitemap,taxonomy,term

paragraphs() { grep -o '<p>[^<]*</p>' "public/$1/index.html" | tr -d '\n'; }
echo "HTML: $(paragraphs html)  Markdown: $(paragraphs markdown)"
[ "$(paragraphs markdown)" = '<p>Flour and water.</p><p>Then wait.</p>' ] &&
  [ "$(paragraphs html)" = '<p>Then wait.</p>' ] || { echo "changed" >&2; exit 1; }
