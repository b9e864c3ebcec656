using System.Globalization;
using FeedApi.Benchmarks.Fidelity;
using FeedApi.Model;
using FeedApi.Tests.Content;
using Xunit;

namespace FeedApi.Tests.Rendering.Markdown.Goldmark;

/// <summary>The text of posts is that of Hugo's own rendering.</summary>
public sealed class GoldmarkTests
{
    private static readonly Lazy<IReadOnlyList<string>> WithDefaults = new(() => Rendered(GoldmarkCase.DefaultConfig));
    private static readonly Lazy<IReadOnlyList<string>> WithOthers = new(() => Rendered(GoldmarkCase.OtherConfig));

    public static TheoryData<int, string> Cases()
    {
        var cases = new TheoryData<int, string>();
        foreach (var (index, each) in GoldmarkCase.All.Index()) cases.Add(index, each.Name);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_text_is_Hugos_with_its_defaults(int index, string name)
    {
        Assert.NotEmpty(name);
        Assert.Equal(HtmlText.Of(GoldmarkCase.All[index].Default), WithDefaults.Value[index]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_text_is_Hugos_with_raw_HTML_and_without_the_typographer(int index, string name)
    {
        Assert.NotEmpty(name);
        Assert.Equal(HtmlText.Of(GoldmarkCase.All[index].Other), WithOthers.Value[index]);
    }

    [Fact]
    public void Attributes_of_headings_are_no_text_and_give_their_ids()
    {
        using var folder = Site(GoldmarkCase.DefaultConfig, ["## Tides {#low-water}\n"]);

        var html = OurPosts.Read(folder.Path).Articles.Values.Single().Html;

        Assert.Contains(">Tides</h2>", html, StringComparison.Ordinal);
    }

    private static List<string> Rendered(string config)
    {
        using var folder = Site(config, GoldmarkCase.All.Select(each => each.Markdown));
        var (articles, problems) = OurPosts.Read(folder.Path);
        Assert.DoesNotContain(problems, problem => problem.Severity == ProblemSeverity.Error);
        return [.. Enumerable.Range(0, GoldmarkCase.All.Count).Select(index => HtmlText.Of(articles[PathOf(index)].Html))];
    }

    private static ContentFolder Site(string config, IEnumerable<string> bodies)
    {
        var folder = new ContentFolder().WithExactly("config.toml", config);
        foreach (var (index, body) in bodies.Index())
            folder.WithExactly(PathOf(index), $"---\ntitle: Tide\ndate: 2024-01-01\n---\n{body}\n");
        return folder;
    }

    private static string PathOf(int index) => string.Create(CultureInfo.InvariantCulture, $"content/tide-{index:000}.md");
}
