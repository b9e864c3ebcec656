using System.Net;
using System.Text.Json.Nodes;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Commands.Explain;

/// <summary>Why a post is published or not, told by a command and on the management listener.</summary>
public sealed class ExplainTests : IAsyncLifetime
{
    private TestSite site = null!;

    public async ValueTask InitializeAsync() => site = await TestSite.StartAsync(content =>
    {
        content
            .With(
                "_config.yml",
                "url: https://example.org\npermalink: /:title.html\nexclude: [_posts/2024-01-08-left-out.md]\nposts: {}\n"
                    + "defaults: [{scope: {path: _posts/sketches}, values: {published: false}}]\n")
            .With("_posts/2024-01-01-shown.md", "---\ntitle: Shown\ncategories: a\nredirect_from: /before\n---\nx\n")
            .With("_posts/2024-01-02-draft.md", "---\ntitle: Draft\npublished: false\n---\nx\n")
            .With("_posts/sketches/2024-01-03-sketch.md", "---\ntitle: Sketch\n---\nx\n")
            .With("_posts/2999-01-04-later.md", "---\ntitle: Later\n---\nx\n")
            .With("_posts/2024-01-05-over.md", "---\ntitle: Over\nexpiryDate: 2024-02-01\n---\nx\n")
            .With("_posts/2024-01-06-cut.md", "---\ntitle: Cut\n")
            .With("_posts/2024-01-07-odd.txt", "---\ntitle: Odd\n---\nx\n")
            .With("_posts/2024-01-08-left-out.md", "---\ntitle: Left out\n---\nx\n")
            .With("_posts/2024-01-09-private.md", "---\ntitle: Private\nwithdrawn: true\n---\nx\n");
        for (var i = 1; i <= 20; i++) content.With($"_posts/2024-03-{i:00}-newer-{i}.md", "---\ntitle: Newer\n---\nx\n");
    });

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("_posts/2024-01-01-shown.md")]
    [InlineData("./_posts/../_posts//2024-01-01-shown.md")]
    public async Task A_path_may_be_written_in_any_way(string path)
    {
        var run = await ProgramRun.OfAsync(["explain", "--content", site.Content.Path, path]);

        Assert.Equal(0, run.Code);
        Assert.Contains("published: ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("_posts/2024-01-01-shown.md", "published", null)]
    [InlineData("2024-01-01-shown", "published", null)]
    [InlineData("https://example.org/shown.html", "published", null)]
    [InlineData("/shown.html?utm=x", "published", null)]
    [InlineData("/before", "published", null)]
    [InlineData("_posts/2024-01-02-draft.md", "hidden", 3)]
    [InlineData("2024-01-02-draft", "hidden", 3)]
    [InlineData("_posts/sketches/2024-01-03-sketch.md", "hidden", null)]
    [InlineData("2999-01-04-later", "scheduled", null)]
    [InlineData("_posts/2024-01-05-over.md", "expired", 3)]
    [InlineData("_posts/2024-01-06-cut.md", "held", 1)]
    [InlineData("_posts/2024-01-07-odd.txt", "not-a-post", null)]
    [InlineData("_posts/2024-01-08-left-out.md", "excluded", null)]
    [InlineData("_posts/2024-01-09-private.md", "withdrawn", 3)]
    public async Task Each_state_is_told_with_the_line_that_decides(string post, string state, int? line)
    {
        var told = await ExplainAsync(post);

        Assert.Equal((state, line), ((string)told["state"]!, (int?)told["line"]));
    }

    [Fact]
    public async Task Each_feed_is_told()
    {
        var told = await ExplainAsync("2024-01-01-shown");

        Assert.Equal("https://example.org/shown.html", (string?)told["url"]);
        Assert.Equal(
            [("https://example.org/feed.rss", false), ("https://example.org/categories/a/feed.rss", true)],
            told["feeds"]!.AsArray().Select(feed => ((string)feed!["url"]!, (bool)feed["is_in"]!)));
        Assert.Contains("newest 20", (string)told["feeds"]![0]!["reason"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_post_is_gone()
    {
        File.Delete(site.Content.Full("_posts/2024-01-01-shown.md"));

        await TestSite.UntilAsync(
            async () => ((string)(await ExplainAsync("/shown.html"))["reason"]!).Contains("2024-01-01-shown was deleted"), "it is gone");

        Assert.Equal("gone", (string?)(await ExplainAsync("/shown.html"))["state"]);
    }

    [Fact]
    public async Task What_is_no_post_is_not_found()
    {
        using var missing = await site.Management.GetAsync("/api/v1/explain?post=nothing", Token);
        Assert.Equal((HttpStatusCode.NotFound, "no-such-post"), (missing.StatusCode, await CodeOfAsync(missing)));
        using var empty = await site.Management.GetAsync("/api/v1/explain", Token);
        Assert.Equal((HttpStatusCode.BadRequest, "bad-parameter"), (empty.StatusCode, await CodeOfAsync(empty)));
        using var open = await site.GetAsync("/api/v1/explain?post=2024-01-01-shown");
        Assert.Equal(HttpStatusCode.NotFound, open.StatusCode);
    }

    [Fact]
    public async Task The_command_tells_the_same_without_the_server()
    {
        var shown = await RunAsync("2024-01-01-shown");
        Assert.Equal(0, shown.Code);
        Assert.Contains("in     https://example.org/categories/a/feed.rss", shown.Output, StringComparison.Ordinal);

        var draft = await RunAsync("_posts/2024-01-02-draft.md");
        Assert.Equal((1, "_posts/2024-01-02-draft.md:3\nhidden: Its front matter hides it.\n"), (draft.Code, draft.Output));

        var json = await RunAsync("2999-01-04-later", "--format", "json");
        Assert.Equal("scheduled", (string?)JsonNode.Parse(json.Output)!["state"]);

        var none = await RunAsync("nothing");
        Assert.Equal(2, none.Code);
        Assert.Contains("nothing", Assert.Single(none.Errors), StringComparison.Ordinal);

        var unnamed = await ProgramRun.OfAsync(["explain"]);
        Assert.Equal(2, unnamed.Code);
        Assert.Contains("Name the post", Assert.Single(unnamed.Errors), StringComparison.Ordinal);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<ProgramRun> RunAsync(string post, params string[] more) =>
        ProgramRun.OfAsync(["explain", post, "--content", ".", .. more], site.Content.Path);

    private async Task<JsonNode> ExplainAsync(string post) =>
        JsonNode.Parse(await site.Management.GetStringAsync("/api/v1/explain?post=" + Uri.EscapeDataString(post), Token))!;

    private static async Task<string?> CodeOfAsync(HttpResponseMessage answer) =>
        (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!["code"];
}
