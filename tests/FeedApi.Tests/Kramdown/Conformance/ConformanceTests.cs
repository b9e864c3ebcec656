using System.Globalization;
using FeedApi.Kramdown;
using Xunit;

namespace FeedApi.Tests.Kramdown.Conformance;

/// <summary>Compares the library with what kramdown 2.4.0 and kramdown-parser-gfm 1.1.0 make of the same snippets.</summary>
public sealed class ConformanceTests
{
    private static readonly IReadOnlyList<ConformanceCase> Cases = ConformanceCase.ReadAll();

    public static TheoryData<string> Features() => [.. Cases.Select(each => each.Feature).Distinct()];

    [Theory]
    [MemberData(nameof(Features))]
    public void Snippets_are_what_kramdown_makes_of_them_but_for_known_differences(string feature)
    {
        foreach (var each in Cases.Where(each => each.Feature == feature))
        {
            var theirs = CanonicalHtml.Of(each.Html);
            var ours = CanonicalHtml.Of(KramdownConverter.ToHtml(each.Markdown, each.KramdownOptions()));
            if (each.Difference is null) Assert.Equal((each.Markdown, theirs), (each.Markdown, ours));
            else Assert.NotEqual((each.Markdown, theirs), (each.Markdown, ours));
        }
    }

    [Fact]
    public void The_readme_counts_the_snippets_of_every_feature()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Kramdown", "README.md"));
        foreach (var feature in Cases.GroupBy(each => each.Feature))
            Assert.Matches(string.Create(CultureInfo.InvariantCulture, $@"\| {feature.Key} \|[^\n]*\| {feature.Count()} \|"), readme);
        var alike = Cases.Count(each => each.Difference is null);
        var counts = string.Create(CultureInfo.InvariantCulture, $"{Cases.Count} snippets, {alike} alike");
        Assert.Contains(counts, readme, StringComparison.Ordinal);
    }

    [Fact]
    public void The_readme_names_every_known_difference()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Kramdown", "README.md"));
        foreach (var difference in Cases.Select(each => each.Difference).OfType<string>().Distinct())
            Assert.Contains($"- {difference}", readme, StringComparison.Ordinal);
    }
}
