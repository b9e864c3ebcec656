using System.Text;
using FeedApi.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace FeedApi.Tests.Http.Conformance;

/// <summary>One server for all tests of a class, with an address of every kind.</summary>
public sealed class ConformanceSite : IAsyncLifetime
{
    /// <summary>A picture of the site.</summary>
    public const string Picture = "/assets/a.png";

    /// <summary>An audio file of the site.</summary>
    public const string Audio = "/assets/a.mp3";

    /// <summary>An article's page.</summary>
    public const string Article = "/articles/2024-01-01-one";

    private static readonly string[] FeedAddresses =
    [
        "/feed", "/feed.rss", "/feed.atom", "/feed.json", "/categories/News/feed", "/categories/News/feed.rss",
        "/tags/b/feed.atom", "/authors/ann/feed.json", "/feed.rss?category=News",
    ];

    private static readonly string[] OtherDocuments =
    [
        "/opml.xml", "/openapi.yaml", "/openapi.json", "/docs/index.html", "/docs/swagger-ui.css", "/.well-known/api-catalog",
        "/style.css", "/api/v1/site", "/api/v1/articles", "/api/v1/articles?limit=1", "/api/v1/articles/2024-01-01-one",
        "/api/v1/articles/2024-01-01-one/related", "/api/v1/categories", "/api/v1/categories/News", "/api/v1/tags/b",
        "/api/v1/authors/ann", "/", Article, "/categories", "/categories/News", "/tags/b", "/authors/ann",
    ];

    /// <summary>Addresses of feeds.</summary>
    public static TheoryData<string> Feeds => [.. FeedAddresses];

    /// <summary>Everything that is made by the program and answered with 200 and validators.</summary>
    public static TheoryData<string> Documents => [.. FeedAddresses, .. OtherDocuments];

    /// <summary>The same and files of the content folder.</summary>
    public static TheoryData<string> Everything => [.. FeedAddresses, .. OtherDocuments, Picture, Audio];

    /// <summary>Addresses that answer with an error, and its status.</summary>
    public static TheoryData<string, int> Errors => new()
    {
        { "/nothing", 404 }, { "/api/v1/nothing", 404 }, { "/api/v1/articles/nothing", 404 },
        { "/categories/nothing/feed", 404 }, { "/tags/nothing", 404 }, { "/docs/nothing.js", 404 },
        { "/assets/nothing.png", 404 }, { "/api/v1/problems", 404 }, { "/feed?limit=0", 400 },
        { "/feed.rss?limit=0", 400 }, { "/api/v1/articles?nothing=1", 400 }, { "/opml.xml?top=x", 400 }, { "/?cursor=x", 400 },
    };

    /// <summary>The server.</summary>
    public TestSite Site { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        // Of yesterday, so that nothing is dated after the Date of an answer, which Kestrel takes from the machine.
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(-1));
        Site = await TestSite.StartAsync(content => content
            .With(
                "_config.yml",
                "title: Tides\ndescription: About tides\nlang: zh-CN\npermalink: /articles/:id\nfeedapi:\n"
                    + "  rights: https://example.org/license\n")
            .With(
                "_posts/2024-01-01-one.md",
                $"---\ntitle: One\ncategory: News\ntags: [a, b]\nauthor: ann\nredirect_from: /old\n---\n{Long("First")}\n")
            .With("_posts/2024-01-02-two.md", $"---\ntitle: Two\ncategory: news\ntags: [b]\nauthor: ann\n---\n{Long("Second")}\n")
            .With("_posts/2024-01-03-three.md", $"---\ntitle: 三\ncategory: 海\n---\n{Long("第三篇")}\n")
            .With("assets/a.png", Encoding.ASCII.GetBytes("0123456789"))
            .With("assets/a.mp3", Encoding.ASCII.GetBytes("abcdefghij")), clock);
        // What the program brings along is dated when it is first asked for; after that second dates stand still.
        foreach (var target in OtherDocuments) await GetAsync(target);
        clock.Advance(TimeSpan.FromSeconds(2));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Site.DisposeAsync();

    /// <summary>The answer to a GET.</summary>
    public Task<RawAnswer> GetAsync(string target, params string[] fields) => SendAsync("GET", target, fields);

    /// <summary>The answer to a request.</summary>
    public Task<RawAnswer> SendAsync(string method, string target, params string[] fields) =>
        RawHttp.SendAsync(Site.Client.BaseAddress!, method, target, fields);

    private static string Long(string word) => string.Join(' ', Enumerable.Repeat(word + " goes on.", 200));
}
