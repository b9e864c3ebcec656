using FeedApi.Content;
using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Commands.NewPosts;

public sealed class NewCommandTests : IDisposable
{
    private readonly ContentFolder content = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => content.Dispose();

    [Theory]
    [InlineData("_config.yml", "url: https://example.org\ntimezone: Asia/Shanghai\n", "_posts/2026-11-30-chaoxi-notes.md")]
    [InlineData("hugo.toml", "baseURL = 'https://example.org/'\ntimeZone = 'Asia/Shanghai'\n", "content/posts/2026-11-30-chaoxi-notes.md")]
    [InlineData("config.toml", "base_url = 'https://example.org'\n", "content/posts/2026-11-30-chaoxi-notes.md")]
    public async Task A_post_is_read_back_as_it_was_asked_for(string config, string settings, string path)
    {
        content.With(config, settings);
        if (config != "_config.yml") content.With("content/posts/2020-01-01-old.md", Old(config));
        const string title = "潮汐 \"notes\"";

        var run = await ProgramRun.OfAsync(
        [
            "new", title, "--content", content.Path, "--category", "潮汐: 大潮", "--category", "b", "--date", "2026-11-30T08:00:00+08:00",
        ]);

        Assert.Equal((0, 0), (run.Code, run.Errors.Count));
        Assert.EndsWith(path, run.Output.Trim(), StringComparison.Ordinal);
        var reading = new PostReader(SiteReader.Read(content.Path, "https://example.org", null)).Read(new PostFile(path, 0, 0), Token);
        Assert.Empty(reading.Problems);
        Assert.Equal(title, reading.Post!.Title);
        Assert.Equal(["潮汐: 大潮", "b"], reading.Post.Categories);
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 8, 0, 0, TimeSpan.FromHours(8)), reading.Post.Published);
    }

    [Fact]
    public async Task A_date_without_an_offset_is_in_the_zone_of_the_site()
    {
        content.With("_config.yml", "url: https://example.org\ntimezone: Asia/Shanghai\n");

        await ProgramRun.OfAsync(["new", "X", "--content", content.Path, "--date", "2026-11-30 08:00", "--lang", "en"]);

        Assert.Equal(
            "---\ntitle: \"X\"\ndate: 2026-11-30 08:00:00 +0800\nlang: \"en\"\n---\n\n",
            await File.ReadAllTextAsync(content.Full("_posts/2026-11-30-x.md"), Token));
    }

    [Theory]
    [InlineData("2024-01-01-old.md", "2026-11-30-x.md")]
    [InlineData("blog/_posts/2024-01-01-old.md", "blog/_posts/2026-11-30-x.md")]
    [InlineData("src/_posts/2024-01-01-old.md", "src/_posts/2026-11-30-x.md", "collections_dir: src\n")]
    public async Task It_goes_where_the_other_posts_are_and_they_stay_posts(string other, string path, string settings = "")
    {
        content.With("_config.yml", "url: https://example.org\n" + settings).With(other, "---\ntitle: Old\n---\nx\n");

        await ProgramRun.OfAsync(["new", "X", "--content", content.Path, "--date", "2026-11-30"]);

        Assert.True(File.Exists(content.Full(path)));
        var check = await ProgramRun.OfAsync(["check", "--content", content.Path]);
        Assert.Contains("2 posts: 2 published, 0 of them repaired", check.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("😀", "title: \"😀\"")]
    [InlineData("𠮷野家 \\ \"x\"", "title: \"𠮷野家 \\\\ \\\"x\\\"\"")]
    public async Task Letters_are_written_as_themselves(string title, string line)
    {
        var run = await ProgramRun.OfAsync(["new", title, "--content", content.Path, "--date", "2026-11-30"]);

        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, run.Output.Trim()), Token);
        Assert.Equal(line, text.Split('\n')[1]);
    }

    [Fact]
    public async Task A_long_title_has_a_short_name()
    {
        var run = await ProgramRun.OfAsync(["new", new string('中', 300), "--content", content.Path, "--date", "2026-11-30"]);

        Assert.Equal(0, run.Code);
        Assert.InRange(Path.GetFileName(run.Output.Trim()).Length, 20, 100);
    }

    [Fact]
    public async Task In_a_site_of_Hugo_the_name_says_the_language()
    {
        content.With(
            "hugo.toml",
            "baseURL = 'https://example.org/'\ndefaultContentLanguage = 'zh'\n[languages.zh]\nweight = 1\n[languages.en]\nweight = 2\n");
        content.With("content/posts/2024-01-01-old.md", "---\ntitle: Old\ndate: 2024-01-01\n---\nx\n");

        var english = await ProgramRun.OfAsync(["new", "X", "--content", content.Path, "--date", "2026-11-30", "--lang", "en"]);
        var unknown = await ProgramRun.OfAsync(["new", "X", "--content", content.Path, "--date", "2026-11-30", "--lang", "fr"]);

        Assert.EndsWith("content/posts/2026-11-30-x.en.md", english.Output.Trim(), StringComparison.Ordinal);
        Assert.Contains("--lang is fr; the site has zh, en", Assert.Single(unknown.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_is_there_is_left_alone()
    {
        content.With("_posts/2026-11-30-x.md", "mine").With("_posts/2026-11-30-x.md.new", "mine too");

        var run = await ProgramRun.OfAsync(["new", "X", "--content", content.Path, "--date", "2026-11-30"]);

        Assert.Equal(2, run.Code);
        Assert.Contains("There is a post at", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(content.Full("_posts/2026-11-30-x.md"), Token));
        Assert.Equal("mine too", await File.ReadAllTextAsync(content.Full("_posts/2026-11-30-x.md.new"), Token));
        Assert.Equal(2, Directory.GetFiles(content.Full("_posts")).Length);
    }

    [Fact]
    public async Task It_is_opened_in_the_program_that_the_environment_names()
    {
        var run = await ProgramRun.OfAsync(
            ["new", "X", "--content", content.Path, "--date", "2026-11-30", "--edit"], null, ("VISUAL", ""), ("EDITOR", "cat"));

        Assert.Equal(0, run.Code);
        Assert.Contains("title: \"X\"", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new --content .", "needs a title")]
    [InlineData("new --date 2026-11-30 --content .", "needs a title")]
    [InlineData("new X --content . --date soon", "--date is soon")]
    [InlineData("new X --categry y", "--categry")]
    [InlineData("new X --content nowhere", "nowhere")]
    [InlineData("new X --content . --edit", "VISUAL or EDITOR")]
    [InlineData("new X --content . --date 0001-01-01", "--date is 0001-01-01")]
    public async Task What_is_wrong_is_told_in_one_line(string arguments, string told)
    {
        var run = await ProgramRun.OfAsync(arguments.Split(' '), content.Path, ("VISUAL", ""), ("EDITOR", ""));

        Assert.Equal(2, run.Code);
        Assert.Contains(told, Assert.Single(run.Errors), StringComparison.OrdinalIgnoreCase);
    }

    private static string Old(string config) =>
        config == "config.toml" ? "+++\ntitle = 'Old'\ndate = 2020-01-01\n+++\nx\n" : "---\ntitle: Old\ndate: 2020-01-01\n---\nx\n";
}
