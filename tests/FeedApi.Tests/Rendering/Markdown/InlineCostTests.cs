using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Rendering.Markdown;
using Markdig.Helpers;
using Xunit;
using static FeedApi.Tests.Rendering.GuardLimit;

namespace FeedApi.Tests.Rendering.Markdown;

public sealed class InlineCostTests
{
    [Theory]
    [InlineData("[a](b")]
    [InlineData("a (")]
    [InlineData("a <!A")]
    [InlineData("*a _b ")]
    [InlineData("**a *")]
    [InlineData("www.a.b ")]
    [InlineData("http://a.b ")]
    public void What_grows_with_the_square_in_Markdig_does_so_in_the_estimate(string piece) =>
        Assert.Equal(4, (double)StepsOf(Repeat(piece, 2_000)) / StepsOf(Repeat(piece, 1_000)), 0.1);

    [Theory]
    [InlineData("plain text, ")]
    [InlineData("`a` ")]
    [InlineData("[a](b) ")]
    [InlineData("<b>a</b> ")]
    [InlineData("中文。")]
    public void What_is_closed_costs_in_proportion_to_its_length(string piece) =>
        Assert.InRange(StepsOf(Repeat(piece, 2_000)), 0, 20 * 2_000);

    [Theory]
    [InlineData("[a](b")]
    [InlineData("a <!A")]
    [InlineData("*a _b ")]
    [InlineData("www.a.b ")]
    public void A_paragraph_within_the_limit_is_rendered_and_a_little_more_is_refused(string piece)
    {
        var count = LargestThatPasses(count => StepsOf(Repeat(piece, count)) <= RenderingLimits.InlineSteps);

        Assert.Null(RefusalOf(Repeat(piece, count)));
        Assert.Equal(ProblemCodes.RenderBudget, RefusalOf(Repeat(piece, count + 1))?.Code);
    }

    [Fact]
    public void Runs_of_backticks_cost_one_search_for_each_length()
    {
        var growing = string.Concat(Enumerable.Range(1, 40).Select(length => new string('`', length) + "a"));

        Assert.Equal(40 * growing.Length / 16, StepsOf(growing));
    }

    [Fact]
    public void A_table_costs_its_widest_row_times_its_rows()
    {
        var small = StepsOf("|a|", "|-|", "|a|");
        var wide = StepsOf("|a" + Repeat("|a", 9) + "|", "|-|", "|a|");
        var high = StepsOf(["|a|", "|-|", .. Enumerable.Repeat("|a|", 30)]);

        // A table gets as many cells as its widest row in every row.
        Assert.Equal(11.0 / 2, (double)wide / small, 0.1);
        Assert.Equal(32.0 / 3, (double)high / small, 0.1);
    }

    private static long StepsOf(params string[] lines)
    {
        var cost = default(InlineCost);
        var group = new StringLineGroup(lines.Length);
        foreach (var line in lines) group.Add(new StringSlice(line));
        cost.AddTable(group);
        foreach (var line in lines) cost.Add(line);
        cost.Finish();
        return cost.Steps;
    }
}
