using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Commands.Reload;

/// <summary>Data files and includes that break while the server runs.</summary>
public sealed class TemplateFaultTests
{
    [Theory]
    [InlineData("_data/x.yml", "k: [\n", 2)]
    [InlineData("_data/y.json", "{\"k\": ", 1)]
    [InlineData("_includes/i.html", "\n{% if %}", 2)]
    public async Task A_file_that_breaks_keeps_its_last_good_version(string path, string broken, int line)
    {
        await using var site = await StartAsync();

        site.Content.WithExactly(path, broken);
        await TestSite.UntilAsync(async () => (await site.ProblemsAsync()).Count == 1, "the problem is shown");
        var problem = (await site.ProblemsAsync())[0]!;
        site.Content.With("_posts/2024-01-02-two.md", Post);
        await TestSite.UntilAsync(async () => (await site.TextAsync("/feed.rss")).Contains("two", StringComparison.Ordinal), "a new post");

        Assert.Equal(("invalid-settings", path), ((string?)problem["code"], (string?)problem["file"]));
        Assert.Equal(line, (int?)problem["line"] ?? line);
        Assert.Equal(2, (await site.TextAsync("/feed.rss")).Split("[one two three]").Length - 1);
    }

    [Fact]
    public async Task A_file_that_is_mended_or_deleted_takes_effect()
    {
        await using var site = await StartAsync();

        site.Content.WithExactly("_data/x.yml", "k: [\n");
        await TestSite.UntilAsync(async () => (await site.ProblemsAsync()).Count == 1, "the problem is shown");
        site.Content.WithExactly("_data/x.yml", "k: eins\n");
        await TestSite.UntilAsync(
            async () => (await site.TextAsync("/feed.rss")).Contains("[eins two three]", StringComparison.Ordinal), "the new value");
        Assert.Empty(await site.ProblemsAsync());

        File.Delete(site.Content.Full("_includes/i.html"));
        await TestSite.UntilAsync(
            async () => (await site.TextAsync("/feed.rss")).Contains("[eins two ]", StringComparison.Ordinal), "the include is gone");
        Assert.Equal("liquid-include", (string?)Assert.Single(await site.ProblemsAsync())!["code"]);
    }

    private const string Post = "---\ntitle: P\n---\n[{{ site.data.x.k }} {{ site.data.y.k }} {% include i.html %}]\n";

    private static async Task<TestSite> StartAsync()
    {
        var site = new TestSite { Arguments = [] };
        site.Content.With("_config.yml", "title: T\nurl: https://tides.example\n")
            .With("_data/x.yml", "k: one\n")
            .With("_data/y.json", "{\"k\": \"two\"}")
            .WithExactly("_includes/i.html", "three")
            .With("_posts/2024-01-01-one.md", Post);
        await site.StartAsync();
        return site;
    }
}
