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
            "---\ntitle: \"X\"\ndate: 2026-11-30 08:00:00 +0800\nlang: en\n---\n\n",
            await File.ReadAllTextAsync(content.Full("_posts/2026-11-30-x.md"), Token));
    }

    [Fact]
    public async Task A_post_that_is_there_is_left_alone()
    {
        content.With("_posts/2026-11-30-x.md", "mine");

        var run = await ProgramRun.OfAsync(["new", "X", "--content", content.Path, "--date", "2026-11-30"]);

        Assert.Equal(2, run.Code);
        Assert.Contains("There is a post at", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(content.Full("_posts/2026-11-30-x.md"), Token));
        Assert.Single(Directory.GetFiles(content.Full("_posts")));
    }

    [Fact]
    public async Task It_is_opened_in_the_program_that_the_environment_names()
    {
        var run = await ProgramRun.OfAsync(
            ["new", "X", "--content", content.Path, "--date", "2026-11-30", "--edit"], null, ("VISUAL", "cat"));

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
    public async Task What_is_wrong_is_told_in_one_line(string arguments, string told)
    {
        var run = await ProgramRun.OfAsync(arguments.Split(' '), content.Path, ("VISUAL", ""), ("EDITOR", ""));

        Assert.Equal(2, run.Code);
        Assert.Contains(told, Assert.Single(run.Errors), StringComparison.OrdinalIgnoreCase);
    }

    private static string Old(string config) =>
        config == "config.toml" ? "+++\ntitle = 'Old'\ndate = 2020-01-01\n+++\nx\n" : "---\ntitle: Old\ndate: 2020-01-01\n---\nx\n";
}
