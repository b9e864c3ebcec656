using FeedApi.Site;
using FeedApi.Site.Settings;
using Xunit;

namespace FeedApi.Tests.Rendering.Kramdown;

/// <summary>What the settings of kramdown change.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void Hard_wrapped_lines_stay_lines() =>
        Assert.Equal("<p>a<br>\n\nb</p>", KramdownSample.Html("a\nb", new KramdownSettings { IsHardWrapped = true }));

    [Fact]
    public void Kramdowns_own_dialect_wants_a_blank_line_before_a_block_and_knows_no_tildes() =>
        Assert.Equal("<p>a\n- b\n# c ~~d~~</p>", KramdownSample.Html("a\n- b\n# c ~~d~~", new KramdownSettings { IsGfm = false, EndsParagraphs = false }));

    [Fact]
    public void Kramdowns_own_dialect_needs_no_space_in_a_heading() =>
        Assert.Equal("<h1 id=\"c-a-b\">1. a B</h1>", KramdownSample.Html("#1. a B", new KramdownSettings { IsGfm = false, EndsParagraphs = false }));

    [Fact]
    public void Quotation_marks_are_those_of_the_site() =>
        Assert.Equal("<p>„a“ 'b'</p>", KramdownSample.Html("\"a\" 'b'", new KramdownSettings { Quotes = new QuotationMarks("'", "'", "„", "“") }));

    [Fact]
    public void Dashes_and_dots_are_those_of_the_site() => Assert.Equal(
        "<p>a... b – c</p>", KramdownSample.Html("a... b -- c", new KramdownSettings { Symbols = new Dictionary<string, string> { ["hellip"] = "..." } }));

    [Fact]
    public void Without_typography_dashes_stay_and_quotation_marks_do_not() =>
        Assert.Equal("<p>a -- “b”</p>", KramdownSample.Html("a -- \"b\"", new KramdownSettings { HasTypography = false }));

    [Fact]
    public void Html_blocks_are_markdown_when_the_site_says_so() =>
        Assert.Equal("<div>\n<p><em>a</em></p>\n</div>", KramdownSample.Html("<div>\n*a*\n</div>", new KramdownSettings { ParsesBlockHtml = true }));

    [Fact]
    public void Html_in_text_is_not_markdown_when_the_site_says_so() =>
        Assert.Equal("<p><span>*a*</span> <em>b</em></p>", KramdownSample.Html("<span>*a*</span> *b*", new KramdownSettings { ParsesSpanHtml = false }));

    [Fact]
    public void Headings_have_no_ids_or_ids_with_a_prefix_when_the_site_says_so()
    {
        Assert.Equal("<h1>a</h1>", KramdownSample.Html("# a", new KramdownSettings { HasIds = false }));
        Assert.Equal("<h1 id=\"c-x-a\">a</h1>", KramdownSample.Html("# a", new KramdownSettings { IdPrefix = "x-" }));
    }

    [Fact]
    public void A_table_of_contents_holds_the_levels_of_the_site_and_no_marked_heading()
    {
        var html = KramdownSample.Html("1. x\n{:toc}\n\n# a\n## b\n### [c](/d)\n## e\n{:.no_toc}", new KramdownSettings { ContentsLevels = [2, 3] });
        var contents = html[..html.IndexOf("<h1", StringComparison.Ordinal)];
        Assert.Equal(2, contents.Split("<li>").Length - 1);
        Assert.Contains("#c-b\">b</a>", contents, StringComparison.Ordinal);
        Assert.Contains("#c-c\">c</a>", contents, StringComparison.Ordinal);
    }

    [Fact]
    public void Footnotes_count_from_the_number_of_the_site_and_lead_back()
    {
        var html = KramdownSample.Html("a[^x] b[^y] c[^x]\n\n[^x]: one\n[^y]: two\n\n    three", new KramdownSettings { FirstFootnote = 5 });
        Assert.Contains("<sup>5</sup></a> b", html, StringComparison.Ordinal);
        Assert.Contains("<sup>6</sup></a> c", html, StringComparison.Ordinal);
        Assert.Equal(4, html.Split('↩').Length);
        Assert.DoesNotContain("↩", KramdownSample.Html("a[^x]\n\n[^x]: b", new KramdownSettings { HasFootnoteArrows = false }), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_in_a_post_are_for_that_post_alone()
    {
        Assert.Equal("<div>\n<p><em>a</em></p>\n</div>", KramdownSample.Html("{::options parse_block_html=\"true\" /}\n\n<div>\n*a*\n</div>"));
        Assert.Equal("<div>\n*a*\n</div>", KramdownSample.Html("<div>\n*a*\n</div>"));
    }

    [Fact]
    public void Classes_and_ids_stay_where_authors_are_trusted()
    {
        var site = KramdownSample.Site with { Trust = TrustLevel.Author };
        Assert.Equal("<p id=\"c-y\" class=\"x\">a <em class=\"z\">b</em></p>", Sample.Render(Sample.Post("a *b*{:.z}\n{: .x #y}"), site).Html);
        Assert.Equal("<p>a <em>b</em></p>", KramdownSample.Html("a *b*{:.z}\n{: .x #y}"));
    }

    [Fact]
    public void A_site_that_is_not_jekylls_keeps_commonmark() => Assert.Equal("<p>\"a\" -- b</p>", Sample.Render("\"a\" -- b").Html);
}
