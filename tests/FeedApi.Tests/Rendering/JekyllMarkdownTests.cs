using FeedApi.Kramdown;
using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Site;
using Xunit;

namespace FeedApi.Tests.Rendering;

/// <summary>Markdown of Jekyll sites, which kramdown's rules read.</summary>
public sealed class JekyllMarkdownTests
{
    private static readonly SiteConfig Site = Sample.Site with { IsJekyll = true, Kramdown = KramdownOptions.Jekyll };

    [Fact]
    public void Classes_and_ids_stay_where_authors_are_trusted()
    {
        var site = Site with { Trust = TrustLevel.Author };
        var post = Sample.Post("a *b*{:.z}\n{: .x #y}");
        Assert.Equal("<p id=\"c-y\" class=\"x\">a <em class=\"z\">b</em></p>", Sample.Render(post, site).Html);
        Assert.Equal("<p>a <em>b</em></p>", Sample.Render(post, Site).Html);
    }

    [Fact]
    public void A_site_that_is_not_jekylls_keeps_commonmark() => Assert.Equal("<p>\"a\" -- b</p>", Sample.Render("\"a\" -- b").Html);

    [Fact]
    public void A_post_that_is_nested_too_deeply_is_refused_with_the_line_where_that_begins()
    {
        var body = "a\n\n" + string.Concat(Enumerable.Repeat("> ", RenderingLimits.LineContainers + 1)) + "b";
        var problem = Assert.Single(new ArticleRenderer(Site).Render(Sample.Post(body)).Problems);
        Assert.Equal((ProblemCodes.MarkdownDepth, Sample.Post(body).BodyLine + 2), (problem.Code, problem.Line));
    }

    // The parser passes them, and Markdig's writer, which counts what kramdown's does not, has a limit of its own.
    [Theory]
    [InlineData("<div>", "</div>")]
    [InlineData("<span>", "</span>")]
    public void A_post_whose_HTML_is_nested_too_deeply_is_refused_as_that(string start, string end)
    {
        var nested = string.Concat(Enumerable.Repeat(start, 140)) + "a" + string.Concat(Enumerable.Repeat(end, 140));
        Assert.Equal(ProblemCodes.MarkdownDepth, Assert.Single(new ArticleRenderer(Site).Render(Sample.Post(nested)).Problems).Code);
    }

    [Fact]
    public void A_post_with_too_many_blocks_is_refused()
    {
        var body = string.Concat(Enumerable.Repeat("a\n\n", RenderingLimits.HtmlElements + 1));
        Assert.Equal(ProblemCodes.RenderBudget, Assert.Single(new ArticleRenderer(Site).Render(Sample.Post(body)).Problems).Code);
    }
}
