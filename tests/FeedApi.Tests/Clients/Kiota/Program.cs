// Reads a FeedApi server: dotnet Client.dll ADDRESS TOKEN, where the token is one of an earlier page of changes.
using FeedApi.Client;
using FeedApi.Client.Models;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

using var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider()) { BaseUrl = args[0] };
var client = new FeedApiClient(adapter);

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
    var list = await client.Api.V1.Articles.GetAsync(request =>
    {
        request.QueryParameters.Category = ["news"];
        request.QueryParameters.Limit = 2;
        request.QueryParameters.Sort = ArticleSort.Published;
        request.QueryParameters.Fields = [ArticleField.Id, ArticleField.Title];
        request.QueryParameters.Include = [ListExtra.Total];
    });
    Console.WriteLine($"list: {string.Join(' ', list!.Data!.Select(article => article.Id))} of {list.Page!.Total}");
}

async Task SearchAsync()
{
    var found = await client.Api.V1.Articles.GetAsync(request =>
    {
        request.QueryParameters.Q = "moon";
        request.QueryParameters.Highlight = 1;
    });
    foreach (var article in found!.Data!) Console.WriteLine($"search: {article.Id}, {article.Highlight?.Text}");
}

async Task ReadOneAsync()
{
    var article = await client.Api.V1.Articles["2024-01-01-one"].GetAsync(request => request.QueryParameters.Content = ArticleBody.Text);
    Console.WriteLine($"article: {article!.Title} of {article.Published:yyyy-MM-dd}, {article.ContentText}");
}

async Task ReadPagesAsync()
{
    List<Article> articles = [];
    var pages = 0;
    var request = client.Api.V1.Articles;
    for (var list = await request.GetAsync(first => first.QueryParameters.Limit = 3); list is not null; pages++)
    {
        articles.AddRange(list.Data!);
        list = list.Page?.Next is { } next ? await request.WithUrl(next).GetAsync() : null;
    }

    Console.WriteLine($"pages: {pages} with {articles.Count} articles");
}

// Without a token from the beginning.
async Task SyncAsync(string? token)
{
    List<Change> changes = [];
    ChangePage page;
    do
    {
        var list = await client.Api.V1.Changes.GetAsync(request =>
        {
            request.QueryParameters.Since = token;
            request.QueryParameters.Limit = 3;
        });
        changes.AddRange(list!.Data!);
        page = list.Page!;
        token = page.Token;
    }
    while (page.Next is not null);

    var stored = changes.Count(change => change is { Type: "upsert", Article.Title: not null });
    Console.WriteLine($"sync: {stored} stored, {changes.Count - stored} deleted");
}

async Task ReadFeedsAsync()
{
    await using var stream = await client.FeedRss.GetAsync();
    using var reader = new StreamReader(stream!);
    var rss = await reader.ReadToEndAsync();
    Console.WriteLine($"rss: {rss.Split("<item>").Length - 1} items");
    var feed = await client.FeedJson.GetAsync();
    var newest = feed!.Items![0];
    Console.WriteLine($"json feed: {feed.Title}, {feed.Items.Count} items, {newest.Title} of {newest.DatePublished:yyyy-MM-dd}");
}

async Task MeetErrorsAsync()
{
    try
    {
        await client.Api.V1.Articles.GetAsync(request => request.QueryParameters.Limit = 500);
    }
    catch (Problem error)
    {
        var fault = error.Errors?[0];
        Console.WriteLine($"error: {error.Status} {error.Code}, {fault?.Parameter}, nearest {fault?.Nearest}");
    }

    try
    {
        await client.Api.V1.Articles["nowhere"].GetAsync();
    }
    catch (Problem error)
    {
        Console.WriteLine($"missing: {error.Status} {error.Code}");
    }
}
