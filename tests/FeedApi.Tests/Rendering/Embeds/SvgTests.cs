using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Site;
using FeedApi.Tests.Hosting;
using FeedApi.Tests.Http;
using Xunit;

namespace FeedApi.Tests.Rendering.Embeds;

public sealed class SvgTests
{
    private const string Chart =
        "<svg viewBox='0 0 9 9' width=90 height=1em><title>Heights</title><path d='M0 0h9' stroke=\"red\"/><text x=1 y=8>4 m &amp; "
            + "more</text></svg>";

    [Fact]
    public void A_drawing_of_shapes_and_text_becomes_a_file_that_an_image_shows()
    {
        var (article, problems) = Embeds.Read($"<p>{Chart}</p>");

        var file = Assert.Single(article.Files);
        Assert.Equal(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                + "viewBox=\"0 0 9 9\" width=\"90\" height=\"1em\">"
                + "<title>Heights</title><path d=\"M0 0h9\" stroke=\"red\"></path><text x=\"1\" y=\"8\">4 m &amp; more</text></svg>",
            file.Content);
        Assert.Equal(
            $"<p><img src=\"https://example.org/files/derived/{file.Name}\" alt=\"Heights: 4 m &amp; more\" width=\"90\" height=\"16\">"
                + $"</p>",
            article.Html);
        Assert.Null(article.Image);
        Assert.Empty(problems);
    }

    [Fact]
    public void The_file_of_a_drawing_is_not_missed() =>
        Assert.Empty(new ArticleRenderer(Sample.Site).Render(Sample.Post($"<p>{Chart}</p>", PostFormat.Html)).Problems);

    [Theory]
    [InlineData("<svg><defs><linearGradient id=g><stop offset=0 /></linearGradient></defs><rect fill='url(#g)'/></svg>")]
    [InlineData("<svg><symbol id=s><circle r=1 /></symbol><use xlink:href='#s'/></svg>")]
    [InlineData(
        "<svg><style>@import url(//x.test/f.css); @font-face { src: url(//x.test/f) } text { fill: red }</style><text>a</text></svg>")]
    [InlineData("<svg><rect width=1 height=1><animate attributeName=width to=2 dur=1s /></rect></svg>")]
    [InlineData(
        "<svg xmlns:inkscape=x inkscape:v=1 data-x=y><metadata><rdf:x/></metadata><sodipodi:namedview/><rect style='fill:red'/></svg>")]
    public void What_a_drawing_needs_for_itself_stays(string html)
    {
        var (article, problems) = Embeds.Read(html);

        Assert.Empty(problems);
        Assert.DoesNotContain("x.test", Assert.Single(article.Files).Content, StringComparison.Ordinal);
        Assert.Equal("svg", System.Xml.Linq.XDocument.Parse(article.Files[0].Content).Root!.Name.LocalName);
    }

    [Theory]
    [InlineData("<script>x</script>")]
    [InlineData("<foreignObject><p>inside</p></foreignObject>")]
    [InlineData("<rect onclick=x() />")]
    [InlineData("<image href=/a.png />")]
    [InlineData("<use href=/a.svg#b />")]
    [InlineData("<use href=#elsewhere />")]
    [InlineData("<rect fill='url(https://x.test/#a)'/>")]
    [InlineData("<rect style='fill:u\\72l(//x.test)'/>")]
    [InlineData("<style>rect { background: url(//x.test/a) }</style>")]
    [InlineData("<a href=/b><animate attributeName=href to=javascript:x() /></a>")]
    [InlineData("<a xlink:href=/b><set attributeName=xlink:href to=javascript:x() /></a>")]
    [InlineData("<animate attributeName=onload to=x() />")]
    [InlineData("<handler type=text/javascript>x</handler>")]
    public void Anything_else_leaves_its_title_and_text_and_a_problem(string more)
    {
        var (article, problems) = Embeds.Read($"<svg><title>Heights</title><text>4 m</text>{more}</svg>");

        Assert.StartsWith("Heights: 4 m", article.Text, StringComparison.Ordinal);
        Assert.Empty(article.Files);
        Assert.DoesNotContain("<img", article.Html, StringComparison.Ordinal);
        Assert.Equal("inline-svg", Assert.Single(problems).Code);
    }

    [Fact]
    public void Links_in_a_drawing_follow_it()
    {
        var (article, problems) = Embeds.Read(
            "<p><svg><a href=/port><rect width=1 /><text>Port</text></a><a href=javascript:x()><rect/></a></svg></p>");

        Assert.EndsWith("> <a href=\"https://example.org/port\">Port</a></span></p>", article.Html, StringComparison.Ordinal);
        Assert.Empty(problems);
        Assert.DoesNotContain("port", article.Files[0].Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<svg style='display: none'><symbol id=a><path d=M0 /></symbol></svg>a")]
    [InlineData("<svg><defs><symbol id=a><path d=M0 /></symbol></defs></svg>a")]
    public void A_sheet_of_symbols_shows_nothing(string html) => Assert.Equal(("a", ""), Embeds.Of(html));

    [Fact]
    public void A_drawing_in_an_address_becomes_a_file_too()
    {
        const string Url = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Crect width='1'/%3E%3C/svg%3E";

        Assert.Matches(
            "^<img src=\"https://example.org/files/derived/[0-9a-f]{64}.svg\" alt=\"c\">$", Embeds.Of($"<img src=\"{Url}\" alt=c>").Html);
        Assert.Equal(("c", "data-image"), Embeds.Of("<img src=\"data:image/svg+xml,<svg onload=x()><rect/></svg>\" alt=c>"));
    }

    [Fact]
    public async Task The_file_is_served_until_its_article_goes_and_after_a_restart()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-one.md", $"---\ntitle: One\n---\n{Chart}\n")
            .With("_posts/2024-01-02-two.md", "---\ntitle: Two\n---\nx\n")
            .With("files/derived/note.txt", "mine"));
        var html = (string)(await site.JsonAsync("/api/v1/articles/2024-01-01-one"))["content_html"]!;
        var address = html[(html.IndexOf("src=\"", StringComparison.Ordinal) + 5)..].Split('"')[0];
        Assert.Contains(address, await site.TextAsync("/feed.rss"), StringComparison.Ordinal);
        var path = new Uri(address).AbsolutePath;

        await site.RestartAsync();
        using (var response = await site.GetAsync(path))
        {
            Assert.Equal("image/svg+xml", response.Content.Headers.ContentType!.ToString());
            Assert.Equal("public, max-age=31536000, immutable", response.Field("Cache-Control"));
            Assert.StartsWith(
                "default-src 'none'; style-src 'unsafe-inline'", response.Field("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal("nosniff", response.Field("X-Content-Type-Options"));
            Assert.Contains(
                "4 m &amp; more",
                await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal);
        }

        Assert.Equal("mine", await site.TextAsync("/files/derived/note.txt"));
        site.Content.With("_posts/2024-01-01-one.md", "---\ntitle: One\n---\nNo drawing.\n");
        await TestSite.UntilAsync(
            async () =>
            {
                using var gone = await site.GetAsync(path);
                return gone.StatusCode == System.Net.HttpStatusCode.NotFound;
            },
            "the file is gone");
    }

    [Fact]
    public void Trust_makes_no_difference() =>
        Assert.Equal("inline-svg", Embeds.Of("<svg><script>x</script><text>a</text></svg>", TrustLevel.Author).Codes);
}
