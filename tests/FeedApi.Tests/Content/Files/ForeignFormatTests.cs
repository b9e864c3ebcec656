using System.Net;
using FeedApi.Content.Files;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Content.Files;

/// <summary>Posts in formats that are not read: Hugo 0.111.3 and Jekyll 4.3.1 show each of them.</summary>
public sealed class ForeignFormatTests
{
    [Fact]
    public async Task A_page_of_Hugo_in_another_format_is_a_problem_and_its_source_is_not_served()
    {
        string[] names = ["o.org", "a.adoc", "b.asciidoc", "c.ad", "r.rst", "p.pandoc", "q.pdc", "sub/O.ORG"];
        await using var site = new TestSite { Arguments = [] };
        site.Content.WithExactly("hugo.toml", "baseURL = 'https://tides.example/'\n")
            .With("static/paper.org", "* Tides")
            .With("content/p/_index.org", "* Section")
            .With("content/p/m.mdown", "---\ndate: 2024-01-02\n---\n*Low* water.\n")
            .With("content/p/b/index.mdown", "---\ndate: 2024-01-03\n---\nHigh water.\n");
        foreach (var name in names) site.Content.With("content/p/" + name, "#+draft: true\n\nSecret.\n");
        await site.StartAsync();

        var problems = await site.ProblemsAsync();

        Assert.Equal(
            names.Select(name => ("content/p/" + name, "unknown-format")).Order(),
            problems.Select(problem => ((string)problem!["file"]!, (string)problem["code"]!)).Order());
        foreach (var name in names.Append("_index.org").Append("m.mdown"))
            Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/p/" + name)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/paper.org")).StatusCode);
        Assert.Contains("<em>Low</em>", await site.TextAsync("/p/m/"), StringComparison.Ordinal);
        Assert.Contains("High water.", await site.TextAsync("/p/b/"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_post_of_Jekyll_in_any_format_with_front_matter_is_a_problem()
    {
        using var folder = new ContentFolder();
        folder.With("_posts/2024-01-02-a.xml", "---\ntitle: A\n---\n<a/>\n")
            .With("_posts/2024-01-02-b.json", "---\ntitle: B\n---\n{}\n")
            .With("_posts/2024-01-02-c.mdown", "---\ntitle: C\n---\nx\n")
            .With("_posts/2024-01-02-d.rst", "no front matter")
            .With("_posts/2024-01-02-e.png", "no front matter")
            .With("_posts/2024-01-02-f.xml~", "---\ntitle: A\n---\n<a/>\n")
            .With("_posts/g.xml", "---\ntitle: A\n---\n<a/>\n")
            .With("_posts/2024-01-02-h.md", "---\ntitle: H\n---\nx\n");

        var listing = new PostFiles(folder.Site()).List(TestContext.Current.CancellationToken);

        Assert.Equal(["_posts/2024-01-02-h.md"], listing.Files.Select(file => file.Path));
        Assert.Equal(
            ["a.xml", "b.json", "c.mdown", "d.rst"],
            listing.Problems.Select(problem => problem.File["_posts/2024-01-02-".Length..]).Order(StringComparer.Ordinal));
        Assert.All(listing.Problems, problem => Assert.Equal("unknown-format", problem.Code));
    }
}
