using FeedApi.Rendering;
using Xunit;

namespace FeedApi.Tests.Rendering;

/// <summary>Where a summary that is too long ends.</summary>
public sealed class SummaryCutTests
{
    [Theory]
    [InlineData("潮位Tidewater站", 270, "潮位")]
    [InlineData("潮位3,141.59米", 272, "潮位")]
    [InlineData("潮位12.5%以上", 275, "潮位")]
    [InlineData("don't know", 275, "")]
    [InlineData("潮汐潮汐潮汐", 276, "潮汐潮")]
    public void It_ends_before_a_word_that_does_not_fit(string text, int padding, string end)
    {
        var start = new string('潮', padding - 1) + "。";

        Assert.Equal(start + end + "…", Summary.Cut(start + text + new string('汐', 20)));
    }

    [Fact]
    public void Words_with_spaces_are_whole()
    {
        var cut = Summary.Cut(string.Join(' ', Enumerable.Repeat("tidewater", 40)));

        Assert.Equal(string.Join(' ', Enumerable.Repeat("tidewater", 28)) + "…", cut);
    }

    [Fact]
    public void A_very_long_word_is_cut()
    {
        Assert.Equal(new string('a', 279) + "…", Summary.Cut(new string('a', 400)));
        Assert.Equal(280, Summary.Cut("https://tides.example/" + new string('x', 300)).Length);
    }

    [Fact]
    public void A_letter_keeps_its_marks_and_a_pair_its_half()
    {
        Assert.Equal(new string('潮', 278) + "…", Summary.Cut(new string('潮', 278) + "e\u0301\u0301汐汐汐"));
        Assert.Equal(new string('潮', 278) + "…", Summary.Cut(new string('潮', 278) + "𠀀𠀁汐汐"));
    }
}
