// Reads a FeedApi server: dotnet Client.dll ADDRESS TOKEN, where the token is one of an earlier page of changes.
using System.Web;
using FeedApi.Client;

using var http = new HttpClient { BaseAddress = new Uri(args[0]) };
var client = new FeedApiClient(http);

await ListAsync();
await SearchAsync();
await ReadOneAsync();
await ReadPagesAsync();
await SyncAsync(null);
await SyncAsync(args[1]);
await ReadFeedsAsync();
await MeetErrorsAsync();

async Task ListAsync()
{
    var list = await client.ListArticlesAsync(
        category: ["news"],
        limit: 2,
        sort: ArticleSort.Published,
        fields: [ArticleField.Id, ArticleField.Title],
        include: [ListExtra.Total]);
    Console.WriteLine($"list: {string.Join(' ', list.Data.Select(article => article.Id))} of {list.Page.Total}");
}

async Task SearchAsync()
{
    var found = await client.ListArticlesAsync(q: "moon", highlight: 1);
    foreach (var article in found.Data) Console.WriteLine($"search: {article.Id}, {article.Highlight?.Text}");
}

async Task ReadOneAsync()
{
    var article = await client.GetArticleAsync("2024-01-01-one", content: ArticleBody.Text);
    Console.WriteLine($"article: {article.Title} of {article.Published:yyyy-MM-dd}, {article.Content_text}");
}

async Task ReadPagesAsync()
{
    List<Article> articles = [];
    string? cursor = null;
    var pages = 0;
    do
    {
        var list = await client.ListArticlesAsync(limit: 3, cursor: cursor);
        articles.AddRange(list.Data);
        pages++;
        cursor = list.Page.Next is { } next ? HttpUtility.ParseQueryString(new Uri(next).Query)["cursor"] : null;
    }
    while (cursor is not null);

    Console.WriteLine($"pages: {pages} with {articles.Count} articles");
}

// Without a token from the beginning.
async Task SyncAsync(string? token)
{
    List<Change> changes = [];
    ChangePage page;
    do
    {
        var list = await client.ListChangesAsync(since: token, limit: 3);
        changes.AddRange(list.Data);
        page = list.Page;
        token = page.Token;
    }
    while (page.Next is not null);

    var stored = changes.Count(change => change.Type == "upsert" && change.Article?.Title is not null);
    Console.WriteLine($"sync: {stored} stored, {changes.Count - stored} deleted");
}

async Task ReadFeedsAsync()
{
    using var file = await client.GetMainFeedRssAsync();
    using var reader = new StreamReader(file.Stream);
    var rss = await reader.ReadToEndAsync();
    Console.WriteLine($"rss: {rss.Split("<item>").Length - 1} items");
    var feed = await client.GetMainFeedJsonAsync();
    var newest = feed.Items.First();
    Console.WriteLine($"json feed: {feed.Title}, {feed.Items.Count} items, {newest.Title} of {newest.Date_published:yyyy-MM-dd}");
}

async Task MeetErrorsAsync()
{
    try
    {
        await client.ListArticlesAsync(limit: 500);
    }
    catch (ApiException<Problem> error)
    {
        var fault = error.Result.Errors?.First();
        Console.WriteLine($"error: {error.StatusCode} {error.Result.Code}, {fault?.Parameter}, nearest {fault?.Nearest}");
    }

    try
    {
        await client.GetArticleAsync("nowhere");
    }
    catch (ApiException<Problem> error)
    {
        Console.WriteLine($"missing: {error.StatusCode} {error.Result.Code}");
    }
}
