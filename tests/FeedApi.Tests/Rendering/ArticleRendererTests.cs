using System.Xml;
using CsCheck;
using FeedApi.Model;
using FeedApi.Rendering;
using Xunit;

namespace FeedApi.Tests.Rendering;

public sealed class ArticleRendererTests
{
    private static readonly string[] Fragments =
    [
        "<p>", "</p>", "<b>", "<table><td>", "&#11;", "&#xFFFF;", "<!--", "]]>",
        "[a](", "**", "> ", "- ", "`", "\n\n", "<svg>", "<a href='", "|", "\ud800",
    ];

    [Fact]
    public void An_update_before_publication_does_not_count()
    {
        var post = Sample.Post("a");
        Assert.Equal(post.Published, Sample.Render(post with { Updated = post.Published.AddDays(-1) }).Updated);
        Assert.Equal(post.Published.AddDays(1), Sample.Render(post with { Updated = post.Published.AddDays(1) }).Updated);
    }

    [Fact]
    public void The_language_is_the_posts_or_else_the_sites()
    {
        Assert.Equal("en", Sample.Render(Sample.Post("a")).Language);
        Assert.Equal("zh-CN", Sample.Render(Sample.Post("a") with { Language = "zh-CN" }).Language);
    }

    [Fact]
    public void Markdown_is_kept_as_written_and_html_posts_have_none()
    {
        Assert.Equal("*a*", Sample.Render("*a*").Markdown);
        Assert.Null(Sample.Render("<p>a</p>", PostFormat.Html).Markdown);
    }

    [Fact]
    public void A_body_beyond_the_limit_is_held_back_with_a_problem()
    {
        foreach (var format in Enum.GetValues<PostFormat>())
        {
            var rendering = new ArticleRenderer(Sample.Site).Render(Sample.Post(new string('a', RenderingLimits.BodyChars + 1), format));
            Assert.Null(rendering.Article);
            Assert.Equal(
                (ProblemCodes.RenderBudget, ProblemSeverity.Error), rendering.Problems.Select(each => (each.Code, each.Severity)).Single());
        }
    }

    [Fact]
    public void Whatever_is_written_every_output_is_valid_xml_text_and_rendering_never_throws()
    {
        var renderer = new ArticleRenderer(Sample.Site);
        var piece = Gen.OneOf(Gen.String, Gen.OneOf([.. Fragments.Select(Gen.Const)]));
        Gen.Select(piece.Array[0, 40], Gen.Bool).Sample((pieces, isHtml) =>
        {
            var rendering = renderer.Render(Sample.Post(string.Concat(pieces), isHtml ? PostFormat.Html : PostFormat.Markdown));
            Assert.DoesNotContain(rendering.Problems, problem => problem.Code == ProblemCodes.Unexpected);
            if (rendering.Article is not { } article) return;
            foreach (var text in new[] { article.Html, article.Text, article.Summary, article.Title }) XmlConvert.VerifyXmlChars(text);
        }, iter: 2000);
    }

    [Fact]
    public void Rendering_side_by_side_gives_what_rendering_alone_gives()
    {
        var renderer = new ArticleRenderer(Sample.Site);
        var bodies = Enumerable.Range(0, 200).Select(i => $"# {i}\n\n*a* <b onclick=x>{i}</b> [b](/{i})[^1]\n\n[^1]: n{i}").ToArray();
        var alone = bodies.Select(body => renderer.Render(Sample.Post(body)).Article?.Html).ToArray();
        var together = bodies.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(body =>
            renderer.Render(Sample.Post(body)).Article?.Html).ToArray();
        Assert.Equal(alone, together);
    }
}
