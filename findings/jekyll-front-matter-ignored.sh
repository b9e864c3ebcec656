#!/usr/bin/env bash
# Version:   Jekyll 4.3.1 with Psych 4.0.3 (Debian 12, packages jekyll and ruby3.1).
# Input:     two posts that have `published: false`: one with `title: :has() in style sheets`, one with `categories: 2015`; valid YAML.
# Expected:  both stay unpublished; a title that begins with a colon is a text, and a number is a category.
# Seen:      Jekyll logs an error for each, drops all of its front matter and publishes it nevertheless, without a title and dated now; the
#            build succeeds. The first value is read as a symbol, which Jekyll does not allow; the second cannot join a list.
# Who meets: who writes about selectors or editor commands, or files posts by year: drafts go public and feeds announce them as new.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[[ "$(jekyll --version 2>/dev/null)" == "jekyll 4.3.1" ]] || { echo "needs Jekyll 4.3.1: install Debian 12's package jekyll" >&2; exit 2; }

cd "$work"
mkdir _posts
: >_config.yml
post() { printf -- '---\n%s\npublished: false\n---\nText.\n' "$2" >"_posts/2015-03-04-$1.md"; }
post symbol 'title: :has() in style sheets'
post number $'title: A year\ncategories: 2015'
post quoted 'title: ":has() in style sheets"'
printf -- '---\n---\n{%% for p in site.posts %%}{{ p.date | date: "%%Y" }} {{ p.path }} [{{ p.title }}]\n{%% endfor %%}' >list.txt

year=$(date +%Y)
jekyll build --quiet 2>/dev/null
[ "$year" = "$(date +%Y)" ] || { echo "the year has changed meanwhile: run again" >&2; exit 2; }

seen=$(sort _site/list.txt | sed '/^$/d; s/_posts.2015-03-04-//; s/\.md//')
echo "published:"; echo "$seen"
expected=$(printf '%s %s []\n' "$year" number "$year" symbol)
[ "$seen" = "$expected" ] || { echo "changed" >&2; exit 1; }
