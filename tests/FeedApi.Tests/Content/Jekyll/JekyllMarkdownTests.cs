using Xunit;

namespace FeedApi.Tests.Content.Jekyll;

/// <summary>Files that are Markdown by the setting <c>markdown_ext</c>.</summary>
public sealed class JekyllMarkdownTests
{
    private static readonly JekyllFixture[] Posts =
    [
        JekyllFixture.Post("usual", "2015-01-01-usual.md", "title: T"),
        JekyllFixture.Post("text", "2015-01-02-Text.text", "title: T\ncategory: a"),
        JekyllFixture.Post("capitals", "2015-01-03-capitals.TEXT", "title: T"),
        JekyllFixture.Post("no longer", "2015-01-04-no.mkd", "title: T"),
        JekyllFixture.Post("html", "2015-01-05-html.html", "title: T"),
        JekyllFixture.Post("dots", "2015-01-06-v1.2.text", "title: T\ntags: a b"),
        JekyllFixture.At("folder", "above/_posts/2015-01-07-below.txt", "permalink: /x/:title:output_ext"),
    ];

    [Theory]
    [InlineData("markdown_ext: \"md,text,txt\"")]
    [InlineData("markdown_ext: \"text,md,TXT\"\npermalink: /:path:output_ext")]
    [InlineData("markdown_ext: \"txt,text\"\npermalink: pretty")]
    public async Task A_site_chooses_which_files_are_Markdown(string config)
    {
        var run = await JekyllRun.OfAsync(config + "\n", Posts);
        if (run is null) Assert.Skip(JekyllSiteExtensions.Missing);
        foreach (var post in Posts) run.Verify(post);
    }

    [Fact]
    public void A_file_that_is_not_Markdown_is_shown_as_it_is()
    {
        using var folder = new ContentFolder();
        folder.WithExactly("_config.yml", "markdown_ext: text");

        Assert.Equal(FeedApi.Model.PostFormat.Markdown, folder.ReadPost("---\ntitle: T\n---\n*x*", "2015-01-01-a.text").Post!.Format);
        Assert.Equal(FeedApi.Model.PostFormat.Html, folder.ReadPost("---\ntitle: T\n---\n*x*", "2015-01-01-a.md").Post!.Format);
    }
}
