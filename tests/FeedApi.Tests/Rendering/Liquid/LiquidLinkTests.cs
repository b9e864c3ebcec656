using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Tests.Content;
using Xunit;

namespace FeedApi.Tests.Rendering.Liquid;

/// <summary>Addresses that <c>link</c> and <c>post_url</c> write; the expected ones are Jekyll's.</summary>
public sealed class LiquidLinkTests : IDisposable
{
    private readonly ContentFolder folder = new ContentFolder()
        .With(
            "_config.yml",
            "permalink: pretty\ncollections_dir: all\ncollections: {docs: {output: true}, recipes: {output: true, permalink: "
                + "'/r/:title:output_ext'}, notes: {}}")
        .With("all/_docs/a/b.md", "---\ntitle: T\n---")
        .With("all/_docs/index.md", "---\ntitle: T\n---")
        .With("all/_docs/img.png", "x")
        .With("all/_docs/hidden.md", "---\npublished: false\n---")
        .With("all/_recipes/Pea Soup.html", "---\ntitle: T\n---")
        .With("all/_notes/a.md", "---\ntitle: T\n---")
        .With("css/x.scss", "---\n---")
        .With("p.md", "---\n---")
        .With("feed.xml", "---\n---")
        .With("plain.html", "x")
        .With("_secret/a.md", "---\n---");

    [Theory]
    [InlineData("_docs/a/b.md", "/docs/a/b/")]
    [InlineData("_docs/index.md", "/docs/index/")]
    [InlineData("_docs/img.png", "/docs/img.png")]
    [InlineData("_recipes/Pea Soup.html", "/r/Pea-Soup.html")]
    [InlineData("css/x.scss", "/css/x.css")]
    [InlineData("p.md", "/p/")]
    [InlineData("feed.xml", "/feed.xml")]
    [InlineData("plain.html", "/plain.html")]
    [InlineData("_docs/hidden.md", null)]
    [InlineData("_notes/a.md", null)]
    [InlineData("_secret/a.md", null)]
    [InlineData("css", null)]
    public void A_file_has_the_address_that_jekyll_gives_it(string path, string? address)
    {
        var post = folder.ReadPost($"---\ntitle: A\n---\n<p>[{{% link {path} %}}]</p>").Post!;
        var rendering = new ArticleRenderer(folder.Site()).Render(post with { Format = PostFormat.Html });
        Assert.Equal($"[{address ?? path}]", rendering.Article!.Text);
        Assert.Equal(address is null, rendering.Problems.Any(problem => problem.Code == ProblemCodes.LiquidTarget));
    }

    public void Dispose() => folder.Dispose();
}
