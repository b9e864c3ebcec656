using System.Text.Json.Nodes;
using FeedApi.Publishing;
using FeedApi.Tests.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FeedApi.Tests.Publishing;

public sealed class BadPostTests
{
    private const string Good = "---\ntitle: Good\n---\nGood text.\n";

    [Fact]
    public async Task A_post_that_turns_bad_keeps_its_last_good_version_until_it_is_good_again()
    {
        await using var site = await TestSite.StartAsync(content => content.With("_posts/2024-01-01-a.md", Good));

        site.Content.With("_posts/2024-01-01-a.md", "---\ntitle: Cut o");
        await TestSite.UntilAsync(async () => (await site.ProblemsAsync()).Count == 1, "the problem is listed");

        Assert.Contains("Good text.", await site.TextAsync("/feed.rss"), StringComparison.Ordinal);
        var problem = (await site.ProblemsAsync())[0]!;
        Assert.Equal(
            ("front-matter-unclosed", "_posts/2024-01-01-a.md", 1),
            ((string)problem["code"]!, (string)problem["file"]!, (int)problem["line"]!));
        Assert.Equal("The last good version stays published.", (string)problem["action"]!);

        site.Content.With("_posts/2024-01-01-a.md", Good.Replace("text", "again", StringComparison.Ordinal));
        await TestSite.UntilAsync(async () => (await site.ProblemsAsync()).Count == 0, "the problem is gone");
        Assert.Contains("Good again.", await site.TextAsync("/feed.rss"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_post_keeps_its_last_good_version_over_a_restart()
    {
        await using var site = await TestSite.StartAsync(content => content.With("_posts/2024-01-01-a.md", Good));
        await site.StopAsync();
        site.Content.With("_posts/2024-01-01-a.md", "---\ntitle: [broken\n---\nx\n");

        await site.StartAsync();

        await TestSite.UntilAsync(async () => (await site.ProblemsAsync()).Count == 1, "the problem is listed");
        Assert.Equal(["2024-01-01-a"], await site.IdsAsync());
    }

    [Fact]
    public async Task Bad_posts_hurt_neither_each_other_nor_the_good_ones()
    {
        var faults = new Dictionary<string, string>
        {
            ["2024-01-01-alias.md"] = "---\na: &x [*x]\n---\nx",
            ["2024-01-02-secret.md"] = "---\npublished: soon\n---\nx",
            ["2024-01-03-deep.md"] = "---\na: " + new string('[', 40) + new string(']', 40) + "\n---\nx",
            ["2024-01-04-large.md"] = "---\na: " + new string('a', 70_000) + "\n---\nx",
            ["2024-01-05-unclosed.md"] = "---\ntitle: x\n",
            ["2024-01-06-budget.md"] = "---\ntitle: x\n---\n" + string.Concat(Enumerable.Repeat("a\n\n", 50_000)),
            ["2024-01-07-depth.md"] = "---\ntitle: x\n---\n" + string.Concat(Enumerable.Repeat("> ", 200)) + "x",
            ["undated.md"] = "---\ntitle: x\n---\nx",
            ["2024-01-08-empty.md"] = "",
        };
        await using var site = await TestSite.StartAsync(content =>
        {
            foreach (var (name, text) in faults) content.With("_posts/" + name, text);
            content.With("_posts/2024-02-01-good.md", Good);
        });

        Assert.Equal(["2024-02-01-good"], await site.IdsAsync());
        var held = (await site.ProblemsAsync())
            .Where(problem => (string)problem!["severity"]! == "error")
            .ToDictionary(problem => (string)problem!["file"]!, Code);
        Assert.Equal(faults.Keys.Select(name => "_posts/" + name).Order(), held.Keys.Order());
        Assert.Equal(
            ((string[])
            [
                "budget render-budget", "deep yaml-depth", "depth markdown-depth", "empty front-matter-missing",
                "large front-matter-too-large", "alias yaml-alias", "secret field-type", "unclosed front-matter-unclosed",
                "undated no-date",
            ]).Order(),
            held.Select(each => $"{each.Key.Split(['-', '/', '.'])[^2]} {each.Value}").Order());
    }

    [Fact]
    public async Task A_problem_is_logged_once_with_file_line_and_code()
    {
        await using var site = await TestSite.StartAsync(content =>
            content.With("_posts/2024-01-01-a.md", "---\ntitle: \"a \"b\" c\"\n---\nx\n"));
        await site.RestartAsync();
        site.Content.With("_posts/2024-01-02-b.md", Good);
        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 2, "another change is published");

        var entry = Assert.Single(site.Log.All, entry => entry.EventId == PublishingEvents.PostProblem);
        Assert.Equal(
            (LogLevel.Warning, "_posts/2024-01-01-a.md", ":2:8", "front-matter-repaired"),
            (entry.Level, entry.Values["File"], entry.Values["Place"], entry.Values["Code"]));
    }

    [Fact]
    public async Task Of_two_posts_with_one_permalink_the_lower_path_has_it_and_the_other_one_keeps_an_address()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-b.md", "---\ntitle: B\npermalink: /same\n---\nx\n")
            .With("_posts/2024-01-02-c.md", "---\ntitle: C\npermalink: /same\n---\nx\n"));

        Assert.Equal("https://example.org/articles/2024-01-02-c", (string)(await site.JsonAsync("/api/v1/articles/2024-01-02-c"))["url"]!);
        Assert.Equal("duplicate-permalink", Code(Assert.Single(await site.ProblemsAsync())!));

        site.Content.With("_posts/2024-01-01-a.md", "---\ntitle: A\npermalink: /same\n---\nx\n");
        await TestSite.UntilAsync(
            async () => (await site.TextAsync("/same")).Contains("<h1>A</h1>", StringComparison.Ordinal), "the lower path has the address");
        Assert.Contains("<h1>B</h1>", await site.TextAsync("/articles/2024-01-01-b"), StringComparison.Ordinal);
        Assert.All(
            await site.ProblemsAsync(),
            problem => Assert.StartsWith("_posts/2024-01-01-a.md has", (string)problem!["message"]!, StringComparison.Ordinal));

        File.Delete(site.Content.Full("_posts/2024-01-01-a.md"));
        await TestSite.UntilAsync(
            async () => (await site.TextAsync("/same")).Contains("<h1>B</h1>", StringComparison.Ordinal), "the next one has it back");
        Assert.StartsWith(
            "_posts/2024-01-01-b.md has", (string)Assert.Single(await site.ProblemsAsync())!["message"]!, StringComparison.Ordinal);
        Assert.Equal("https://example.org/articles/2024-01-02-c", (string)(await site.JsonAsync("/api/v1/articles/2024-01-02-c"))["url"]!);
    }

    [Fact]
    public async Task Unreadable_and_irregular_files_are_problems_that_name_them()
    {
        await using var site = await TestSite.StartAsync(content =>
        {
            content.With("_posts/2024-01-01-good.md", Good).With("_posts/2024-01-02-folder.md/x", "x");
            File.CreateSymbolicLink(content.Full("_posts/2024-01-03-link.md"), "/etc/hostname");
        });

        Assert.Equal(["2024-01-01-good"], await site.IdsAsync());
        Assert.Equal(
            [("_posts/2024-01-02-folder.md", "not-regular"), ("_posts/2024-01-03-link.md", "not-regular")],
            (await site.ProblemsAsync()).Select(problem => ((string)problem!["file"]!, Code(problem))));
    }

    private static async Task<string> TitlesAsync(TestSite site) =>
        string.Join(' ', (await site.JsonAsync("/api/v1/articles"))["data"]!.AsArray().Select(article => (string)article!["title"]!));

    private static string Code(JsonNode? problem) => (string)problem!["code"]!;
}
