using FeedApi.Benchmarks.Fidelity;
using FeedApi.Tests.Content;
using Xunit;

namespace FeedApi.Tests.Rendering.Markdown;

public sealed class CjkEmphasisTests
{
    [Theory]
    [InlineData("**潮，**她", "<strong>潮，</strong>她")]
    [InlineData("前文**（大潮）**后文", "前文<strong>（大潮）</strong>后文")]
    [InlineData("~~作废。~~新", "<del>作废。</del>新")]
    [InlineData("她说**“涨了。”**然后", "她说<strong>“涨了。”</strong>然后")]
    [InlineData("**验潮站(0001)**今日", "<strong>验潮站(0001)</strong>今日")]
    [InlineData("*《潮》*读", "<em>《潮》</em>读")]
    [InlineData("***（潮）***后", "<em><strong>（潮）</strong></em>后")]
    [InlineData("买了**“潮”**OK", "买了<strong>“潮”</strong>OK")]
    [InlineData("OK**“潮”**买", "OK<strong>“潮”</strong>买")]
    [InlineData("**`潮`**后", "<strong><code>潮</code></strong>后")]
    [InlineData("**「潮」**の", "<strong>「潮」</strong>の")]
    [InlineData("**조석(潮汐)**은", "<strong>조석(潮汐)</strong>은")]
    [InlineData("**[潮](/t)**，", "<strong><a href=\"https://example.org/t\">潮</a></strong>，")]
    [InlineData("5 * 3 * 2，a*b*c", "5 * 3 * 2，a<em>b</em>c")]
    [InlineData("字_下划_线", "字_下划_线")]
    [InlineData("** 潮 **", "** 潮 **")]
    [InlineData("say**(tide)**and", "say**(tide)**and")]
    public void Emphasis_beside_Chinese_is_emphasis(string markdown, string html) =>
        Assert.Equal($"<p>{html}</p>", Sample.Render(markdown).Html);

    [Fact]
    public void Its_signs_are_in_no_text() =>
        Assert.Equal("潮，她与（大潮）后", Sample.Render("**潮，**她与**（大潮）**后").Summary);

    [Theory]
    [InlineData("", "<p>**潮，**她</p>")]
    [InlineData("[params.feedapi]\ncjk_emphasis = false", "<p>**潮，**她</p>")]
    [InlineData("[params.feedapi]\ncjk_emphasis = true", "<p><strong>潮，</strong>她</p>")]
    public void A_site_of_Hugo_shows_the_signs_as_Hugo_does_unless_it_says_otherwise(string setting, string html)
    {
        using var folder = new ContentFolder()
            .WithExactly("config.toml", $"baseURL = 'https://tides.example/'\n{setting}\n")
            .WithExactly("content/tide.md", "---\ntitle: Tide\ndate: 2024-01-01\n---\n**潮，**她\n");

        Assert.Equal(html, OurPosts.Read(folder.Path).Articles.Values.Single().Html);
    }

    [Fact]
    public void A_plain_site_can_switch_it_off()
    {
        var site = Sample.Site with { HasCjkEmphasis = false };

        Assert.Equal("<p>**潮，**她</p>", Sample.Render(Sample.Post("**潮，**她"), site).Html);
    }
}
