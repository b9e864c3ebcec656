using FeedApi.Kramdown;
using Xunit;

namespace FeedApi.Tests.Kramdown;

/// <summary>What the options change.</summary>
public sealed class KramdownOptionsTests
{
    private const KramdownGfmQuirks BothQuirks = KramdownGfmQuirks.ParagraphEnd | KramdownGfmQuirks.NoAutoTypographic;

    private static readonly KramdownOptions Jekyll = KramdownOptions.Jekyll;

    private static readonly KramdownOptions OwnDialect = new();

    [Fact]
    public void Githubs_dialect_keeps_line_breaks_unless_it_is_jekylls()
    {
        Assert.Equal("<p>a<br />\n\nb</p>", Html("a\nb", KramdownOptions.Gfm));
        Assert.Equal("<p>a\nb</p>", Html("a\nb", Jekyll));
        Assert.Equal("<p>a\nb</p>", Html("a\nb", OwnDialect));
    }

    [Fact]
    public void Kramdowns_own_dialect_wants_a_blank_line_before_a_block_and_knows_no_tildes() =>
        Assert.Equal("<p>a\n- b\n# c ~~d~~</p>", Html("a\n- b\n# c ~~d~~", OwnDialect));

    [Fact]
    public void Kramdowns_own_dialect_needs_no_space_in_a_heading() =>
        Assert.Equal("<h1 id=\"a-b\">1. a B</h1>", Html("#1. a B", OwnDialect));

    [Fact]
    public void Quotation_marks_are_those_of_the_options() =>
        Assert.Equal("<p>„a“ 'b'</p>", Html("\"a\" 'b'", Jekyll with { SmartQuotes = new QuotationMarks("'", "'", "„", "“") }));

    [Fact]
    public void Dashes_and_dots_are_those_of_the_options()
    {
        var symbols = new Dictionary<string, string> { ["hellip"] = "..." };
        Assert.Equal("<p>a... b – c</p>", Html("a... b -- c", Jekyll with { TypographicSymbols = symbols }));
    }

    [Fact]
    public void Without_typography_dashes_stay_and_quotation_marks_do_not() =>
        Assert.Equal("<p>a -- “b”</p>", Html("a -- \"b\"", Jekyll with { GfmQuirks = BothQuirks }));

    [Fact]
    public void Without_the_quirk_a_paragraph_goes_on_until_a_blank_line() =>
        Assert.Equal("<p>a\n- b</p>", Html("a\n- b", Jekyll with { GfmQuirks = KramdownGfmQuirks.None }));

    [Fact]
    public void Html_blocks_are_markdown_when_the_options_say_so() =>
        Assert.Equal("<div>\n<p><em>a</em></p>\n</div>", Html("<div>\n*a*\n</div>", Jekyll with { ParseBlockHtml = true }));

    [Fact]
    public void Html_in_text_is_not_markdown_when_the_options_say_so() =>
        Assert.Equal("<p><span>*a*</span> <em>b</em></p>", Html("<span>*a*</span> *b*", Jekyll with { ParseSpanHtml = false }));

    [Fact]
    public void Headings_have_no_ids_or_ids_with_a_prefix_when_the_options_say_so()
    {
        Assert.Equal("<h1>a</h1>", Html("# a", Jekyll with { AutoIds = false }));
        Assert.Equal("<h1 id=\"x-a\">a</h1>", Html("# a", Jekyll with { AutoIdPrefix = "x-" }));
        Assert.Equal("<h1 id=\"a\"><i>a</i></h1>", Html("# <i>a</i>", OwnDialect with { AutoIdStripping = true }));
        Assert.Equal("<h1 id=\"iai\"><i>a</i></h1>", Html("# <i>a</i>", OwnDialect));
    }

    [Fact]
    public void A_table_of_contents_holds_the_levels_of_the_options_and_no_marked_heading()
    {
        var html = Html("1. x\n{:toc}\n\n# a\n## b\n### [c](/d)\n## e\n{:.no_toc}", Jekyll with { TocLevels = [2, 3] });
        var contents = html[..html.IndexOf("<h1", StringComparison.Ordinal)];
        Assert.Equal(2, contents.Split("<li>").Length - 1);
        Assert.Contains("#b\">b</a>", contents, StringComparison.Ordinal);
        Assert.Contains("#c\">c</a>", contents, StringComparison.Ordinal);
    }

    [Fact]
    public void Footnotes_count_from_the_number_of_the_options_and_lead_back()
    {
        const string Markdown = "a[^x] b[^y] c[^x]\n\n[^x]: one\n[^y]: two\n\n    three";
        var html = Html(Markdown, Jekyll with { FirstFootnoteNumber = 5 });
        Assert.Contains("<sup>5</sup></a> b", html, StringComparison.Ordinal);
        Assert.Contains("<sup>6</sup></a> c", html, StringComparison.Ordinal);
        Assert.Equal(4, html.Split("&#8617;").Length);
        Assert.DoesNotContain("&#8617;", Html(Markdown, Jekyll with { FootnoteBacklink = false }), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_in_a_document_are_for_that_document_alone()
    {
        Assert.Equal("<div>\n<p><em>a</em></p>\n</div>", Html("{::options parse_block_html=\"true\" /}\n\n<div>\n*a*\n</div>"));
        Assert.Equal("<div>\n*a*\n</div>", Html("<div>\n*a*\n</div>"));
    }

    private static string Html(string markdown, KramdownOptions? options = null) => KramdownSample.Html(markdown, options ?? Jekyll);
}
