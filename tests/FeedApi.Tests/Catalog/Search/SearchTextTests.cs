using CsCheck;
using FeedApi.Catalog.Search;
using FeedApi.Model;
using FeedApi.Tests.Rendering;
using Xunit;

namespace FeedApi.Tests.Catalog.Search;

public sealed class SearchTextTests
{
    // Few letters and lengths around four, so that many words are the same, and many begin with another one.
    private static readonly Gen<string[]> Words = Gen.Char["ab"].Array[1, 7].Select(letters => new string(letters)).Array[0, 80];

    private static readonly Article Sampled = Sample.Render("Text.");

    [Fact]
    public void Each_token_is_kept_once_in_the_order_in_which_it_came() =>
        Words.Sample(words => Assert.Equal(words.Distinct(StringComparer.Ordinal), TokensOf("", string.Join(' ', words))));

    [Fact]
    public void Those_of_a_title_are_kept_a_second_time_with_a_mark() =>
        Assert.Equal(["!tide", "!观测", "!测", "tide", "观测", "测", "gauges"], TokensOf("Tide 观测", "tide gauges"));

    private static string[] TokensOf(string title, string text) =>
        SearchText.Of(Sampled with { Title = title, Text = text }).Tokens.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
