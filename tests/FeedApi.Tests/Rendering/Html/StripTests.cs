using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Settings;
using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Rendering.Html;

public sealed class StripTests
{
    [Fact]
    public async Task A_footer_is_left_out_of_feeds_and_API_and_stays_on_the_page()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_config.yml", "title: 财经\nlang: zh-CN\nfeedapi:\n  strip_text: ['^返回.*｜返回首页$']\n")
            .With("_posts/2022-04-19-one.md", """
                ---
                title: 新春行动
                category: zhongguojingjidaobao
                ---
                <p>正文。</p>

                <http://finews.example/share.html?infoCode=1>

                [返回中国经济导报新闻](//finews.example/category/zhongguojingjidaobao.html)｜[返回首页](//finews.example/)
                """)
            .With("_posts/2022-04-18-two.md", "---\ntitle: 二\n---\n没有页脚。\n"));

        foreach (var address in new[]
        {
            "/feed.rss",
            "/feed.atom",
            "/feed.json",
            "/categories/zhongguojingjidaobao/feed.rss",
            "/api/v1/articles?content=html",
            "/api/v1/articles?content=text"
        })
        {
            var text = await site.TextAsync(address);
            Assert.Contains("正文。", text, StringComparison.Ordinal);
            Assert.DoesNotContain("返回", text, StringComparison.Ordinal);
        }

        var article = await site.JsonAsync("/api/v1/articles/2022-04-19-one");
        Assert.Equal("http://finews.example/share.html?infoCode=1", (string?)article["external_url"]);
        Assert.EndsWith("</a></p>", (string?)article["content_html"], StringComparison.Ordinal);
        Assert.Contains("返回首页", await site.TextAsync("/articles/2022-04-19-one"), StringComparison.Ordinal);
        Assert.Contains("没有页脚。", await site.TextAsync("/articles/2022-04-18-two"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".share", "<p>a</p><div class=share>x <b>y</b></div>", "<p>a</p>")]
    [InlineData(".share a", "<p>a <span class=share>b<a href=/x>c</a></span></p>", "<p>a <span>b</span></p>")]
    [InlineData("#foot", "<p>a</p><p> <span id=foot>x</span> </p>", "<p>a</p>")]
    [InlineData("font.ad", "<p>a<font class=ad>x<b>y</b></font></p>", "<p>a</p>")]
    [InlineData("center", "<p>a</p><center>x</center>", "<p>a</p>")]
    [InlineData("p:last-child", "<p>a</p>\n<p>x</p>", "<p>a</p>")]
    public void A_selector_removes_elements_and_what_they_leave_empty(string selector, string body, string html)
    {
        var article = Render(new StripRules([selector], []), body);

        Assert.Equal(html, article.Html);
        Assert.Contains("x", article.PageHtml!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("^Back.*", "<p>a</p><p>Back <a href=/>home</a></p>", "<p>a</p>")]
    [InlineData("^Back.*", "<ul><li>a</li><li>Back<br>home</li></ul>", "<ul><li>a</li></ul>")]
    [InlineData("^Back home$", "<div><p>Back home</p><p>a</p></div>", "<div><p>a</p></div>")]
    [InlineData("^Back$", "<div><img src=/a.png><p>Back</p></div>", "<div><img src=\"https://example.org/a.png\"></div>")]
    [InlineData("Ad[0-9]+", "<p>a Ad12 b <i>Ad3</i></p>", "<p>a  b </p>")]
    [InlineData("Ad", "Ad<p>a</p>Ad", "<p>a</p>")]
    public void A_text_rule_removes_whole_blocks_or_parts_of_text(string rule, string body, string html) =>
        Assert.Equal(html, Render(new StripRules([], [rule]), body).Html);

    [Fact]
    public void Summary_text_and_words_come_from_what_is_left()
    {
        var article = Render(new StripRules([".ad"], ["^End$"]), "<p class=ad>Buy now</p><p>One two.</p><p>End</p>");

        Assert.Equal(("One two.", "One two.", 2), (article.Summary, article.Text, article.WordCount));
        Assert.Equal("<p>Buy now</p><p>One two.</p><p>End</p>", article.PageHtml);
    }

    [Fact]
    public void The_mark_of_the_excerpt_is_on_no_page() =>
        Assert.Equal("<p>a</p><p>x</p>", Render(new StripRules([], ["^x$"]), "<p>a<!--more--></p><p>x</p>").PageHtml);

    [Fact]
    public void A_body_without_boilerplate_is_kept_once() => Assert.Null(Render(new StripRules([".x"], ["^x$"]), "<p>a</p>").PageHtml);

    [Theory]
    [InlineData("strip: ['p[']", "feedapi.strip is \"p[\"")]
    [InlineData("strip: [{a: b}]", "feedapi.strip is a list")]
    [InlineData("strip_text: ['(']", "feedapi.strip_text is \"(\"")]
    [InlineData("strip_text: ['(?=a)b']", "without lookarounds")]
    public void A_rule_that_cannot_work_stops_the_start(string setting, string message)
    {
        using var folder = new ContentFolder().With("_config.yml", $"feedapi:\n  {setting}\n");

        var fault = Assert.Throws<SiteConfigException>(() => folder.Site());
        Assert.StartsWith("_config.yml:2: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_rules_are_another_fingerprint()
    {
        using var folder = new ContentFolder();
        string[] settings = ["strip: [a]", "strip: [a, b]", "strip_text: [a]", "strip: a\n  strip_text: b"];
        var prints = settings.Select(setting => folder.With("_config.yml", $"feedapi:\n  {setting}\n").Site().Fingerprint);

        Assert.Distinct(prints);
    }

    private static Article Render(StripRules rules, string body) =>
        Sample.Render(Sample.Post(body, PostFormat.Html), Sample.Site with { Strip = rules });
}
