using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Rendering.Html;
using Xunit;
using static FeedApi.Tests.Rendering.GuardLimit;

namespace FeedApi.Tests.Rendering.Html;

public sealed class HtmlGuardTests
{
    [Theory]
    [InlineData("<center>a</center>")]
    [InlineData("<iframe></iframe>")]
    [InlineData("<input type=checkbox>")]
    [InlineData("<img>")]
    [InlineData("<script></script>")]
    [InlineData("</p>a")]
    [InlineData("a < ")]
    [InlineData("a</b>")]
    [InlineData("<table><td>a</table>")]
    public void Html_within_the_limit_is_rendered_and_a_little_more_is_refused(string piece)
    {
        var count = LargestThatPasses(count => Passes(() => HtmlGuard.Check(Repeat(piece, count))));

        Assert.Null(RefusalOf(Repeat(piece, count), PostFormat.Html));
        Assert.Equal(ProblemCodes.RenderBudget, RefusalOf(Repeat(piece, count + 1), PostFormat.Html)?.Code);
    }

    [Fact]
    public void A_frame_costs_four_times_as_much_as_another_element_that_is_taken_out()
    {
        var frames = LargestThatPasses(count => Passes(() => HtmlGuard.Check(Repeat("<iframe></iframe>", count))));
        var forms = LargestThatPasses(count => Passes(() => HtmlGuard.Check(Repeat("<form></form>", count))));

        // The cost grows with the square of the count.
        Assert.Equal(2, (double)forms / frames, 0.01);
    }

    [Fact]
    public void Elements_that_stay_are_limited_by_their_number_alone()
    {
        Assert.True(Passes(() => HtmlGuard.Check(Repeat("<div></div>", RenderingLimits.HtmlElements))));
        Assert.False(Passes(() => HtmlGuard.Check(Repeat("<div></div>", RenderingLimits.HtmlElements + 1))));
    }

    [Fact]
    public void Elements_are_nested_to_a_limit()
    {
        Assert.Null(RefusalOf(Repeat("<div>", RenderingLimits.HtmlDepth - 10), PostFormat.Html));
        Assert.Equal(ProblemCodes.RenderBudget, RefusalOf(Repeat("<div>", RenderingLimits.HtmlDepth + 1), PostFormat.Html)?.Code);
    }

    [Fact]
    public void A_tag_has_a_limited_number_of_attributes()
    {
        Assert.Null(RefusalOf($"<p{Repeat(" a", RenderingLimits.TagAttributes)}>b</p>", PostFormat.Html));
        Assert.Equal(
            ProblemCodes.RenderBudget, RefusalOf($"<p{Repeat(" a", RenderingLimits.TagAttributes + 1)}>b</p>", PostFormat.Html)?.Code);
    }
}
