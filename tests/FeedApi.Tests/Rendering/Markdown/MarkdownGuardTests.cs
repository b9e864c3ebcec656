using System.Globalization;
using System.Text;
using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Rendering.Markdown;
using Xunit;
using static FeedApi.Tests.Rendering.GuardLimit;

namespace FeedApi.Tests.Rendering.Markdown;

public sealed class MarkdownGuardTests
{
    [Fact]
    public void Nested_lists_within_the_limits_are_rendered() =>
        Assert.Null(RefusalOf(Repeat("- ", 30) + "x" + new string('\n', 500)));

    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    public void Quotes_and_lists_are_nested_to_a_limit(string marker)
    {
        Assert.True(Passes(() => MarkdownGuard.Check(Repeat(marker, RenderingLimits.LineContainers) + "x")));
        var refusal = RefusalOf(Repeat(marker, RenderingLimits.LineContainers + 1) + "x");
        Assert.Equal(ProblemCodes.MarkdownDepth, refusal?.Code);
        Assert.Equal(5, refusal?.Line);
    }

    [Fact]
    public void Lines_in_deeply_nested_lists_are_limited()
    {
        const int depth = RenderingLimits.LineContainers;
        const int lines = (int)(RenderingLimits.BlockSteps / (depth * depth));

        Assert.True(Passes(() => MarkdownGuard.Check(Repeat("- ", depth) + "x" + new string('\n', lines - 1))));
        Assert.Equal(ProblemCodes.RenderBudget, RefusalOf(Repeat("- ", depth) + "x" + new string('\n', lines + 1))?.Code);
    }

    [Theory]
    [InlineData("[a]: b\n")]
    [InlineData("[^a]: b\n")]
    [InlineData("*[a]: b\n")]
    public void Definitions_are_limited_by_their_number(string definition)
    {
        Assert.True(Passes(() => MarkdownGuard.Check(Repeat(definition, RenderingLimits.DefinitionLines))));
        Assert.Equal(ProblemCodes.RenderBudget, RefusalOf(Repeat(definition, RenderingLimits.DefinitionLines + 1))?.Code);
    }

    [Theory]
    [InlineData("a\n\n")]
    [InlineData("- a\n")]
    [InlineData("1. a\n")]
    public void Blocks_are_limited_by_their_number(string block)
    {
        var count = LargestThatPasses(count => Passes(() => MarkdownGuard.Check(Repeat(block, count))));

        Assert.InRange(count, RenderingLimits.HtmlElements - 1, RenderingLimits.HtmlElements);
        Assert.Equal(ProblemCodes.RenderBudget, RefusalOf(Repeat(block, count + 1))?.Code);
    }

    [Fact]
    public void An_abbreviation_fills_no_more_than_the_longest_html()
    {
        var title = new string('b', 1_000);
        var uses = RenderingLimits.HtmlChars / 1_000;

        Assert.Null(RefusalOf($"*[a]: {title}\n\n{Repeat("a ", uses * 9 / 10)}"));
        Assert.Equal(ProblemCodes.HtmlTooLarge, RefusalOf($"*[a]: {title}\n\n{Repeat("a ", uses + 1)}")?.Code);
    }

    [Fact]
    public void A_body_has_a_longest_length()
    {
        Assert.Null(RefusalOf(new string('a', RenderingLimits.BodyChars)));
        Assert.Equal(ProblemCodes.RenderBudget, RefusalOf(new string('a', RenderingLimits.BodyChars + 1))?.Code);
    }

    [Fact]
    public void A_long_ordinary_post_passes()
    {
        var body = new StringBuilder();
        for (var i = 0; body.Length < 200_000; i++)
        {
            body.Append(CultureInfo.InvariantCulture, $"## Part {i}\n\nSome *text* with a [link](/a/{i}) and `code`, **bold** and 中文。\n\n");
            body.Append("- one\n  - two\n\n> said\n\n| a | b |\n|---|---|\n| 1 | [x](y) |\n\n```js\nif (a[0] < b) { c(\"`\"); }\n```\n\n");
        }

        Assert.Null(RefusalOf(body.ToString()));
    }

    [Fact]
    public void Brackets_in_a_code_block_cost_nothing() => Assert.Null(RefusalOf("```\n" + Repeat("[a](b", 5_000) + "\n```\n"));
}
