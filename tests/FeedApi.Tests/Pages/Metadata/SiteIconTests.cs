using System.Text.Json.Nodes;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Pages.Metadata;

/// <summary>The icon of a site, and its manifest.</summary>
public sealed class SiteIconTests
{
    [Fact]
    public async Task Without_an_icon_the_first_character_of_the_title_is_drawn()
    {
        await using var site = await StartAsync("title: 潮汐\n");

        Assert.Equal("/icon.svg", (await site.PageAsync("/")).Value("link[rel=icon]", "href"));
        Assert.Equal("潮", (await site.XmlAsync("/icon.svg")).Value.Trim());
        Assert.EndsWith("/icon.svg", (await site.RedirectAsync("/favicon.ico")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_cannot_leave_the_drawing()
    {
        await using var site = await StartAsync("title: '<script>'\n");
        Assert.Equal("<", (await site.XmlAsync("/icon.svg")).Value.Trim());
    }

    [Fact]
    public async Task An_icon_of_the_site_is_taken()
    {
        await using var site = await StartAsync("title: Tides\nfeedapi: {icon: /assets/icon.png}\n");

        Assert.Equal("/assets/icon.png", (await site.PageAsync("/")).Value("link[rel=icon]", "href"));
        Assert.EndsWith("/assets/icon.png", (await site.RedirectAsync("/favicon.ico")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manifest_names_the_site_and_its_icon()
    {
        await using var site = await StartAsync("title: 潮汐\nlang: zh-CN\n");

        using var response = await site.GetAsync((await site.PageAsync("/")).Value("link[rel=manifest]", "href")!);

        Assert.Equal("application/manifest+json", response.Content.Headers.ContentType!.MediaType);
        var manifest = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(("潮汐", "zh-CN"), ((string)manifest["name"]!, (string)manifest["lang"]!));
        Assert.EndsWith("/icon.svg", (string)manifest["icons"]![0]!["src"]!, StringComparison.Ordinal);
    }

    private static Task<TestSite> StartAsync(string settings) => TestSite.StartAsync(content => content
        .With("_config.yml", settings)
        .With("assets/icon.png", "x")
        .With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n"));
}
