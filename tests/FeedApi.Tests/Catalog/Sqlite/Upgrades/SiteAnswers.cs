using System.Globalization;
using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Catalog.Sqlite.Upgrades;

/// <summary>What a site of some posts answers, with the entity tags: of feeds, lists, searches, terms and articles.</summary>
internal sealed class SiteAnswers
{
    /// <summary>Number of posts.</summary>
    public const int Posts = 150;

    private static readonly string[] Addresses =
    [
        "/feed.rss", "/feed.atom", "/feed.json", "/categories/c1/feed.rss", "/categories/c1/feed.json", "/tags/t2/feed.atom", "/opml.xml",
        "/api/v1/articles?limit=100&include=total&content=html", "/api/v1/articles?q=text&limit=30&include=total,facets",
        "/api/v1/articles/2024-01-08-post-007", "/api/v1/articles/2024-01-08-post-007/related", "/api/v1/categories", "/api/v1/tags",
        "/api/v1/tags/t2", "/", "/categories/c1", "/articles/2024-01-08-post-007", "/old/7",
    ];

    private readonly Dictionary<string, (int Status, string? Tag, string Body)> answers = [];

    /// <summary>The addresses that are asked.</summary>
    public IReadOnlyCollection<string> Asked => answers.Keys;

    /// <summary>Writes the posts.</summary>
    public static void Fill(ContentFolder content)
    {
        content.With("_config.yml", "title: Tides\nurl: https://example.org\n");
        for (var post = 0; post < Posts; post++)
        {
            content.With(
                string.Create(CultureInfo.InvariantCulture, $"_posts/2024-01-{1 + (post % 28):00}-post-{post:000}.md"),
                // Each title is a word of its own: of more than sixty that share a word, those indexed last are related, which are not
                // always the same.
                $"---\ntitle: Post{post}\ncategory: c{post % 3}\ntags: [t{post % 5}]\nauthor: ann\nredirect_from: /old/{post}\n---\n"
                    + $"Text *{post}* of [the post](/x).\n");
        }
    }

    /// <summary>What a site answers now.</summary>
    public static async Task<SiteAnswers> OfAsync(TestSite site)
    {
        var found = new SiteAnswers();
        foreach (var address in Addresses) found.answers[address] = await AskAsync(site, address);
        Assert.DoesNotContain(found.answers, each => each.Value.Status >= 400);
        return found;
    }

    /// <summary>Fails when a site answers anything in another way.</summary>
    public async Task AssertAsync(TestSite site)
    {
        foreach (var (address, answer) in answers)
        {
            Assert.Equal((address, answer), (address, await AskAsync(site, address)));
            Assert.True((await site.GetAsync("/health/ready")).IsSuccessStatusCode);
        }
    }

    private static async Task<(int Status, string? Tag, string Body)> AskAsync(TestSite site, string address)
    {
        using var response = await site.GetAsync(address);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, response.Headers.ETag?.Tag, body);
    }
}
