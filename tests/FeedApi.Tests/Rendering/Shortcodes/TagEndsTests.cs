using FeedApi.Rendering.Shortcodes;
using Xunit;

namespace FeedApi.Tests.Rendering.Shortcodes;

public sealed class TagEndsTests
{
    [Theory]
    [InlineData("{{<\"")]
    [InlineData("{{<\">}}\"")]
    [InlineData("{{< x \"\\\">}}")]
    [InlineData("{{< x `")]
    [InlineData("{")]
    public void All_searches_of_one_body_pass_its_chars_a_limited_number_of_times(string piece)
    {
        var body = string.Concat(Enumerable.Repeat(piece, 2_000));
        var ends = new TagEnds(body);

        for (var at = body.IndexOf('{'); at >= 0; at = body.IndexOf('{', at + 1)) ends.Of(">}}", Math.Min(at + 3, body.Length), "\"`");

        // The last search begins below the limit and may pass the whole body once more.
        Assert.InRange(ends.Steps, 0, (TagEnds.MaxPasses + 1L) * body.Length);
    }
}
