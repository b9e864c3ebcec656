using System.Xml.Linq;
using FeedApi.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace FeedApi.Tests.Feeds.Atom;

public sealed class TombstoneTests
{
    private static readonly XNamespace Tombstone = "http://purl.org/atompub/tombstones/1.0";

    [Fact]
    public async Task A_deleted_post_is_named_in_the_atom_feeds_that_had_it()
    {
        await using var site = await TestSite.StartSampleAsync();
        File.Delete(site.Content.Full("_posts/2024-01-03-three.md"));
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 2, "the post has left");

        var deleted = Assert.Single((await site.XmlAsync("/feed.atom")).Elements(Tombstone + "deleted-entry"));
        Assert.Equal("tag:example.org,2024-01-03:2024-01-03-three", (string?)deleted.Attribute("ref"));
        Assert.True(
            DateTimeOffset.Parse((string)deleted.Attribute("when")!, System.Globalization.CultureInfo.InvariantCulture)
                <= DateTimeOffset.UtcNow);
        Assert.Single((await site.XmlAsync("/categories/%E6%B5%B7/feed.atom")).Elements(Tombstone + "deleted-entry"));
        Assert.Empty((await site.XmlAsync("/categories/News/feed.atom")).Elements(Tombstone + "deleted-entry"));
        Assert.Empty((await site.XmlAsync("/feed.atom?lang=en")).Elements(Tombstone + "deleted-entry"));
    }

    [Fact]
    public async Task A_post_that_comes_back_has_no_tombstone_any_more()
    {
        await using var site = await TestSite.StartSampleAsync();
        var text = await File.ReadAllTextAsync(site.Content.Full("_posts/2024-01-03-three.md"), TestContext.Current.CancellationToken);
        File.Delete(site.Content.Full("_posts/2024-01-03-three.md"));
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 2, "the post has left");

        site.Content.With("_posts/2024-01-03-three.md", text);
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 3, "the post is back");

        Assert.Empty((await site.XmlAsync("/feed.atom")).Elements(Tombstone + "deleted-entry"));
        Assert.Equal(200, (int)(await site.GetAsync("/articles/2024-01-03-three")).StatusCode);
    }

    [Fact]
    public async Task Its_permalink_and_its_id_are_gone_and_what_never_was_is_unknown()
    {
        await using var site = await TestSite.StartSampleAsync();
        File.Delete(site.Content.Full("_posts/2024-01-03-three.md"));
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 2, "the post has left");

        Assert.Equal(410, (int)(await site.GetAsync("/articles/2024-01-03-three")).StatusCode);
        Assert.Equal(410, (int)(await site.GetAsync("/api/v1/articles/2024-01-03-three")).StatusCode);
        Assert.Equal(404, (int)(await site.GetAsync("/articles/2024-01-03-never")).StatusCode);
    }

    [Fact]
    public async Task Thirty_days_later_it_is_forgotten()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow.AddYears(1));
        await using var site = await TestSite.StartAsync(
            content => content.With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n")
                .With("_posts/2024-01-02-b.md", "---\ntitle: B\n---\nx\n"),
            clock);
        File.Delete(site.Content.Full("_posts/2024-01-01-a.md"));
        await TestSite.UntilAsync(
            async () =>
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                return (await site.IdsAsync()).Length == 1;
            },
            "the post has left");
        Assert.Single((await site.XmlAsync("/feed.atom")).Elements(Tombstone + "deleted-entry"));

        clock.Advance(TimeSpan.FromDays(31));
        site.Content.With("_posts/2024-01-03-c.md", "---\ntitle: C\n---\nx\n");
        await TestSite.UntilAsync(
            async () =>
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                return (await site.IdsAsync()).Length == 2;
            },
            "another post is there");

        Assert.Empty((await site.XmlAsync("/feed.atom")).Elements(Tombstone + "deleted-entry"));
    }
}
