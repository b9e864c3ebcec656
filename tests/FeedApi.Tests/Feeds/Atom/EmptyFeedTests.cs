using System.Xml.Linq;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Feeds.Atom;

/// <summary>When a feed without entries was last updated.</summary>
public sealed class EmptyFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("/feed.atom?tag=a&category=news")]
    [InlineData("/feed.atom?q=nothing")]
    [InlineData("/categories/Empty/feed.atom")]
    [InlineData("/feed.atom?from=2030-01-01")]
    public async Task It_is_when_the_site_began_also_in_an_index_made_anew(string address)
    {
        await using var site = await StartAsync();
        var before = await site.TextAsync(address);

        await site.RestartWithoutIndexAsync();

        Assert.Equal("2024-01-01T08:00:00Z", UpdatedOf(XElement.Parse(before)));
        Assert.Equal(before, await site.TextAsync(address));
    }

    [Fact]
    public async Task It_follows_the_first_article()
    {
        await using var site = await StartAsync();
        Assert.Equal("2024-01-01T08:00:00Z", UpdatedOf(await site.XmlAsync("/categories/Empty/feed.atom")));

        site.Content.With("_posts/2019-05-05-old.md", "---\ntitle: Old\ndate: 2019-05-05 10:00:00 +0000\n---\nx\n");

        await TestSite.UntilAsync(
            async () => UpdatedOf(await site.XmlAsync("/categories/Empty/feed.atom")) == "2019-05-05T10:00:00Z", "the site is older");
    }

    [Fact]
    public async Task A_feed_whose_last_entry_was_deleted_was_updated_then()
    {
        await using var site = await StartAsync();
        var begun = DateTimeOffset.UtcNow.AddSeconds(-2);
        await site.TextAsync("/categories/news/feed.atom");

        File.Delete(site.Content.Full("_posts/2024-01-02-two.md"));
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 1, "the post is gone");

        Assert.True((DateTimeOffset?)(await site.XmlAsync("/categories/news/feed.atom")).Element(Atom + "updated") >= begun);
    }

    private static string? UpdatedOf(XElement feed) => (string?)feed.Element(Atom + "updated");

    private static Task<TestSite> StartAsync() => TestSite.StartAsync(content => content
        .With("_config.yml", "title: Tides\n")
        .With("_data/categories.yml", "Empty: Nothing yet\nnews: News\n")
        .With("_posts/2024-01-01-one.md", "---\ntitle: One\ntags: [a]\ndate: 2024-01-01 08:00:00 +0000\n---\nFirst.\n")
        .With("_posts/2024-01-02-two.md", "---\ntitle: Two\ncategory: news\ndate: 2024-01-02 08:00:00 +0000\n---\nSecond.\n"));
}
