using System.Text;
using FeedApi.Model;
using FeedApi.Pages.Files;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Pages.Files;

/// <summary>What of a content folder is answered over HTTP, and what is told of the rest.</summary>
public sealed class ServedFileTests
{
    [Fact]
    public async Task A_link_is_followed_only_when_it_leads_to_a_public_file_of_the_folder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        await using var elsewhere = new TestSite();
        elsewhere.Content.With("away.txt", "elsewhere");
        await using var site = await TestSite.StartAsync(content =>
        {
            content.With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n").With("a.txt", "text").With("_data/names.txt", "names");
            File.CreateSymbolicLink(content.Full("inside.txt"), content.Full("a.txt"));
            File.CreateSymbolicLink(content.Full("hidden.txt"), content.Full("_data/names.txt"));
            File.CreateSymbolicLink(content.Full("outside.txt"), elsewhere.Content.Full("away.txt"));
            Directory.CreateSymbolicLink(content.Full("away"), elsewhere.Content.Path);
        });

        Assert.Equal(200, await site.StatusAsync("/inside.txt"));
        foreach (var address in (string[])["/hidden.txt", "/outside.txt", "/away/away.txt", "/a.txt/b.txt", "/missing.txt"])
            Assert.Equal(404, await site.StatusAsync(address));
    }

    [Theory]
    [InlineData("---\nlayout: x\n---\nx")]
    [InlineData("---  \t\nlayout: x\n---\nx")]
    [InlineData("---\r\nlayout: x\r\n---\r\nx")]
    [InlineData("--- \r\nlayout: x\r\n---\r\nx")]
    [InlineData("+++ \ntitle = 'x'\n+++\nx")]
    [InlineData("\uFEFF---\nlayout: x\n---\nx")]
    [InlineData("\uFEFF--- \nlayout: x\n---\nx")]
    [InlineData(" ---\nlayout: x\n---\nx")]
    public async Task A_page_that_begins_with_front_matter_is_not_sent_as_it_is(string text)
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n")
            .With("page.html", text)
            .With("wide.html", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text.TrimStart('\uFEFF'))])
            .With("dashes.html", "--- a\nb")
            .With("plain.html", "<p>---</p>\n"));

        Assert.Equal(404, await site.StatusAsync("/page.html"));
        Assert.Equal(404, await site.StatusAsync("/wide.html"));
        Assert.Equal(200, await site.StatusAsync("/dashes.html"));
        Assert.Equal(200, await site.StatusAsync("/plain.html"));
    }

    [Fact]
    public async Task What_is_not_served_is_told_once_and_what_is_shadowed_is_a_problem()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n")
            .With("a.sql", "x").With("b.sql", "x").With("tools/run.sh", "x").With("secret.txt", "x").With("_data/a.sql", "x")
            .With("style.css", "p {}").With("tags/list.json", "{}").With("feed.xml", "---\n---\n").With("fine.css", "p {}"));
        await site.Log.UntilAsync(FileEvents.FilesNotServed);
        await site.Log.UntilAsync(FileEvents.FilesNotServed);

        foreach (var address in (string[])["/a.sql", "/tools/run.sh", "/secret.txt"]) Assert.Equal(404, await site.StatusAsync(address));
        var problems = await site.ProblemsAsync();
        var shadowed = problems.Where(problem => (string?)problem!["code"] == ProblemCodes.ShadowedFile).ToArray();
        Assert.Equal(["style.css", "tags/list.json"], shadowed.Select(problem => (string?)problem!["file"]));
        Assert.Contains("/style-2.css", (string?)shadowed[0]!["message"], StringComparison.Ordinal);
        Assert.Contains("/tags-2/list.json", (string?)shadowed[1]!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_without_such_files_is_told_nothing()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n").With("fine.css", "p {}"));
        await TestSite.UntilAsync(
            async () => (await site.GetAsync("/fine.css")).IsSuccessStatusCode, "the site is there");

        Assert.Equal(0, site.Log.CountOf(FileEvents.FilesNotServed));
    }
}
