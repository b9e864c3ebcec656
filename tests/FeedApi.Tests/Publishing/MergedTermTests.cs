using FeedApi.Model;
using FeedApi.Publishing;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Publishing;

/// <summary>Names that differ only in signs have one address: they are one term, and that is said.</summary>
public sealed class MergedTermTests
{
    [Fact]
    public async Task Names_that_differ_in_signs_are_told_with_a_post_that_has_the_rarer_one()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-a.md", "---\ntitle: A\ntags: ['AC/DC']\n---\nx\n")
            .With("_posts/2024-01-02-b.md", "---\ntitle: B\ntags: ['AC/DC']\n---\nx\n")
            .With("_posts/2024-01-03-c.md", "---\ntitle: C\ntags: ['AC,DC']\n---\nx\n"));

        var problem = Assert.Single(await site.ProblemsAsync())!;

        Assert.Equal((ProblemCodes.MergedTerm, "_posts/2024-01-03-c.md"), ((string)problem["code"]!, (string)problem["file"]!));
        Assert.Contains("AC,DC", (string)problem["message"]!, StringComparison.Ordinal);
        Assert.Contains("AC/DC", (string)problem["message"]!, StringComparison.Ordinal);
        Assert.Equal(1, site.Log.CountOf(PublishingEvents.PostProblem));
        Assert.Contains(
            "feedapi_problems{code=\"merged-term\",severity=\"warning\"} 1",
            await site.Management.GetStringAsync("/metrics", TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_told_when_a_post_comes_and_is_over_when_the_name_is_gone()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-a.md", "---\ntitle: A\ncategory: 日本語\n---\nx\n"));

        site.Content.With("_posts/2024-01-02-b.md", "---\ntitle: B\ncategory: 日本/語\n---\nx\n");
        await TestSite.UntilAsync(async () => (await site.ProblemsAsync()).Count == 1, "it is told");
        await site.Log.UntilAsync(PublishingEvents.PostProblem);
        Assert.Equal(1, site.Log.CountOf(PublishingEvents.PostProblem));

        site.Content.With("_posts/2024-01-02-b.md", "---\ntitle: B\ncategory: 日本語\n---\nx\n");
        await TestSite.UntilAsync(async () => (await site.ProblemsAsync()).Count == 0, "it is over");
    }

    [Fact]
    public async Task Two_such_names_in_one_post_are_told()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-a.md", "---\ntitle: A\ncategories: ['a,b', 'a b']\n---\nx\n"));

        Assert.Equal(ProblemCodes.MergedTerm, (string)Assert.Single(await site.ProblemsAsync())!["code"]!);
    }

    [Theory]
    [InlineData("Fed Watch", "fed-watch")]
    [InlineData("ＦＥＤ", "fed")]
    [InlineData("O’Reilly", "O'Reilly")]
    [InlineData("A–B", "A-B")]
    public async Task Spellings_of_one_name_are_not(string one, string other)
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-a.md", $"---\ntitle: A\ntags: [\"{one}\"]\n---\nx\n")
            .With("_posts/2024-01-02-b.md", $"---\ntitle: B\ntags: [\"{other}\"]\n---\nx\n"));

        Assert.Empty(await site.ProblemsAsync());
    }
}
