using System.Globalization;
using System.Text;
using FeedApi.Content;
using Xunit;

namespace FeedApi.Tests.Rendering;

[Collection(Alone.Name)]
public sealed class MarkdownGuardTests
{
    private static readonly string[] Repeated =
    [
        "[a](b", "[ (](", "a <!A", "a <?", "[", "![", "[a][", "*a _b ", "**a *", "> ", "- ", "1. ", "> > a\n", "- a\n- b\n", "a\\\n", "\\\n",
        "# a\n", "a\n=\n", "a\n: b\n\n", "{.a ", "| a | b\n", "a|b\n-|-\n", "`a", "[^a]: b\n", "*[a]: b\n", "[a]: b\n", "www.a.b ", "<b a=1><p>",
        "<dd><li>", "<div>", "<ul><li>", "<table><td>", "<div><table><td></div></table>", "<p>", "<a b c d>", "<!-- ", "<svg><g>", "</p>", "<x></x>",
        "<input type=checkbox>", "<h2 id=a>a</h2>", "&a", "\n", "    a\n", "~~~a\n", "http://a.b/((", "<a@b.c> ", "中",
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
    public void A_repeated_pattern_is_refused_or_rendered_within_the_budget(string pattern, int size) =>
        AssertBounded(Repeat(pattern, size));

    [Theory]
    [InlineData("<iframe></iframe>")]
    [InlineData("<center>a</center>")]
    [InlineData("<input type=checkbox>")]
    [InlineData("</p>a")]
    [InlineData("<img src=a>")]
    [InlineData("<script></script>")]
    [InlineData("<font>a</font>")]
    public void Elements_that_are_taken_out_or_replaced_are_refused_when_they_are_many(string element)
    {
        foreach (var count in new[] { 5_000, 8_500, 20_000, 39_000 }) AssertBounded(string.Concat(Enumerable.Repeat(element, count)));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(1_000)]
    [InlineData(2_000)]
    [InlineData(8_000)]
    public void Nested_lists_with_many_blank_lines_are_refused(int count)
    {
        var problem = AssertBounded(Repeat("- ", count * 2) + "x" + new string('\n', count));
        Assert.Equal(ProblemCodes.MarkdownDepth, problem?.Code);
        Assert.Equal(5, problem?.Line);
    }

    [Fact]
    public void A_depth_just_within_the_limit_stays_fast_however_many_lines_follow() =>
        AssertBounded(Repeat("- ", 128) + "x" + new string('\n', 1_000_000));

    [Fact]
    public void Growing_runs_of_backticks_stay_within_the_budget()
    {
        var body = new StringBuilder();
        for (var i = 1; body.Length < 1_000_000; i++) body.Append('`', i).Append('a');
        AssertBounded(body.ToString());
    }

    [Fact]
    public void A_wide_table_with_many_short_rows_is_refused() =>
        Assert.NotNull(AssertBounded(Repeat("|a", 16_000) + "\n" + Repeat("|-", 16_000) + "\n" + Repeat("|\n", 32_000)));

    [Fact]
    public void A_long_abbreviation_that_is_used_often_is_refused() =>
        Assert.Equal(ProblemCodes.HtmlTooLarge, AssertBounded($"*[a]: {new string('b', 32_000)}\n\n{Repeat("a ", 32_000)}")?.Code);

    [Fact]
    public void A_long_ordinary_post_passes()
    {
        var body = new StringBuilder();
        for (var i = 0; body.Length < 200_000; i++)
        {
            body.Append(CultureInfo.InvariantCulture, $"## Part {i}\n\nSome *text* with a [link](/a/{i}) and `code`, **bold** and 中文。\n\n- one\n  - two\n\n> said\n\n");
            body.Append("| a | b |\n|---|---|\n| 1 | [x](y) |\n\n```js\nif (a[0] < b) { c(\"`\"); }\n```\n\n");
        }

        Assert.Null(AssertBounded(body.ToString()));
    }

    [Fact]
    public void Brackets_in_a_code_block_cost_nothing() => Assert.Null(AssertBounded("```\n" + Repeat("[a](b", 200_000) + "\n```\n"));

    private static string Repeat(string pattern, int size) => string.Concat(Enumerable.Repeat(pattern, size / pattern.Length));

    private static Problem? AssertBounded(string body) => BoundedRendering.Check(Sample.Site, body);
}
