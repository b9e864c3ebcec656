// What a parser from npm finds in the feeds whose files are named, as JSON: node read.mjs PARSER FILE...
import { createReadStream, readFileSync } from 'node:fs';
import FeedParser from 'feedparser';
import { parseFeed } from 'feedsmith';
import Parser from 'rss-parser';

const seconds = (date) => Math.floor(new Date(date).getTime() / 1000);

const readers = {
  feedsmith(path) {
    const { format, feed } = parseFeed(readFileSync(path, 'utf8'));
    const itemOf = {
      rss: (item) => ({
        id: item.guid?.value,
        title: item.title,
        link: item.link,
        published: seconds(item.pubDate),
        content: item.content?.encoded ?? item.description,
        enclosures: (item.enclosures ?? []).map((each) => each.url),
      }),
      atom: (entry) => ({
        id: entry.id,
        title: entry.title?.value ?? entry.title,
        link: entry.links.find((link) => link.rel === 'alternate')?.href,
        published: seconds(entry.published),
        content: entry.content?.value ?? entry.content ?? entry.summary?.value ?? entry.summary,
        enclosures: entry.links.filter((link) => link.rel === 'enclosure').map((link) => link.href),
      }),
      json: (item) => ({
        id: item.id,
        title: item.title,
        link: item.url,
        published: seconds(item.date_published),
        content: item.content_html ?? item.content_text,
        enclosures: (item.attachments ?? []).map((each) => each.url),
      }),
    }[format];
    return (feed.items ?? feed.entries ?? []).map(itemOf);
  },

  async 'rss-parser'(path) {
    const feed = await new Parser().parseString(readFileSync(path, 'utf8'));
    return feed.items.map((item) => ({
      id: item.guid ?? item.id,
      title: item.title,
      link: item.link,
      published: seconds(item.isoDate),
      content: item['content:encoded'] ?? item.content,
      enclosures: item.enclosure ? [item.enclosure.url] : [],
    }));
  },

  feedparser(path) {
    return new Promise((resolve, reject) => {
      const items = [];
      const parser = new FeedParser();
      parser.on('error', reject);
      parser.on('end', () => resolve(items));
      parser.on('readable', () => {
        for (let item = parser.read(); item; item = parser.read()) {
          items.push({
            id: item.guid,
            title: item.title,
            link: item.link,
            published: seconds(item.pubdate),
            content: item.description,
            enclosures: item.enclosures.map((each) => each.url),
          });
        }
      });
      createReadStream(path).pipe(parser);
    });
  },
};

const [parser, ...paths] = process.argv.slice(2);
const feeds = [];
for (const path of paths) feeds.push(await readers[parser](path));
process.stdout.write(JSON.stringify(feeds));
