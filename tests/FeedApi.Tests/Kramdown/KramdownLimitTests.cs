using System.Globalization;
using System.Text;
using FeedApi.Kramdown;
using FeedApi.Kramdown.Parsing;
using Xunit;

namespace FeedApi.Tests.Kramdown;

/// <summary>What reading costs in counted steps, blocks and depth, and that each limit holds.</summary>
/// <remarks>No input is large: the limits are made small.</remarks>
public sealed class KramdownLimitTests
{
    // One for each rule that searches ahead or tries again.
    private static readonly string[] Repeated =
    [
        "[a](b) ", "[a](b", "[", "![a](b) ", "[a][b] ", "*a* ", "*a **b ", "_a __b ", "`a` ", "``a `b ", "<b>a</b> ",
        "<b a=1>c</b> ", "<i>a", "<!-- a --> ", "a <!-- ", "<http://a> ", "<a@b.c> ", "~~a~~ ", "~~a ", "$$a$$ ", "$$a ",
        "\"a\" ", "'", "-- ", "... ", "<< >> ", "&amp; ", "\\* ", "a {:.b} ", "a  \n", "> a\n", "- a\n", "1. a\n", "- a\n\n",
        "- a\n\n  b\n\n", "# a\n", "a\n=\n", "a\n: b\n\n", "    a\n", "~~~\na\n~~~\n", "```a b\n", "| a | b\n", "|a|`b`\n",
        "<div>\na\n</div>\n", "<div markdown=\"1\">\na\n</div>\n", "<p>\n", "<pre>\na\n</pre>\n", "{:a: .b}\n",
        "{: .a}\nb\n\n", "{::comment}\na\n{:/}\n", "[^a]: b\n", "*[a]: b\n", "[a]: b\n", "***\n", "^\n", "中文 ",
    ];

    public static TheoryData<string> Patterns() => [.. Repeated];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Reading_passes_with_the_steps_that_it_takes_and_is_refused_with_one_less(string pattern)
    {
        var markdown = Repeat(pattern, 50);
        var steps = Read(markdown, KramdownLimits.Default).Steps;
        Assert.Equal(steps, Read(markdown, new KramdownLimits { MaxSteps = steps }).Steps);
        Assert.Equal(KramdownLimit.Steps, Refusal(markdown, new KramdownLimits { MaxSteps = steps - 1 }).Limit);
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Every_character_is_charged(string pattern)
    {
        var markdown = Repeat(pattern, 50);
        Assert.InRange(Read(markdown, KramdownLimits.Default).Steps, markdown.Length, long.MaxValue);
    }

    [Theory]
    [InlineData("a\n\n", 1)]
    [InlineData("# a\n", 1)]
    [InlineData("    a\n\n^\n", 2)]
    [InlineData("***\n", 1)]
    [InlineData("<p>a</p>\n", 1)]
    [InlineData("[a]: b\n", 1)]
    [InlineData("> a\n\n^\n", 3)]
    public void Blocks_are_counted_against_their_limit(string pattern, int each)
    {
        var markdown = Repeat(pattern, 20);
        Assert.Equal(20 * each, Read(markdown, new KramdownLimits { MaxBlocks = 20 * each }).Blocks);
        Assert.Equal(KramdownLimit.Blocks, Refusal(markdown, new KramdownLimits { MaxBlocks = (20 * each) - 1 }).Limit);
    }

    [Fact]
    public void A_table_costs_every_cell_of_its_widest_row()
    {
        const string Markdown = "|a|b|c|d|\n|-\n|e\n|f";
        Assert.Equal(1 + (3 * (1 + 4)), Read(Markdown, KramdownLimits.Default).Blocks);
    }

    [Fact]
    public void A_list_costs_its_items_and_their_blocks() => Assert.Equal(4, Read("- a\n- b", KramdownLimits.Default).Blocks);

    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    public void Containers_nest_as_deep_as_the_limit(string marker)
    {
        // The document is a container too.
        var limits = new KramdownLimits { MaxContainerDepth = 10 };
        Read(Repeat(marker, 9) + "a", limits);
        Assert.Equal(KramdownLimit.Nesting, Refusal(Repeat(marker, 10) + "a", limits).Limit);
    }

    [Theory]
    [InlineData("<i>", "</i>")]
    [InlineData("<div>", "</div>")]
    public void Elements_nest_as_deep_as_the_limit(string open, string close)
    {
        // The text of a block is an element too, and so is the content of HTML.
        var limits = new KramdownLimits { MaxElementDepth = 10 };
        var most = open == "<i>" ? 9 : 10;
        Read(Repeat(open, most) + "a" + Repeat(close, most), limits);
        Assert.Equal(KramdownLimit.Nesting, Refusal(Repeat(open, most + 1) + "a" + Repeat(close, most + 1), limits).Limit);
    }

    [Theory]
    [InlineData("a\n\nb\n\n> > c", 4)]
    [InlineData("> > c", 0)]
    [InlineData("a\r\n\r\n> > c\r\n\r\nd", 2)]
    [InlineData("- a\n\n  > b", 0)]
    public void A_refusal_tells_the_line_on_which_the_outermost_block_begins(string markdown, int line) =>
        Assert.Equal(line, Refusal(markdown, new KramdownLimits { MaxContainerDepth = 2 }).Line);

    [Theory]
    [InlineData("a\n\nb\n\n<i><i>c</i></i>", 4)]
    [InlineData("a[^x]\n\nb\n\n[^x]: *<i>c</i>*\n", 4)]
    [InlineData("- a\n- b\n- <i><i>c</i></i>\n\nd", 0)]
    public void A_refusal_of_text_tells_it_too(string markdown, int line) =>
        Assert.Equal(line, Refusal(markdown, new KramdownLimits { MaxElementDepth = 2 }).Line);

    [Fact]
    public void Attribute_lists_that_name_each_other_end() => Read("{:a: b .c}\n{:b: a .d}\n\nx\n{:a}\n", KramdownLimits.Default);

    [Fact]
    public void An_abbreviation_costs_its_length_at_every_word_that_begins_like_it()
    {
        var without = Read("aa aa aa\n\n*[bb]: c", KramdownLimits.Default).Steps;
        Assert.Equal(without + (3 * 2), Read("aa aa aa\n\n*[ab]: c", KramdownLimits.Default).Steps);
    }

    [Fact]
    public void A_long_ordinary_document_costs_a_small_part_of_the_default_limits()
    {
        const string Part = """
            Some *text* with a [link](/a/b) and `code`, **bold**, 5 * 3, "quoted" and 中文。

            - one
              - two

            > said

            | a | b |
            |---|---|
            | 1 | [x](y) |

            ```js
            if (a[0] < b) { c("`"); }
            ```


            """;
        var markdown = new StringBuilder();
        for (var i = 0; markdown.Length < 200_000; i++) markdown.Append(CultureInfo.InvariantCulture, $"## Part {i}\n\n").Append(Part);

        var budget = Read(markdown.ToString(), KramdownLimits.Default);
        Assert.InRange(budget.Steps, markdown.Length, 10L * markdown.Length);
        Assert.InRange(budget.Blocks, 1, KramdownLimits.Default.MaxBlocks / 2);
    }

    [Fact]
    public void A_mark_that_nothing_ends_is_looked_for_once()
    {
        var one = Read("3 *4 and **5 or [6 with _7 ", KramdownLimits.Default).Steps;
        Assert.InRange(Read(Repeat("3 *4 and **5 or [6 with _7 ", 200), KramdownLimits.Default).Steps, 1, 200 * one);
    }

    private static ParseBudget Read(string markdown, KramdownLimits limits)
    {
        var state = new ParseState(KramdownOptions.Jekyll with { Limits = limits });
        KramdownParser.Parse(markdown, state);
        return state.Budget;
    }

    private static KramdownLimitException Refusal(string markdown, KramdownLimits limits) =>
        Assert.Throws<KramdownLimitException>(() => Read(markdown, limits));

    private static string Repeat(string pattern, int count) => string.Concat(Enumerable.Repeat(pattern, count));
}
