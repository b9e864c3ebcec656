using System.Net;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Content.Hugo;

/// <summary>What the running server has at the addresses that a Hugo site asks for.</summary>
public sealed class HugoAddressTests
{
    private const string Config = "baseURL = 'https://tides.example/'\n";

    [Fact]
    public async Task Ugly_addresses_of_one_section_are_those_of_its_pages_and_of_its_list()
    {
        await using var site = await StartAsync(
            Config + "[uglyURLs]\nposts = true\n", "content/posts/a.md", "content/notes/b.md", "content/posts/deep/c.md");

        Assert.Equal(["/notes/b/", "/posts/a.html", "/posts/deep/c.html"], await PathsAsync(site));
        foreach (var (address, status) in new[] { ("/posts/a.html", 200), ("/posts.html", 200), ("/notes/", 200), ("/notes.html", 404) })
            Assert.Equal((address, status), (address, (int)(await site.GetAsync(address)).StatusCode));
    }

    [Fact]
    public async Task A_language_has_ugly_addresses_in_the_same_sections()
    {
        await using var site = await StartAsync(
            Config + "[languages.en]\n[languages.fr]\n[uglyURLs]\nposts = true\n", "content/posts/a.fr.md", "content/notes/b.fr.md");

        Assert.Equal(["/fr/notes/b/", "/fr/posts/a.html"], await PathsAsync(site));
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/fr/posts.html")).StatusCode);
    }

    [Fact]
    public async Task Articles_have_addresses_beside_the_pages_of_the_API()
    {
        await using var site = await StartAsync(Config, "content/docs/faq.md", "content/docs/api/limits.md");

        Assert.Equal(["/docs/api/limits/", "/docs/faq/"], await PathsAsync(site));
        Assert.Contains("<h1", await site.TextAsync("/docs/faq/"), StringComparison.Ordinal);
        Assert.Equal("https://tides.example/docs/faq/", (await site.GetAsync("/docs/faq")).Headers.Location?.ToString());
        Assert.Contains("swagger", await site.TextAsync("/docs/index.html"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/docs/nothing")).StatusCode);
    }

    [Fact]
    public async Task A_file_whose_name_begins_with_an_underscore_is_a_post_also_when_it_is_saved_later()
    {
        await using var site = await StartAsync(Config, "content/posts/_a.md", "content/posts/_index.md", "content/_folder/b.md");
        Assert.Equal(["/_folder/b/", "/posts/_a/"], await PathsAsync(site));

        site.Content.With("content/posts/_c.md", Post("See [a]({{< ref \"_a.md\" >}})."))
            .With("content/posts/_index.md", Post("The section."));

        await TestSite.UntilAsync(async () => (await PathsAsync(site)).Contains("/posts/_c/"), "the post is there");
        Assert.Equal(["/_folder/b/", "/posts/_a/", "/posts/_c/"], await PathsAsync(site));
        Assert.Contains("href=\"https://tides.example/posts/_a/\"", await site.TextAsync("/posts/_c/"), StringComparison.Ordinal);
    }

    private static async Task<TestSite> StartAsync(string config, params string[] paths)
    {
        var site = new TestSite { Arguments = [] };
        site.Content.With("hugo.toml", config);
        foreach (var path in paths) site.Content.With(path, Post("Text."));
        await site.StartAsync();
        return site;
    }

    private static string Post(string text) => $"---\ntitle: A tide\ndate: 2024-01-02\n---\n{text}\n";

    private static async Task<string[]> PathsAsync(TestSite site) =>
        [.. (await site.JsonAsync("/api/v1/articles"))["data"]!.AsArray()
            .Select(article => new Uri((string)article!["url"]!).AbsolutePath).Order(StringComparer.Ordinal)];
}
