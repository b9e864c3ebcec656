#!/usr/bin/env bash
# Version:   jekyll-feed 0.17.0 with Jekyll 4.3.1 (Debian 12, packages ruby-jekyll-feed and jekyll).
# Input:     posts with the titles `Vec<T> in Rust`, `Map<K, V> in Rust`, `The <picture> element` and `<T>`.
# Expected:  the feed shows the titles as a page does that writes `page.title | escape`; at least it treats all of them alike.
# Seen:      what looks like a tag is removed: `Vec in Rust`, `The element`, and an entry with an empty title, though RFC 4287 advises
#            against one (4.1.1.1). `Map<K, V>` stays, since no tag has a comma; but in the `title` of the entry's link, which is text and
#            not HTML, readers see `Map&lt;K, V&gt;`.
# Who meets: blogs about languages with generic types, HTML or XML: readers list another title than the page has, or none.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[[ "$(jekyll --version 2>/dev/null)" == "jekyll 4.3.1" ]] && ruby -e 'gem "jekyll-feed", "0.17.0"' 2>/dev/null ||
  { echo "needs Jekyll 4.3.1 and jekyll-feed 0.17.0: install Debian 12's packages jekyll and ruby-jekyll-feed" >&2; exit 2; }

cd "$work"
mkdir _posts
printf 'url: https://example.org\nplugins: [jekyll-feed]\n' >_config.yml
post() { printf -- '---\ntitle: "%s"\n---\nText.\n' "$2" >"_posts/2021-06-0$1-$1.md"; }
post 4 'Vec<T> in Rust'
post 3 'Map<K, V> in Rust'
post 2 'The <picture> element'
post 1 '<T>'
jekyll build --quiet

# For each entry its title, which is HTML, and the title of its link, which is text, both as a reader shows them.
seen=$(ruby -rcgi -e '
  entries = File.read("_site/feed.xml").scan(%r{<entry><title type="html">(.*?)</title><link [^>]*title="(.*?)"})
  puts entries.map { |title, link| "[#{CGI.unescapeHTML(CGI.unescapeHTML(title))}] link [#{CGI.unescapeHTML(link)}]" }')
echo "$seen"
[ "$seen" = '[Vec in Rust] link [Vec in Rust]
[Map<K, V> in Rust] link [Map&lt;K, V&gt; in Rust]
[The element] link [The element]
[] link []' ] || { echo "changed" >&2; exit 1; }
