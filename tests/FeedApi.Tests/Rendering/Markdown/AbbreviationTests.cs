using System.Text.RegularExpressions;
using FeedApi.Benchmarks.Fidelity;
using FeedApi.Model;
using FeedApi.Tests.Content;
using Xunit;

namespace FeedApi.Tests.Rendering.Markdown;

public sealed class AbbreviationTests
{
    [Theory]
    [InlineData("使用TG测量", "使用[TG]测量")]
    [InlineData("（TG）、TG。“TG”", "（[TG]）、[TG]。“[TG]”")]
    [InlineData("潮位站今日发布", "[潮位站]今日发布")]
    [InlineData("TG TGX xTG (TG)", "[TG] TGX xTG ([TG])")]
    [InlineData("**TG**的*TG站*", "[TG]的[TG]站")]
    [InlineData("`TG`与TG", "TG与[TG]")]
    public void Abbreviations_are_whole_words_also_beside_Chinese(string markdown, string shown)
    {
        const string Definitions = "\n\n*[TG]: tide gauge\n*[潮位站]: 观测潮位的站\n";

        Assert.Equal(shown, Shown(Sample.Render(markdown + Definitions).Html));
        Assert.Equal(shown, Shown(Kramdown(markdown + Definitions)));
    }

    [Fact]
    public void Very_many_of_them_are_refused()
    {
        var definitions = string.Concat(Enumerable.Range(0, 9_000).Select(number => $"*[a{number:0000}]: b\n"));

        var refusal = GuardLimit.RefusalOf(definitions + "\n" + GuardLimit.Repeat("中a", 2_000));

        Assert.Equal(ProblemCodes.RenderBudget, refusal?.Code);
    }

    private static string Kramdown(string body)
    {
        using var folder = new ContentFolder().With("_posts/2022-04-19-tide.md", $"---\ntitle: Tide\n---\n{body}");
        return OurPosts.Read(folder.Path).Articles.Values.Single().Html;
    }

    private static string Shown(string html)
    {
        var shown = Regex.Replace(html, "<abbr [^>]*>", "[").Replace("</abbr>", "]", StringComparison.Ordinal);
        return Regex.Replace(shown, "</?[a-z]*>", "");
    }
}
