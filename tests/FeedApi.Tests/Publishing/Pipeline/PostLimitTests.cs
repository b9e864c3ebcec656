using FeedApi.Benchmarks.Fidelity;
using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Publishing.Pipeline;

/// <summary>Jekyll's <c>limit_posts</c>.</summary>
public sealed class PostLimitTests
{
    [Fact]
    public async Task Only_the_newest_posts_are_published()
    {
        await using var site = await StartAsync();

        Assert.Equal(["2015-01-03-c", "2015-01-01-late"], await site.IdsAsync("?sort=published"));
    }

    [Fact]
    public async Task A_newer_post_replaces_the_oldest_and_a_deletion_brings_it_back()
    {
        await using var site = await StartAsync();
        site.Content.WithExactly("_posts/2015-01-05-e.md", "---\ntitle: E\n---\nText.\n");
        await UntilAsync(site, "2015-01-05-e", "2015-01-01-late");
        Assert.Equal(410, (int)(await site.GetAsync("/2015/01/03/c.html")).StatusCode);

        File.Delete(site.Content.Full("_posts/2015-01-05-e.md"));

        await UntilAsync(site, "2015-01-03-c", "2015-01-01-late");
    }

    [Fact]
    public async Task A_restart_knows_what_changed_meanwhile()
    {
        await using var site = await StartAsync();
        await site.StopAsync();
        site.Content.WithExactly("_posts/2015-01-06-f.md", "---\ntitle: F\n---\nText.\n");
        await site.StartAsync();

        await UntilAsync(site, "2015-01-06-f", "2015-01-01-late");
    }

    [Theory]
    [InlineData("limit_posts: 0")]
    [InlineData("limit_posts: 1")]
    [InlineData("limit_posts: 2")]
    [InlineData("limit_posts: 3\nfuture: true")]
    [InlineData("limit_posts: 100")]
    public async Task The_posts_are_those_that_Jekyll_publishes(string setting)
    {
        if (!File.Exists("/usr/bin/jekyll")) Assert.Skip("Install jekyll to compare with it.");
        await using var site = await TestSite.StartAsync(content => Fill(content, setting));
        var theirs = await JekyllPost.ReadAllAsync(site.Content.Path);

        Assert.Equal(
            theirs.Keys.Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal),
            (await site.IdsAsync()).Order(StringComparer.Ordinal));
    }

    private static Task<TestSite> StartAsync() => TestSite.StartAsync(content => Fill(content, "limit_posts: 2"));

    private static void Fill(ContentFolder content, string setting) => content
        .WithExactly("_config.yml", "title: T\n" + setting + "\n")
        .WithExactly("_posts/2015-01-01-a.md", "---\ntitle: A\n---\nText.\n")
        .WithExactly("_posts/2015-01-01-late.md", "---\ntitle: Late\ndate: 2015-01-04\n---\nText.\n")
        .WithExactly("_posts/2015-01-02-b.md", "---\ntitle: B\n---\nText.\n")
        .WithExactly("_posts/2015-01-02-b2.md", "---\ntitle: B2\n---\nText.\n")
        .WithExactly("_posts/2015-01-03-c.md", "---\ntitle: C\n---\nText.\n")
        .WithExactly("_posts/2015-01-04-hidden.md", "---\ntitle: Hidden\npublished: false\n---\nText.\n")
        .WithExactly("_posts/2135-01-05-future.md", "---\ntitle: Future\n---\nText.\n");

    private static Task UntilAsync(TestSite site, params string[] ids) => TestSite.UntilAsync(
        async () => (await site.IdsAsync("?sort=published")).Order().SequenceEqual(ids.Order()), string.Join(" and ", ids) + " are shown");
}
