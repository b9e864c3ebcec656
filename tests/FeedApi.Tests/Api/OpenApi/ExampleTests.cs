using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FeedApi.Tests.Docs;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Api.OpenApi;

/// <summary>The worked examples of the description are what the server says of the demonstration site.</summary>
public sealed class ExampleTests
{
    private const string Path = "src/FeedApi/Api/OpenApi/examples.json";

    // The requests by the name of their operation. Streams have no end, and operators' answers depend on the machine.
    private static readonly (string Operation, string Request, string Type)[] Requests =
    [
        ("ListArticles", "/api/v1/articles?category=observations&limit=1&include=total", "application/json"),
        ("GetArticle", "/api/v1/articles/2025-03-02-first-light?content=text", "application/json"),
        ("GetArticleAsMd", "/api/v1/articles/2025-03-02-first-light.md", "text/markdown"),
        ("GetArticleAsHtml", "/api/v1/articles/2025-03-02-first-light.html", "text/html"),
        ("GetArticleAsTxt", "/api/v1/articles/2025-03-02-first-light.txt", "text/plain"),
        ("StreamArticlesAsCsv", "/api/v1/articles.csv?category=podcast&fields=id,title,published", "text/csv"),
        ("StreamArticlesAsNdjson", "/api/v1/articles.ndjson?category=podcast&fields=id,title,published", "application/x-ndjson"),
        ("ListRelatedArticles", "/api/v1/articles/2025-03-02-first-light/related?limit=1", "application/json"),
        ("ListChanges", "/api/v1/changes?tag=%E5%BC%80%E5%BC%A0&limit=1&fields=id,title,changed", "application/json"),
        ("ListCategories", "/api/v1/categories?q=obs", "application/json"),
        ("GetCategory", "/api/v1/categories/observations", "application/json"),
        ("ListTags", "/api/v1/tags?q=bell", "application/json"),
        ("GetTag", "/api/v1/tags/bell", "application/json"),
        ("ListAuthors", "/api/v1/authors?q=mara", "application/json"),
        ("GetAuthor", "/api/v1/authors/mara", "application/json"),
        ("GetSite", "/api/v1/site", "application/json"),
        ("GetMainFeedJson", "/feed.json?limit=1&content=summary", "application/feed+json"),
        ("GetMainFeedRss", "/feed.rss?limit=1&content=summary", "application/rss+xml"),
        ("GetMainFeedAtom", "/feed.atom?limit=1&content=summary&category=podcast", "application/atom+xml"),
    ];

    private static readonly JsonSerializerOptions Form =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Every_example_is_what_the_server_says()
    {
        await using var site = new TestSite { Arguments = ["--Site:Url", "https://tides.example"] };
        CopyContent(Repository.PathOf("content"), site.Content.Path);
        await site.StartAsync();
        var examples = new JsonObject();
        foreach (var (operation, request, type) in Requests)
        {
            var answer = await site.TextAsync(request);
            var isJson = type is "application/json" or "application/feed+json";
            var value = isJson ? JsonNode.Parse(answer)! : JsonValue.Create(answer);
            if (operation == "ListChanges") value = WithoutTheMoment(value);
            examples[operation] = new JsonObject { ["request"] = request, ["type"] = type, ["answer"] = value };
        }

        var written = examples.ToJsonString(Form) + "\n";
        if (Environment.GetEnvironmentVariable("FEEDAPI_WRITE_DOCS") == "1")
            await File.WriteAllTextAsync(Repository.PathOf(Path), written, TestContext.Current.CancellationToken);
        Assert.Equal(Repository.Read(Path), written);
    }

    [Fact]
    public async Task Every_operation_for_clients_has_an_example()
    {
        await using var site = await TestSite.StartSampleAsync();
        var description = await site.JsonAsync("/openapi.json");

        var without = description["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(each => each.Value!))
            .Where(operation => (string)operation["tags"]![0]! is not ("Operations" or "Feeds"))
            .Where(operation => !operation["responses"]!["200"]!["content"]!.AsObject().Any(type => type.Value!["examples"] is not null))
            .Select(operation => (string)operation["operationId"]!);

        Assert.Equal(["StreamEvents"], without);
    }

    // Another index has another generation, and was made at another time.
    private static JsonNode WithoutTheMoment(JsonNode answer)
    {
        foreach (var change in answer["data"]!.AsArray()) change!["at"] = "2026-11-08T09:00:02+08:00";
        var token = (string)answer["page"]!["token"]!;
        answer["page"]!["token"] = new string('A', token.Length);
        if ((string?)answer["page"]!["next"] is { } next)
            answer["page"]!["next"] = next.Replace(token, new string('A', token.Length), StringComparison.Ordinal);
        answer["page"]!["revision"] = 1;
        answer["data"]![0]!["sequence"] = 1;
        return answer;
    }

    private static void CopyContent(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(to, System.IO.Path.GetRelativePath(from, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
