using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Rendering.Embeds;

public sealed class LazyImageTests
{
    private const string Dot = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

    [Theory]
    [InlineData("<img data-src=/p/r.png>", "<img src=\"https://example.org/p/r.png\">")]
    [InlineData("<img src=/w.gif data-original=/p/r.png>", "<img src=\"https://example.org/p/r.png\">")]
    [InlineData("<img src='" + Dot + "' data-lazy-src=/p/r.png>", "<img src=\"https://example.org/p/r.png\">")]
    [InlineData("<img src=/w.gif data-actualsrc=//pic.test/r.png>", "<img src=\"https://pic.test/r.png\">")]
    [InlineData(
        "<img data-srcset='/s.png 300w, /l.png 900w' alt=b>",
        "<img alt=\"b\" srcset=\"https://example.org/s.png 300w, https://example.org/l.png 900w\" src=\"https://example.org/l.png\">")]
    [InlineData(
        "<img src=/img/loading.svg data-srcset='/s.png 1x, /l.png 2x'>",
        "<img src=\"https://example.org/l.png\" srcset=\"https://example.org/s.png 1x, https://example.org/l.png 2x\">")]
    [InlineData("<img src='" + Dot + "' srcset='" + Dot + "' sizes=auto data-src=/r.png>", "<img src=\"https://example.org/r.png\">")]
    [InlineData("<img srcset='/s.png 1x, /l.png 2x'>",
        "<img srcset=\"https://example.org/s.png 1x, https://example.org/l.png 2x\" src=\"https://example.org/l.png\">")]
    [InlineData(
        "<picture><source data-srcset=/l.webp type=image/webp><img data-src=/l.png></picture>",
        "<picture><source type=\"image/webp\" srcset=\"https://example.org/l.webp\"><img src=\"https://example.org/l.png\"></picture>")]
    [InlineData(
        "<picture><source srcset='/s.webp 1x, /l.webp 2x'><img alt=b></picture>",
        "<picture><source srcset=\"https://example.org/s.webp 1x, https://example.org/l.webp 2x\">"
            + "<img alt=\"b\" src=\"https://example.org/l.webp\"></picture>")]
    [InlineData("<img src=/w.png data-src='{\"a\":1}'>", "<img src=\"https://example.org/w.png\">")]
    [InlineData("<img src=/w.png data-src=javascript:alert(1)>", "<img src=\"https://example.org/w.png\">")]
    [InlineData("<img src=/w.png data-lazy=true>", "<img src=\"https://example.org/w.png\">")]
    public void A_picture_has_the_address_that_a_script_would_give_it(string html, string expected) =>
        Assert.Equal((expected, ""), Embeds.Of(html));

    [Theory]
    [InlineData("<img src='" + Dot + "' data-src=/r.png><noscript><img src=/r.png></noscript>")]
    [InlineData("<img src='" + Dot + "' data-src=/r.png><noscript><img src=/r-large.png></noscript>")]
    [InlineData("<noscript><img src=/r.png></noscript><img class=lazy src=/loading.gif>")]
    [InlineData("<img class=lazy><noscript> <img src=/r.png> </noscript>")]
    [InlineData("<img src='" + Dot + "'><noscript><img src=/r.png></noscript>")]
    [InlineData("<img src=/r.png><noscript><img src=/r.png></noscript>")]
    [InlineData("<noscript><img src=/r.png></noscript>")]
    public void A_picture_in_noscript_is_shown_once(string html) =>
        Assert.Equal(("<img src=\"https://example.org/r.png\">", ""), Embeds.Of(html));

    [Theory]
    [InlineData("<p>a</p><noscript><p>No script: <a href=/t>the table</a></p></noscript>",
        "<p>a</p><p>No script: <a href=\"https://example.org/t\">the table</a></p>")]
    [InlineData("<script src=/c.js></script><noscript>Figures of <b>May</b></noscript>", "Figures of <b>May</b>")]
    [InlineData("a<noscript><img height=1 width=1 style='display:none' src=//track.test/p></noscript>", "a")]
    [InlineData("<img src=/a.png><noscript><img src=/b.png></noscript>",
        "<img src=\"https://example.org/a.png\"><img src=\"https://example.org/b.png\">")]
    public void What_stands_in_noscript_takes_the_place_of_the_script(string html, string expected) =>
        Assert.Equal((expected, ""), Embeds.Of(html));

    [Theory]
    [InlineData("<p><img src='' alt='Chart of May'></p>", "<p>Chart of May</p>")]
    [InlineData("<p>a<img data-x=1></p>", "<p>a</p>")]
    [InlineData("<p>a<img src=blob:1 alt=b>c</p>", "<p>abc</p>")]
    public void A_picture_without_an_address_leaves_its_description_and_a_problem(string html, string expected) =>
        Assert.Equal((expected, "image-address"), Embeds.Of(html));

    [Fact]
    public async Task The_real_picture_is_that_of_the_article()
    {
        await using var site = await TestSite.StartAsync(content => content.With(
            "_posts/2024-01-01-one.md",
            "---\ntitle: One\n---\n![](" + Dot + "){: data-src=\"/r.png\"}\n\n"
                + "<img src=\"/loading.gif\" data-original=\"/r.png\" alt=\"R\">\n"));

        var article = await site.JsonAsync("/api/v1/articles/2024-01-01-one");

        Assert.Equal("https://example.org/r.png", (string?)article["image"]!["url"]);
        Assert.DoesNotContain("loading.gif", await site.TextAsync("/feed.rss"), StringComparison.Ordinal);
    }
}
