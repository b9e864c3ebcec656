using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Commands;

public sealed class SiteKeyWarningTests
{
    [Theory]
    [InlineData("titel: T", "titel", "title")]
    [InlineData("title: T\nfeed:\n  exerpt_only: true", "feed.exerpt_only", "feed.excerpt_only")]
    [InlineData("title: T\nkramdown:\n  hard_wraps: true", "kramdown.hard_wraps", "kramdown.hard_wrap")]
    public async Task A_key_that_is_nearly_one_of_ours_is_warned_about(string config, string key, string nearest)
    {
        var warning = Assert.Single(await WarningsAsync(config));

        Assert.Contains(key, warning, StringComparison.Ordinal);
        Assert.Contains(nearest, warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title: T\ntitel: U")]
    [InlineData("title: T\ntheme: minima\nnavigation: [a]\npaginate: 5\nlimit_posts: 3")]
    [InlineData("title: T\nfeed:\n  categories: [a]\nkramdown:\n  syntax_highlighter: rouge")]
    public async Task Others_are_not(string config) => Assert.Empty(await WarningsAsync(config));

    private static async Task<IReadOnlyList<string>> WarningsAsync(string config)
    {
        await using var site = await TestSite.StartAsync(content => content.With("_config.yml", config + "\n"));
        return [.. site.Log.All.Where(entry => entry.EventId.Name == "misspelled-key").Select(entry => entry.Text)];
    }
}
