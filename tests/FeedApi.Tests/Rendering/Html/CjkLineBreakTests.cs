using System.Text.Json.Nodes;
using FeedApi.Kramdown;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Rendering.Html;

/// <summary>A line break between two Chinese or Japanese characters is no space; anywhere else it is.</summary>
public sealed class CjkLineBreakTests
{
    [Theory]
    [InlineData("潮起，潮\n落", "<p>潮起，潮落</p>")]
    [InlineData("潮起。\n潮落", "<p>潮起。潮落</p>")]
    [InlineData("他说“涨”\n然后", "<p>他说“涨”然后</p>")]
    [InlineData("潮\n**落**\n*起*", "<p>潮<strong>落</strong><em>起</em></p>")]
    [InlineData("潮  汐", "<p>潮  汐</p>")]
    [InlineData("潮汐\nTide", "<p>潮汐\nTide</p>")]
    [InlineData("Tide\n潮汐", "<p>Tide\n潮汐</p>")]
    [InlineData("조석\n예보", "<p>조석\n예보</p>")]
    [InlineData("しお\nカイ", "<p>しおカイ</p>")]
    [InlineData("潮  \n汐", "<p>潮<br>\n汐</p>")]
    [InlineData("- 潮\n  汐\n- 起", "<ul>\n<li>潮汐</li>\n<li>起</li>\n</ul>")]
    [InlineData("潮\n`汐`", "<p>潮\n<code>汐</code></p>")]
    [InlineData("```\n潮\n汐\n```", "<pre><code>潮\n汐\n</code></pre>")]
    [InlineData("𠀀\n𠀁", "<p>𠀀𠀁</p>")]
    public void A_line_break_between_Chinese_characters_is_nothing(string markdown, string html) =>
        Assert.Equal(html, Sample.Render(markdown).Html);

    [Theory]
    [InlineData("<p>潮\n  汐</p>", "<p>潮汐</p>")]
    [InlineData("<p>潮<b>\n汐</b> <i>\n起</i></p>", "<p>潮<b>汐</b><i>起</i></p>")]
    [InlineData("<p>潮</p>\n<p>汐</p>", "<p>潮</p>\n<p>汐</p>")]
    [InlineData("<pre>潮\n汐</pre>", "<pre>潮\n汐</pre>")]
    [InlineData("<p>&ldquo;潮&rdquo;\n汐</p>", "<p>“潮”汐</p>")]
    public void So_it_is_in_HTML(string html, string clean) => Assert.Equal(clean, Sample.Html(html));

    [Theory]
    [InlineData("潮起，潮\n落", "潮起，潮落")]
    [InlineData("潮\n汐 and\nflow", "潮汐 and flow")]
    public void A_written_summary_has_no_space_there(string written, string summary) =>
        Assert.Equal(summary, Sample.Render(Sample.Post("Body.") with { Summary = written }).Summary);

    [Theory]
    [InlineData("plain.md", "")]
    [InlineData("_posts/2024-01-02-lines.md", "title: Tides\n")]
    public async Task Search_feeds_and_texts_have_no_space_there(string path, string config)
    {
        await using var site = await TestSite.StartAsync(content =>
        {
            if (config.Length > 0) content.With("_config.yml", config);
            content.WithExactly(path, "---\ntitle: Lines\ndate: 2024-01-02\n---\n潮起潮\n落，月圆月\n缺\n\n后文\n");
        });

        var found = await site.JsonAsync("/api/v1/articles?q=%E6%BD%AE%E8%90%BD&content=text");
        var article = Assert.Single((JsonArray)found["data"]!)!;
        Assert.Equal("潮起潮落，月圆月缺\n后文", (string?)article["content_text"]);
        Assert.Equal("潮起潮落，月圆月缺", (string?)article["summary"]);
        var item = (await site.XmlAsync("/feed.rss")).Descendants("item").Single();
        var body = item.Elements().Single(each => each.Name.LocalName == "encoded").Value;
        Assert.StartsWith("<p>潮起潮落，月圆月缺</p>", body, StringComparison.Ordinal);
        Assert.Equal("潮起潮落，月圆月缺", item.Element("description")!.Value);
    }

    [Fact]
    public void An_excerpt_that_is_rendered_apart_has_none()
    {
        var site = Sample.Site with { IsJekyll = true, Kramdown = KramdownOptions.Jekyll };

        Assert.Equal("潮起潮落", Sample.Render(Sample.Post("潮起潮\n落\n\n[a]: /b\n"), site).Summary);
    }
}
