using Xunit;

namespace FeedApi.Tests.Http.Conformance;

/// <summary>H13, F2: what shared caches are told, and what must not part one reader's copy from another's.</summary>
public sealed class CachingConformanceTests(ConformanceSite site) : IClassFixture<ConformanceSite>
{
    [Theory]
    [MemberData(nameof(ConformanceSite.Everything), MemberType = typeof(ConformanceSite))]
    public async Task H13_freshness_is_explicit_with_both_extensions_of_RFC_5861(string target)
    {
        var answer = await site.GetAsync(target);

        Assert.Matches(@"^public, max-age=\d+, stale-while-revalidate=\d+, stale-if-error=\d+$", answer["Cache-Control"]);
        Assert.All((string[])["Pragma", "Expires", "Set-Cookie", "Warning"], name => Assert.Null(answer[name]));
    }

    [Theory]
    [MemberData(nameof(ConformanceSite.Errors), MemberType = typeof(ConformanceSite))]
    public async Task H13_errors_are_not_stored(string target, int status)
    {
        var answer = await site.GetAsync(target);
        Assert.Equal((status, "no-store"), (answer.Status, answer["Cache-Control"]));
    }

    [Theory]
    [MemberData(nameof(ConformanceSite.Feeds), MemberType = typeof(ConformanceSite))]
    public async Task F2_parameters_that_readers_add_change_nothing(string target)
    {
        var plain = await site.GetAsync(target);
        foreach (var more in (string[])["null", "_=1732500000", "utm_source=reader&utm_medium=rss"])
        {
            var answer = await site.GetAsync(target + (target.Contains('?', StringComparison.Ordinal) ? '&' : '?') + more);
            Assert.Equal((plain.Status, plain["ETag"], plain.Text), (answer.Status, answer["ETag"], answer.Text));
        }
    }

    [Theory]
    [InlineData("/api/v1/articles?limit=1&category=News", "/api/v1/articles?category=News&limit=1")]
    [InlineData("/api/v1/articles?category=NEWS", "/api/v1/articles?category=News")]
    public async Task The_order_and_spelling_of_parameters_change_nothing(string one, string other)
    {
        var (first, second) = (await site.GetAsync(one), await site.GetAsync(other));
        Assert.Equal((200, first["ETag"], first.Text), (second.Status, second["ETag"], second.Text));
    }

    [Theory]
    [InlineData("/feed.rss", "articles")]
    [InlineData("/categories/News/feed", "Category:news")]
    [InlineData("/categories/%E6%B5%B7/feed.atom", "Category:%E6%B5%B7")]
    [InlineData("/tags/b", "Tag:b")]
    [InlineData("/authors/ann/feed.json", "Author:ann")]
    [InlineData("/api/v1/articles", "articles")]
    [InlineData("/api/v1/articles?category=News", "Category:news")]
    [InlineData("/api/v1/articles/2024-01-01-one", "article:2024-01-01-one")]
    [InlineData(ConformanceSite.Article, "article:2024-01-01-one")]
    public async Task CDNs_are_told_what_an_answer_shows(string target, string name)
    {
        var answer = await site.GetAsync(target);
        Assert.Equal((name, name), (answer["Surrogate-Key"], answer["Cache-Tag"]));
    }
}
