#!/usr/bin/env bash
# Version:   feedparser 2.6.0 of npm on Node.js 20.
# Input:     items of RSS with one `media:content`, an image or a video, alone and inside `media:group`.
# Expected:  a group changes nothing: Media RSS has it for several files of one content. An image in it is to be looked at and not to be
#            downloaded; rss-parser 3.13.0 and feedsmith 3.0.1 of npm find no enclosure in these items.
# Seen:      alone both are enclosures, and the image without a `type` gets `image` as its media type, while `image` of the item stays
#            empty. In a group neither is one: the video is lost, even as the only file of its group.
# Who meets: readers on Node.js, which offer the lead image of each article as an attachment and miss the videos of feeds with groups.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --ignore-scripts --no-audit --no-fund --silent feedparser@2.6.0 rss-parser@3.13.0 feedsmith@3.0.1

image='<media:content url="https://example.org/loaf.jpg" medium="image"/>'
video='<media:content url="https://example.org/oven.mp4" medium="video" type="video/mp4"/>'
cat >feed.xml <<XML
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>Bread</title><link>https://example.org/</link><description>Loaves.</description>
<item><title>image</title>$image</item>
<item><title>image in a group</title><media:group>$image</media:group></item>
<item><title>video</title>$video</item>
<item><title>video in a group</title><media:group>$video</media:group></item>
</channel>
</rss>
XML
cat >probe.mjs <<'JS'
import fs from 'node:fs';
import FeedParser from 'feedparser';
import RssParser from 'rss-parser';
import { parseFeed } from 'feedsmith';

const text = fs.readFileSync('feed.xml', 'utf8');
const others = (await new RssParser().parseString(text)).items.map(item => item.enclosure)
  .concat(parseFeed(text).feed.items.flatMap(item => item.enclosures));
console.log(`enclosures of the others: ${others.filter(Boolean).length}`);

const parser = new FeedParser();
parser.end(text);
for await (const item of parser) {
  const enclosures = item.enclosures.map(enclosure => `${enclosure.url} ${enclosure.type}`);
  console.log(`${item.title}: [${enclosures}], image: ${item.image.url ?? 'none'}`);
}
JS

seen=$(node probe.mjs)
echo "$seen"
[ "$seen" = 'enclosures of the others: 0
image: [https://example.org/loaf.jpg image], image: none
image in a group: [], image: none
video: [https://example.org/oven.mp4 video/mp4], image: none
video in a group: [], image: none' ] || { echo "changed" >&2; exit 1; }
