using System.Globalization;
using System.Text;
using FeedApi.Model;
using FeedApi.Rendering;
using Xunit;

namespace FeedApi.Tests.Rendering.Kramdown;

[Collection(Alone.Name)]
public sealed class KramdownBudgetTests
{
    private static readonly string[] Repeated =
    [
        "[a](b", "[ (](", "a <!-- ", "a <?", "[", "![", "[a][", "![a](", "*a _b ", "**a *", "*a **b ", "_a __b *c **d ", "> ", "- ", "1. ", "> > a\n", "- a\n- b\n",
        "a\\\n", "a  \n", "# a\n", "a\n=\n", "a\n: b\n\n", "a\n: b\n", ": a\n", "{:.a ", "{: .a}\n", "{:a: .b}\n", "{::comment}\n", "{::nomarkdown} ", "{:/}", "a {:.b}",
        "| a | b\n", "a|b\n-|-\n", "|\n", "a|`b\n", "a|<b\n", "`a", "``a `b ```c ", "[^1]", "[^a]: b\n", "[^a]:\n\n    a\n", "*[a]: b\n", "[a]: b\n", "[a]: b \"c\n", "[a]: <b\n",
        "<b a=1><p>", "<b a=\"", "<b a='1' ", "<div>", "<div>\n", "<div markdown=1>\n", "<div markdown=\"1\">\n", "<span>", "<i>a", "</i>", "<a@b.c> ", "<http://a", "<p>\n\n", "<!-- \n", "<script>\n", "<pre>\n",
        "$$a ", "$$\n", "$", "~~a ", "~~ a~~", "\"a ", "'", "\"'", "--", "...", "<<", " >>", "&a", "&#1;", "\n", " \n", "    a\n", "\ta\n", "~~~a\n", "```a b\n", "~~~~\n~~~\n", "^\n", "- a\n\n", "- a\n\n  b\n\n",
        "* - 1. ", "  - a\n", "\\", "\\*", "中", "“", "***\n", "- - -\n", "a\n***\n", "- ```\n", "> - a\n", "* a\n{:toc}\n\n# b\n\n", "[a]", "[a] [b] ", "<br>", "<br>\n", "*a*", "* *", "_ _a", "**", "***", "****a",
    ];

    public static TheoryData<string, int> Patterns()
    {
        var data = new TheoryData<string, int>();
        foreach (var pattern in Repeated)
        {
            foreach (var size in new[] { 3_000, 65_536, 1_048_576 }) data.Add(pattern, size);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public void A_repeated_pattern_is_refused_or_rendered_within_the_budget(string pattern, int size) => AssertBounded(Repeat(pattern, size));

    [Theory]
    [InlineData("![", "a](b")]
    [InlineData("[", "]")]
    [InlineData("*a ", "b* ")]
    [InlineData("> ", "a\n> ")]
    [InlineData("<i>", "</i>")]
    [InlineData("<div>\n", "</div>\n")]
    [InlineData("- ", "\n  a")]
    [InlineData("*a **b ", "c")]
    [InlineData("[a][b]: ", "c\n")]
    public void Openings_and_then_their_ends_stay_within_the_budget(string open, string close)
    {
        foreach (var count in new[] { 30, 1_000, 20_000, 100_000 })
        {
            var body = string.Concat(Enumerable.Repeat(open, count)) + string.Concat(Enumerable.Repeat(close, count));
            if (body.Length < RenderingLimits.BodyChars) AssertBounded(body);
        }
    }

    [Fact]
    public void Indented_items_below_each_other_stay_within_the_budget()
    {
        var body = new StringBuilder();
        for (var i = 0; body.Length < 900_000; i++) body.Append(' ', i % 600 * 2).Append("- a\n");
        AssertBounded(body.ToString());
    }

    [Fact]
    public void Growing_runs_of_backticks_stay_within_the_budget()
    {
        var body = new StringBuilder();
        for (var i = 1; body.Length < 1_000_000; i++) body.Append('`', i).Append('a');
        AssertBounded(body.ToString());
        AssertBounded(string.Join("", body.ToString().Reverse()));
    }

    [Fact]
    public void A_wide_table_with_many_short_rows_is_refused() =>
        Assert.NotNull(AssertBounded(Repeat("|a", 16_000) + "\n" + Repeat("|-", 16_000) + "\n" + Repeat("|\n", 32_000)));

    [Fact]
    public void A_long_abbreviation_that_is_used_often_is_refused() =>
        Assert.NotNull(AssertBounded($"*[a]: {new string('b', 32_000)}\n\n{Repeat("a ", 32_000)}"));

    [Fact]
    public void Many_abbreviations_that_begin_alike_stay_within_the_budget()
    {
        var body = new StringBuilder(Repeat("a", 400_000)).Append("\n\n");
        for (var i = 0; body.Length < 1_000_000; i++) body.Append(CultureInfo.InvariantCulture, $"*[{new string('a', i % 50)}{i}]: b\n");
        AssertBounded(body.ToString());
    }

    [Fact]
    public void Attribute_lists_that_name_each_other_end() =>
        AssertBounded("{:a: b .c}\n{:b: a .d}\n\n" + Repeat("x\n{:a}\n\n", 60_000));

    [Fact]
    public void Definitions_below_a_long_excerpt_stay_within_the_budget() =>
        AssertBounded(Repeat("[x] ", 500_000) + "\n\n" + Repeat("[x]: a\n", 500_000));

    [Fact]
    public void A_long_ordinary_post_passes()
    {
        var body = new StringBuilder();
        for (var i = 0; body.Length < 200_000; i++)
        {
            body.Append(CultureInfo.InvariantCulture, $"## Part {i}\n\nSome *text* with a [link](/a/{i}) and `code`, **bold**, 5 * 3, \"quoted\" and 中文。\n\n- one\n  - two\n\n> said\n\n");
            body.Append("| a | b |\n|---|---|\n| 1 | [x](y) |\n\n```js\nif (a[0] < b) { c(\"`\"); }\n```\n\n");
        }

        Assert.Null(AssertBounded(body.ToString()));
    }

    [Fact]
    public void A_paragraph_with_many_stray_marks_passes() => Assert.Null(AssertBounded(Repeat("3 *4 and **5 or [6 with _7 ", 20_000)));

    private static string Repeat(string pattern, int size) => string.Concat(Enumerable.Repeat(pattern, size / pattern.Length));

    private static Problem? AssertBounded(string body) => BoundedRendering.Check(KramdownSample.Site, body);
}
