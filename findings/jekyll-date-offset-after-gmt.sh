#!/usr/bin/env bash
# Version:   Jekyll 4.3.1 on Ruby 3.1.2 (Debian 12, packages jekyll and ruby3.1).
# Input:     posts dated `2021-06-07 01:30 GMT+8` and `2021-06-07 01:30 UTC+08:00`.
# Expected:  2021-06-06 17:30 UTC, as for `2021-06-07 01:30 +0800`; Ruby's own Date._parse finds the offset of 28800 seconds in both.
# Seen:      Jekyll asks Time.parse, which drops that offset and takes the hour as local time: here 2021-06-07 01:30 UTC, eight hours late.
# Who meets: who moves posts from exports that write offsets so: order, day in the address, and dates in feeds are wrong without a word.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[[ "$(jekyll --version 2>/dev/null)" == "jekyll 4.3.1" ]] || { echo "needs Jekyll 4.3.1: install Debian 12's package jekyll" >&2; exit 2; }

cd "$work"
mkdir _posts
echo 'timezone: UTC' >_config.yml
post() { printf -- '---\ntitle: %s\ndate: %s\n---\nText.\n' "$1" "$2" >"_posts/2021-06-07-$1.md"; }
post plain '2021-06-07 01:30 +0800'
post gmt '2021-06-07 01:30 GMT+8'
post utc '2021-06-07 01:30 UTC+08:00'
printf -- '---\n---\n{%% for p in site.posts %%}{{ p.path }} {{ p.date | date: "%%FT%%RZ" }} {{ p.url }}\n{%% endfor %%}' >list.txt
jekyll build --quiet

# The offsets that Ruby's parser of dates itself finds.
offsets=$(ruby -rdate -e '["GMT+8", "UTC+08:00"].each { |zone| print Date._parse("2021-06-07 01:30 #{zone}")[:offset], " " }')
seen=$(sort _site/list.txt | sed '/^$/d; s/^_posts.2021-06-07-//')
echo "offsets that Date._parse finds: $offsets"; echo "$seen"
[ "$offsets" = "28800 28800 " ] && [ "$seen" = "gmt.md 2021-06-07T01:30Z /2021/06/07/gmt.html
plain.md 2021-06-06T17:30Z /2021/06/06/plain.html
utc.md 2021-06-07T01:30Z /2021/06/07/utc.html" ] || { echo "changed" >&2; exit 1; }
