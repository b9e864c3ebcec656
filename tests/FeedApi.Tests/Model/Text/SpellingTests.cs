using FeedApi.Model.Text;
using Xunit;

namespace FeedApi.Tests.Model.Text;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("titel", "title")]
    [InlineData("Seach", "Search")]
    [InlineData("Searrch", "Search")]
    [InlineData("Sxarch", "Search")]
    [InlineData("esarch", "search")]
    [InlineData("searc", "search")]
    [InlineData("xsearch", "search")]
    [InlineData("SEACH", "search")]
    [InlineData("Search", "search")]
    [InlineData("aa", "aaa")]
    public void One_edit_or_transposition_is_near(string written, string name) => Assert.Equal(name, Spelling.Nearest(written, [name]));

    [Theory]
    [InlineData("serhc", "search")]
    [InlineData("seac", "search")]
    [InlineData("tilte page", "title page 2")]
    [InlineData("search", "hcraes")]
    [InlineData("x", "q")]
    [InlineData("", "q")]
    [InlineData("ab", "")]
    public void Whatever_is_farther_is_not(string written, string name) => Assert.Null(Spelling.Nearest(written, [name]));

    [Fact]
    public void A_name_that_differs_in_case_only_goes_first() => Assert.Equal("From", Spelling.Nearest("FROM", ["Form", "From"]));
}
