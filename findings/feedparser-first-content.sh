#!/usr/bin/env bash
# Version:   feedparser 6.0.10 for Python, and rss2email 3.13.1 on it (Debian 12, packages python3-feedparser and rss2email).
# Input:     an item of RSS with `description`, `content:encoded` and the caption of a picture in `media:description`, in each order.
# Expected:  RSS gives the elements of an item no order: `content` is the article and `summary` the description in all six.
# Seen:      whichever of description and caption comes second before the article becomes `content[0]`, and the letter of rss2email is that
#            and not the article. A caption behind the description takes its place in `summary`, once the article was read. The same is
#            true of `itunes:summary`, and behind the description that is the letter. Right are two orders: those with `description` last.
# Who meets: who reads blogs with captions, or podcasts, in a program that takes the first content: the article is replaced by a caption.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ "$(/usr/bin/python3 -c 'import feedparser; print(feedparser.__version__)' 2>/dev/null)" = 6.0.10 ] &&
  [ "$(r2e --version 2>/dev/null)" = "rss2email 3.13.1" ] ||
  { echo "needs feedparser 6.0.10 and rss2email 3.13.1: install Debian 12's packages python3-feedparser and rss2email" >&2; exit 2; }

export HOME="$work"
cd "$work"
cat >probe.py <<'PY'
import sys
import feedparser

entry = feedparser.parse(sys.argv[1]).entries[0]
print(f"content[0]={entry.content[0].value} summary={entry.summary}", end=" ")
PY
cat >r2e.cfg <<CFG
[DEFAULT]
from = reader@example.org
to = reader@example.org
email-protocol = maildir
maildir-path = $work/mail
maildir-mailbox =
CFG

# Says what feedparser and rss2email make of an item whose elements follow each other as in $1, with $2 for the caption.
read_item() {
  {
    echo '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"'
    echo 'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Bread</title><link>https://example.org/</link>'
    echo '<description>Loaves.</description><item><title>Flour</title><link>https://example.org/flour</link>'
    for element in $1; do
      case $element in
        description) echo '<description>Teaser</description>' ;;
        article) echo '<content:encoded>Article</content:encoded>' ;;
        caption) echo "<$2>Caption</$2>" ;;
      esac
    done
    echo '</item></channel></rss>'
  } >feed.xml
  rm -rf mail data.json
  cp r2e.cfg run.cfg
  r2e -c run.cfg -d data.json add bread "$work/feed.xml" 2>/dev/null
  r2e -c run.cfg -d data.json run 2>/dev/null
  /usr/bin/python3 probe.py feed.xml
  echo "letter=$(grep -hoxE 'Article|Teaser|Caption' mail/new/*)"
}

# Says the same of each order of the elements, with $1 for the caption.
read_orders() {
  for order in "article caption description" "caption article description" "article description caption" \
    "description article caption" "description caption article" "caption description article"; do
    echo "$order: $(read_item "$order" "$1")"
  done
}

media=$(read_orders media:description)
itunes=$(read_orders itunes:summary)
echo "media:description:"; echo "$media"; echo "itunes:summary:"; echo "$itunes"
[ "$media" = 'article caption description: content[0]=Article summary=Teaser letter=Article
caption article description: content[0]=Article summary=Teaser letter=Article
article description caption: content[0]=Article summary=Caption letter=Article
description article caption: content[0]=Article summary=Caption letter=Article
description caption article: content[0]=Caption summary=Teaser letter=Caption
caption description article: content[0]=Teaser summary=Caption letter=Teaser' ] &&
  [ "$itunes" = "$(sed '3,4s/letter=.*/letter=Caption/' <<<"$media")" ] || { echo "changed" >&2; exit 1; }
