#!/usr/bin/env bash
# Version:   jekyll-feed 0.17.0 with Jekyll 4.3.1 (Debian 12, packages ruby-jekyll-feed and jekyll).
# Input:     a collection with a feed, and in it a document dated 2099; `future` is not set.
# Expected:  the feed lists what the site has: Jekyll keeps documents of the future back, and their pages are not written.
# Seen:      the feed has the whole text of the document, and a link to a page that does not exist. Of posts it does not happen.
# Who meets: who plans talks, episodes or notes of a collection by date: readers get them years early, with a broken link.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[[ "$(jekyll --version 2>/dev/null)" == "jekyll 4.3.1" ]] && ruby -e 'gem "jekyll-feed", "0.17.0"' 2>/dev/null ||
  { echo "needs Jekyll 4.3.1 and jekyll-feed 0.17.0: install Debian 12's packages jekyll and ruby-jekyll-feed" >&2; exit 2; }

cd "$work"
mkdir _posts _talks
cat >_config.yml <<'YAML'
url: https://example.org
plugins: [jekyll-feed]
collections: {talks: {output: true}}
feed: {collections: [talks]}
YAML
document() { printf -- '---\ntitle: %s\ndate: %s\n---\nText of %s.\n' "$2" "$3" "$2" >"$1"; }
document _talks/first.md First 2019-02-03
document _talks/later.md Later 2099-02-03
document _posts/2019-02-03-old.md Old 2019-02-03
document _posts/2099-02-03-new.md New 2099-02-03
jekyll build --quiet 2>/dev/null

pages=$(find _site -name '*.html' -printf '%f\n' | sort | tr '\n' ' ')
texts() { grep -o 'Text of [A-Z][a-z]*' "_site/$1" | sed 's/Text of //' | sort -u | tr '\n' ' '; }
echo "pages: $pages; feed of talks: $(texts feed/talks.xml); feed of posts: $(texts feed.xml)"
[ "$pages" = "first.html old.html " ] && [ "$(texts feed/talks.xml)" = "First Later " ] && [ "$(texts feed.xml)" = "Old " ] ||
  { echo "changed" >&2; exit 1; }
