using System.Globalization;
using CsCheck;
using FeedApi.Model;
using FeedApi.Model.Text;
using Xunit;

namespace FeedApi.Tests.Rendering;

public sealed class ReadingTests
{
    [Fact]
    public void Text_has_a_line_for_each_block_and_no_script() => Assert.Equal(
        "A b\nc d\ne\nf",
        Sample.Render("<h1>A  b</h1><p>c\n <b>d</b></p><script>x</script><ul><li>e<li>f</ul>", PostFormat.Html).Text);

    [Theory]
    [InlineData("# Title\n\nFirst *one*.\n\nSecond.", "First one.")]
    [InlineData("First.\n\nSecond.\n\n<!--more-->\n\nThird.", "First. Second.")]
    [InlineData("First <!-- more --> rest.", "First")]
    [InlineData("<p><center><img src=a alt=x></center>text</p>", "text")]
    [InlineData("# Only a title", "Only a title")]
    [InlineData("", "")]
    public void The_summary_comes_from_the_body(string body, string summary) => Assert.Equal(summary, Sample.Render(body).Summary);

    [Theory]
    [InlineData("1. 第一点\n2. 第二点\n\n正文第一段。", "正文第一段。")]
    [InlineData("- [x] done\n\nText.", "Text.")]
    [InlineData("利润增长5%[^1]，收入下降。\n\n[^1]: 注。", "利润增长5%，收入下降。")]
    public void Lists_and_footnote_numbers_are_no_part_of_the_summary(string body, string summary) =>
        Assert.Equal(summary, Sample.Render(body).Summary);

    [Fact]
    public void Words_in_centred_blocks_do_not_run_together() =>
        Assert.Equal("标题一\n标题二", Sample.Render("<center>标题一</center><center>标题二</center>", PostFormat.Html).Text);

    [Theory]
    [InlineData("***", "One.\n\nTwo.\n\n***\n\nThree.")]
    [InlineData("---", "One.\n\nTwo.\n\n---\n\nThree.")]
    [InlineData("[//]: # (end)", "One.\n\nTwo.\n\n[//]: # (end)\n\nThree.")]
    [InlineData("\n\n\n", "One.\n\nTwo.\n\n\nThree.")]
    public void A_separator_is_looked_for_in_the_source(string separator, string body) =>
        Assert.Equal("One. Two.", Sample.Render(Sample.Post(body) with { ExcerptSeparator = separator }).Summary);

    [Theory]
    [InlineData("www.source.example", "http://www.source.example/")]
    [InlineData("https://source.example/?a=1&b=2。", "https://source.example/?a=1&b=2")]
    public void A_lone_address_of_any_shape_is_the_external_url(string address, string url) =>
        Assert.Equal(url, Sample.Render($"Text.\n\n{address}").ExternalUrl);

    [Fact]
    public void Full_width_punctuation_ends_a_bare_address() =>
        Assert.Contains(
            "https://a.example/x</a>，和", Sample.Render("见https://a.example/y 与 https://a.example/x，和").Html, StringComparison.Ordinal);

    [Fact]
    public void An_explicit_summary_wins_and_loses_its_tags() =>
        Assert.Equal("A & b c", Sample.Render(Sample.Post("Body.") with { Summary = "<b>A</b> &amp; b<script>x</script>\n c" }).Summary);

    [Fact]
    public void A_separator_of_the_post_or_the_site_ends_the_summary()
    {
        var site = Sample.Site with { ExcerptSeparator = "<!--cut-->" };
        Assert.Equal("One. Two.", Sample.Render(Sample.Post("One.\n\nTwo.\n\n<!--cut-->\n\nThree."), site).Summary);
        var post = Sample.Post("One.\n\nTwo.\n\n==8<==\n\nThree.") with { ExcerptSeparator = "==8<==" };
        Assert.Equal("One. Two.", Sample.Render(post, site).Summary);
    }

    [Fact]
    public void Summaries_are_short_and_never_split_a_grapheme() => Gen.String[Gen.Char["a 中é\u0301👩‍🚀🇨🇳\n"], 0, 700].Sample(text =>
    {
        var summary = Sample.Render(Sample.Post("x") with { Summary = text + "x" }).Summary;
        Assert.InRange(summary.Length, 1, 280);
        if (!summary.EndsWith('…')) return;
        var whole = CjkText.OneLine(XmlText.Clean(text + "x"));
        var boundaries = StringInfo.ParseCombiningCharacters(whole);
        var end = summary.Length - 1;
        Assert.True(boundaries.Contains(end) || (whole[end] == ' ' && boundaries.Contains(end + 1)));
    }, iter: 300);

    [Theory]
    [InlineData("one two-three it's 3.14", 4)]
    [InlineData("中文 and English", 4)]
    [InlineData("중요한 단어", 2)]
    [InlineData("カタカナ", 1)]
    [InlineData("，。！", 0)]
    public void Each_han_character_counts_as_a_word(string text, int words) => Assert.Equal(words, Sample.Render(text).WordCount);

    [Fact]
    public void The_lead_image_is_the_front_matters_or_else_the_first_real_one()
    {
        const string Body = "<img src=/dot.gif width=1 height=1><img src=/a.png alt=\" A \" width=550 height=auto>";
        Assert.Equal(new PostImage("https://example.org/a.png", "A", 550), Sample.Render(Body).Image);
        var post = Sample.Post(Body) with { Image = new PostImage("/assets/b.png", "B") };
        Assert.Equal(
            new PostImage("https://example.org/blog/assets/b.png", "B"), Sample.Render(post, Sample.Site with { BaseUrl = "/blog" }).Image);
    }

    [Fact]
    public void The_last_address_alone_in_a_paragraph_is_the_external_url()
    {
        var body =
            "See <https://a.test/0>.\n\n<https://a.test/1>\n\ntext\n\n<https://a.test/2?x=1&y=2>\n\n[back](//b.test/c.html)｜[home](/)";
        Assert.Equal("https://a.test/2?x=1&y=2", Sample.Render(body).ExternalUrl);
        Assert.Null(Sample.Render("[back](https://a.test/)\n\nsee https://a.test/").ExternalUrl);
    }
}
