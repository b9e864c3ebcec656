using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using FeedApi.Rendering;
using FeedApi.Tests.Content;
using FeedApi.Tests.Content.Jekyll;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Rendering;

/// <summary>Titles as plain text, against what readers of jekyll-feed show.</summary>
public sealed class TitleTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly Case[] Cases = JsonSerializer.Deserialize<Case[]>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Rendering", "titles.json")), JsonSerializerOptions.Web)!;

    public static TheoryData<string> Titles => [.. Cases.Select(each => each.Title)];

    [Theory]
    [MemberData(nameof(Titles))]
    public void A_title_of_a_Jekyll_site_is_what_jekyll_feed_shows_without_its_losses(string title)
    {
        using var folder = new ContentFolder();
        var expected = Cases.First(each => each.Title == title);

        var ours = new JekyllTitle(folder.With("_config.yml", "title: T\n").Site()).Of(title);

        Assert.Equal(WithPlainMarks(expected.Ours ?? expected.Jekyll), WithPlainMarks(ours));
    }

    // jekyll-feed alone sets the marks of print.
    private static string WithPlainMarks(string title) => title
        .Replace('“', '"').Replace('”', '"').Replace('‘', '\'').Replace('’', '\'')
        .Replace("—", "---", StringComparison.Ordinal).Replace("–", "--", StringComparison.Ordinal)
        .Replace("…", "...", StringComparison.Ordinal)
        .Replace("« ", "<<", StringComparison.Ordinal).Replace(" »", ">>", StringComparison.Ordinal)
        .Replace("«", "<<", StringComparison.Ordinal).Replace("»", ">>", StringComparison.Ordinal);

    [Fact]
    public async Task The_answers_are_those_of_jekyll_feed()
    {
        using var folder = new ContentFolder();
        folder.WithExactly(
            "_config.yml", "title: T\nurl: https://example.org\nplugins: [jekyll-feed]\nfeed: {posts_limit: 1000}\npermalink: /:title\n");
        foreach (var (index, each) in Cases.Index())
        {
            folder.WithExactly(
                $"_posts/2024-01-01-post{index}.md", $"---\ntitle: {JsonSerializer.Serialize(each.Title)}\n---\nx\n");
        }

        var build = await JekyllBuild.OfAsync(folder.Path, "jekyll-feed");
        var shown = XDocument.Parse(build.Feeds["feed.xml"]).Root!.Elements(Atom + "entry").ToDictionary(
            entry => (string)entry.Element(Atom + "link")!.Attribute("href")!,
            entry => WebUtility.HtmlDecode(entry.Element(Atom + "title")!.Value));

        Assert.All(Cases.Index(), each => Assert.Equal(each.Item.Jekyll, shown[$"https://example.org/post{each.Index}"]));
    }

    [Fact]
    public async Task All_outputs_show_the_same_title()
    {
        await using var site = await TestSite.StartAsync(content => content.With(
            "_posts/2024-01-01-a.md", "---\ntitle: 'Q&amp;A: <em>\"Vec<T>\"</em> &#8211; part 1'\n---\nx\n"));
        const string Title = "Q&A: \"Vec<T>\" – part 1";

        Assert.Equal(Title, (string?)(await site.JsonAsync("/api/v1/articles/2024-01-01-a"))["title"]);
        Assert.Equal(Title, (string?)(await site.JsonAsync("/feed.json"))["items"]![0]!["title"]);
        Assert.Equal(Title, (string?)(await site.XmlAsync("/feed.atom")).Element(Atom + "entry")!.Element(Atom + "title"));
        Assert.Equal(Title, (string?)(await site.XmlAsync("/feed.rss")).Element("channel")!.Element("item")!.Element("title"));
        var page = await site.TextAsync("/articles/2024-01-01-a");
        var (start, end) = (page.IndexOf("<h1>", StringComparison.Ordinal) + 4, page.IndexOf("</h1>", StringComparison.Ordinal));
        Assert.Equal(Title, WebUtility.HtmlDecode(page[start..end]));
    }

    [Fact]
    public async Task A_title_of_another_site_stays_as_written()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_config.yml", "title: T\nfeedapi: {jekyll: false}\n")
            .With("2024-01-01-a.md", "---\ntitle: 'A &amp; \"<b>B</b>\"'\n---\nx\n"));

        Assert.Equal("A &amp; \"<b>B</b>\"", (string?)(await site.JsonAsync("/api/v1/articles"))["data"]![0]!["title"]);
    }

    private sealed record Case(string Title, string Jekyll, string? Ours);
}
