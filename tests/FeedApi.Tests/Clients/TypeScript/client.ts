// Reads a FeedApi server: node client.js ADDRESS TOKEN, where the token is one of an earlier page of changes.
import createClient from "openapi-fetch";
import type { components, paths } from "./api.js";

type Article = components["schemas"]["Article"];
type Change = components["schemas"]["Change"];
type Problem = components["schemas"]["Problem"];

const [address, token] = process.argv.slice(2) as [string, string];
const client = createClient<paths>({ baseUrl: address });

/** What was answered; of an error the problem, whose code says what to do. */
function read<T>({ data, error }: { data?: T; error?: Problem | undefined }): T {
  if (error) throw new Error(`${error.status} ${error.code}`);
  return data!;
}

const day = (instant: string | undefined) => instant?.slice(0, 10);

async function list() {
  const { data, page } = read(
    await client.GET("/api/v1/articles", {
      params: { query: { category: ["news"], limit: 2, sort: "published", fields: ["id", "title"], include: ["total"] } },
    }),
  );
  console.log(`list: ${data.map((article) => article.id).join(" ")} of ${page.total}`);
}

async function search() {
  const { data } = read(await client.GET("/api/v1/articles", { params: { query: { q: "moon", highlight: 1 } } }));
  for (const article of data) console.log(`search: ${article.id}, ${article.highlight?.text}`);
}

async function readOne() {
  const path = { id: "2024-01-01-one" };
  const article = read(await client.GET("/api/v1/articles/{id}", { params: { path, query: { content: "text" } } }));
  console.log(`article: ${article.title} of ${day(article.published)}, ${article.content_text}`);
}

async function readPages() {
  const articles: Article[] = [];
  let cursor: string | undefined;
  let count = 0;
  do {
    const { data, page } = read(await client.GET("/api/v1/articles", { params: { query: { limit: 3, cursor } } }));
    articles.push(...data);
    cursor = page.next ? new URL(page.next).searchParams.get("cursor")! : undefined;
    count++;
  } while (cursor);
  console.log(`pages: ${count} with ${articles.length} articles`);
}

// Without a token from the beginning.
async function sync(since?: string) {
  const changes: Change[] = [];
  let next: string | null;
  do {
    const { data, page } = read(await client.GET("/api/v1/changes", { params: { query: { since, limit: 3 } } }));
    changes.push(...data);
    since = page.token;
    next = page.next;
  } while (next);
  const stored = changes.filter((change) => change.type === "upsert" && change.article?.title).length;
  console.log(`sync: ${stored} stored, ${changes.length - stored} deleted`);
}

async function readFeeds() {
  const rss = read(await client.GET("/feed.rss", { parseAs: "text" }));
  console.log(`rss: ${rss.split("<item>").length - 1} items`);
  const feed = read(await client.GET("/feed.json"));
  const newest = feed.items[0];
  console.log(`json feed: ${feed.title}, ${feed.items.length} items, ${newest?.title} of ${day(newest?.date_published)}`);
}

async function meetErrors() {
  const { error } = await client.GET("/api/v1/articles", { params: { query: { limit: 500 } } });
  const fault = error?.errors?.[0];
  console.log(`error: ${error?.status} ${error?.code}, ${fault?.parameter}, nearest ${fault?.nearest}`);
  const missing = await client.GET("/api/v1/articles/{id}", { params: { path: { id: "nowhere" } } });
  console.log(`missing: ${missing.response.status} ${missing.error?.code}`);
}

await list();
await search();
await readOne();
await readPages();
await sync();
await sync(token);
await readFeeds();
await meetErrors();
