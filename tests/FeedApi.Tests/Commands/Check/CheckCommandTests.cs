using System.Diagnostics;
using System.Text.Json.Nodes;
using FeedApi.Tests.Content;
using FeedApi.Tests.Docs;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Commands.Check;

public sealed class CheckCommandTests : IDisposable
{
    private const string Schemas = "tests/FeedApi.Tests/Commands/Check/Schemas";

    private readonly ContentFolder content = new ContentFolder()
        .With("_config.yml", "url: https://example.org\npermalink: /:title.html\nfeedapi: {ai_sources: [Machine]}\n")
        .With("_posts/2024-01-01-good.md", "---\ntitle: Good\ncategories: a\n---\n## Part\n\n[other](/linked.html#there)\n")
        .With("_posts/2024-01-02-linked.md", "---\ntitle: Linked\ncategories: a\n---\n## There\n\nx\n");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => content.Dispose();

    [Fact]
    public async Task A_clean_site_has_no_problem_and_is_counted()
    {
        content.With("_posts/2024-01-03-draft.md", "---\ntitle: Draft\npublished: false\n---\nx\n");
        content.With("_posts/2999-01-01-later.md", "---\ntitle: Later\n---\nx\n");

        var (code, report) = await CheckAsync();

        Assert.Equal(0, code);
        Assert.Empty(report["problems"]!.AsArray());
        Assert.Equal(
            """{"posts":4,"published":2,"scheduled":1,"hidden":1,"held":0,"repaired":0,"merged_terms":0,"feeds":2,"links":1}""",
            Ordered(report["summary"]!, "posts", "published", "scheduled", "hidden", "held", "repaired", "merged_terms", "feeds", "links"));
    }

    // Each kind of problem that only this command finds, and some that the server reports too.
    [Theory]
    [InlineData("title: X\n---\n\n[gone](/gone.html)\n", "dead-link", 5)]
    [InlineData("title: X\n---\n\n[two](/linked.html) /gone10\n\n[gone](/gone1)\n", "dead-link", 7)]
    [InlineData("title: X\n---\n\n![gone](/gone.png)\n", "dead-link", 5, "missing-image")]
    [InlineData("title: X\n---\n\n[part](/linked.html#nowhere)\n", "dead-anchor", 5)]
    [InlineData("title: X\nredirect_from: /linked.html\n---\nx\n", "redirect-shadowed", 3)]
    [InlineData("title: X\ncategories: Machine\n---\nx\n", "ai-unlabelled", null)]
    [InlineData("title: \"a \"b\" c\"\n---\nx\n", "front-matter-repaired", 2)]
    [InlineData("title: X\ndate: soon\n---\nx\n", "bad-date", 3)]
    [InlineData("title: X\n---\n\n[here](#nowhere)\n", "dangling-link", 5)]
    public async Task A_problem_is_found_at_its_line_and_no_other(string post, string code, int? line, string? another = null)
    {
        content.With("_posts/2024-02-01-bad.md", "---\n" + post);

        var (_, report) = await CheckAsync();

        string[] expected = another is null ? [code] : [code, another];
        var found = report["problems"]!.AsArray();
        Assert.Equal(expected.Order(), found.Select(each => (string)each!["code"]!).Order());
        Assert.All(found, each => Assert.Equal("_posts/2024-02-01-bad.md", (string?)each!["file"]));
        Assert.Equal(line, (int?)found.First(each => (string)each!["code"]! == code)!["line"]);
    }

    [Fact]
    public async Task A_player_that_the_site_may_show_is_no_fault_of_a_feed()
    {
        content.With("_config.yml", "url: https://example.org\nfeedapi: {trust: author}\n");
        content.With(
            "_posts/2024-02-01-film.md",
            "---\ntitle: X\n---\n\n<iframe src=\"https://www.youtube.com/embed/x\" title=\"A film\"></iframe>\n");

        Assert.DoesNotContain((await CheckAsync()).Report["problems"]!.AsArray(), each => (string?)each!["code"] == "feed-invalid");
    }

    [Theory]
    [InlineData("title: X\nguid: \"https://x.example/🚀\"\n---\nx\n")]
    [InlineData("title: X\npublished: false\n---\nx\n", "_posts/a-draft.md")]
    public async Task What_is_no_fault_is_not_told_as_one(string post, string name = "_posts/2024-02-01-fine.md")
    {
        content.With(name, "---\n" + post);

        Assert.DoesNotContain((await CheckAsync()).Report["problems"]!.AsArray(), each => (string?)each!["severity"] == "error");
    }

    [Fact]
    public async Task A_link_to_a_text_is_for_browsers()
    {
        const string links = "[text](/linked.html#:~:text=x) [both](/linked.html#there:~:text=x)";
        content.With("_posts/2024-02-01-fine.md", $"---\ntitle: X\n---\n\n{links}\n");

        Assert.Empty((await CheckAsync()).Report["problems"]!.AsArray());
    }

    [Fact]
    public async Task An_article_that_burdens_every_feed_is_told()
    {
        var paragraph = string.Concat(Enumerable.Repeat("word ", 2_000)) + "\n\n";
        content.With("_posts/2024-02-01-large.md", "---\ntitle: Large\n---\n" + string.Concat(Enumerable.Repeat(paragraph, 30)));

        var (_, report) = await CheckAsync();

        Assert.Equal("oversized-item", (string?)Assert.Single(report["problems"]!.AsArray())!["code"]);
    }

    [Fact]
    public async Task Warnings_end_it_well_unless_it_is_strict_and_errors_never_do()
    {
        content.With("_posts/2024-02-01-bad.md", "---\ntitle: X\n---\n\n[gone](/gone.html)\n");
        Assert.Equal(0, (await CheckAsync()).Code);
        Assert.Equal(1, (await CheckAsync("--strict")).Code);

        content.With("_posts/2024-02-01-bad.md", "---\ntitle: X\n");
        Assert.Equal(1, (await CheckAsync()).Code);
    }

    [Fact]
    public async Task The_text_has_the_line_with_a_mark_and_what_was_done()
    {
        content.With("_posts/2024-02-01-bad.md", "---\ntitle: X\n---\n\n请看[这里](/gone.html)。\n");

        var run = await ProgramRun.OfAsync(["check", "--content", content.Path]);

        Assert.Equal(
            """
            _posts/2024-02-01-bad.md
              5:8 warning dead-link: There is nothing at /gone.html.
                | 请看[这里](/gone.html)。
                | 　　 　　  ^
                The link leads nowhere.

            3 posts: 3 published, 0 of them repaired, 0 scheduled, 0 hidden, 0 held back; 0 terms merged
            2 feeds in three formats and 2 links within the site checked
            0 errors, 1 warning

            """.ReplaceLineEndings("\n"),
            run.Output.ReplaceLineEndings("\n"));
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task GitHub_shows_each_problem_at_its_line()
    {
        content.With("_posts/2024-02-01-bad.md", "---\ntitle: X\n---\n\n[100%](/gone.html)\n");

        var run = await ProgramRun.OfAsync(["check", "--content", "site", "--format", "github"], Linked());

        Assert.Equal(
            "::warning file=site/_posts/2024-02-01-bad.md,title=dead-link,line=5,col=8::There is nothing at /gone.html. "
                + "The link leads nowhere.",
            run.Output.Trim());
    }

    [Fact]
    public async Task Reports_are_valid_by_their_schemas()
    {
        content.With("_posts/2024-02-01-bad.md", "---\ntitle: X\n---\n\n[gone](/gone.html) [part](/linked.html#nowhere)\n");
        content.With("_posts/2024-02-02-bad.md", "---\ntitle: X\n");

        var sarif = await ProgramRun.OfAsync(["check", "--content", content.Path, "--format", "sarif"]);
        var json = await ProgramRun.OfAsync(["check", "--content", content.Path, "--format", "json"]);

        Assert.Equal(3, JsonNode.Parse(sarif.Output)!["runs"]![0]!["results"]!.AsArray().Count);
        await AssertValidAsync(sarif.Output, "sarif");
        await AssertValidAsync(json.Output, Repository.PathOf("docs/check-report.schema.json"));
    }

    [Fact]
    public async Task The_sample_site_has_only_the_problem_that_it_is_to_show()
    {
        var run = await ProgramRun.OfAsync(["check", "--content", Repository.PathOf("content"), "--format", "json"]);

        Assert.Equal(0, run.Code);
        var problem = Assert.Single(JsonNode.Parse(run.Output)!["problems"]!.AsArray())!;
        Assert.Equal("front-matter-repaired", (string?)problem["code"]);
        Assert.Equal("_posts/2025-08-10-three-mistakes-about-spring-tides.md", (string?)problem["file"]);
    }

    [Theory]
    [InlineData("--format xml", "xml")]
    [InlineData("--content nowhere", "nowhere")]
    [InlineData("--strikt", "--strikt")]
    public async Task What_is_wrong_is_told_in_one_line(string arguments, string told)
    {
        var run = await ProgramRun.OfAsync(["check", .. arguments.Split(' ')], content.Path);

        Assert.Equal(2, run.Code);
        Assert.Contains(told, Assert.Single(run.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_beside_the_posts()
    {
        var before = Directory.GetFileSystemEntries(content.Path, "*", SearchOption.AllDirectories).Order();

        await ProgramRun.OfAsync(["check", "--content", "."], content.Path);

        Assert.Equal(before, Directory.GetFileSystemEntries(content.Path, "*", SearchOption.AllDirectories).Order());
    }

    // A folder in which the site is called "site".
    private string Linked()
    {
        var folder = Directory.CreateDirectory(Path.Combine(content.Path, "_work")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(folder, "site"), content.Path);
        return folder;
    }

    private async Task<(int Code, JsonNode Report)> CheckAsync(params string[] more)
    {
        var run = await ProgramRun.OfAsync(["check", "--content", content.Path, "--format", "json", .. more]);
        Assert.Empty(run.Errors);
        return (run.Code, JsonNode.Parse(run.Output)!);
    }

    private static string Ordered(JsonNode summary, params string[] names) =>
        new JsonObject(names.Select(name => KeyValuePair.Create(name, summary[name]?.DeepClone()))).ToJsonString();

    private static async Task AssertValidAsync(string json, string schema)
    {
        var folder = Repository.PathOf(Schemas);
        if (!Directory.Exists(Path.Combine(folder, "node_modules"))) Assert.Skip($"Install nodejs and npm, and run npm ci in {Schemas}.");
        var start = new ProcessStartInfo("node", [Path.Combine(folder, "validate.mjs"), schema])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(json.AsMemory(), Token);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        Assert.True(process.ExitCode == 0, output);
    }
}
