using FeedApi.Model;
using FeedApi.Model.Text;
using Xunit;

namespace FeedApi.Tests.Content.Jekyll;

/// <summary>Redirects as jekyll-redirect-from writes them.</summary>
public sealed class JekyllRedirectTests(JekyllRedirectSite site) : IClassFixture<JekyllRedirectSite>
{
    private const string Root = "https://example.org";

    public static TheoryData<string> From => [.. JekyllRedirectSite.From];

    public static TheoryData<string> To => [.. JekyllRedirectSite.To];

    public static TheoryData<string> Nowhere => [.. JekyllRedirectSite.Nowhere];

    public static TheoryData<string> Refused => [.. JekyllRedirectSite.Refused];

    [Theory]
    [MemberData(nameof(From))]
    public async Task An_old_address_answers_wherever_Jekyll_writes_a_page(string written)
    {
        var address = JekyllRedirectSite.AddressOf("f", Array.IndexOf(JekyllRedirectSite.From, written));
        var pages = site.Build().Redirects.Where(page => page.To == Root + address).ToArray();

        Assert.NotEmpty(pages);
        foreach (var path in pages.SelectMany(page => (string[])[page.File, WithoutEnding(page.File)]).Distinct())
            Assert.Equal((path, 301, Root + address), (path, await StatusAsync(path), await LocationAsync(path)));
    }

    [Theory]
    [MemberData(nameof(To))]
    public async Task A_post_redirects_where_Jekyll_leads(string written)
    {
        var address = JekyllRedirectSite.AddressOf("t", Array.IndexOf(JekyllRedirectSite.To, written));
        var theirs = Assert.Single(site.Build().Redirects, page => page.From == address).To;

        var location = await LocationAsync(address);
        Assert.Equal((302, AsciiOf(theirs)), (await StatusAsync(address), AsciiOf(location!)));
    }

    [Theory]
    [MemberData(nameof(Nowhere))]
    public async Task A_post_that_leads_nowhere_is_shown(string written)
    {
        var address = JekyllRedirectSite.AddressOf("n", Array.IndexOf(JekyllRedirectSite.Nowhere, written));

        Assert.DoesNotContain(site.Build().Redirects, page => page.From == address);
        Assert.Equal(200, await StatusAsync(address));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_target_that_is_not_safe_is_told_and_the_post_shown(string written)
    {
        var name = $"r{Array.IndexOf(JekyllRedirectSite.Refused, written):00}";

        Assert.Equal(200, await StatusAsync($"/2015/02/01/{name}.html"));
        Assert.Equal([ProblemCodes.RedirectTarget], await CodesOfAsync(name));
    }

    [Fact]
    public async Task A_post_never_redirects_to_itself()
    {
        Assert.Equal(200, await StatusAsync("/2015/02/01/self.html"));
        Assert.Equal([ProblemCodes.RedirectTarget], await CodesOfAsync("self"));
    }

    [Fact]
    public async Task The_target_is_where_an_item_first_appeared()
    {
        var article = await site.Site.JsonAsync("/api/v1/articles/2015-02-01-t00");
        var items = (await site.Site.JsonAsync("/feed.json?limit=100"))["items"]!.AsArray();
        var item = items.Single(each => (string?)each!["url"] == Root + "/2015/02/01/t00.html")!;

        Assert.Equal("https://other.example/new", (string?)article["external_url"]);
        Assert.Equal("https://other.example/new", (string?)item["external_url"]);
        Assert.Null(article["meta"]?["redirect_to"]);
        Assert.Contains("https://other.example/new", await site.Site.TextAsync("/feed.atom?limit=100"), StringComparison.Ordinal);
        Assert.Contains("https://other.example/new", await site.Site.TextAsync("/feed.rss?limit=100"), StringComparison.Ordinal);
    }

    private static string AsciiOf(string address) => new UriBuilder(address) { Host = new Uri(address).IdnHost }.Uri.AbsoluteUri;

    private static string WithoutEnding(string file) => file.EndsWith("/index.html", StringComparison.Ordinal) ? file[..^10]
        : file.EndsWith(".html", StringComparison.Ordinal) ? file[..^5]
        : file;

    private async Task<int> StatusAsync(string path)
    {
        using var response = await site.Site.GetAsync(UriText.EncodePath(path));
        return (int)response.StatusCode;
    }

    private async Task<string?> LocationAsync(string path)
    {
        using var response = await site.Site.GetAsync(UriText.EncodePath(path));
        return response.Headers.Location?.OriginalString;
    }

    private async Task<IEnumerable<string?>> CodesOfAsync(string name) => (await site.Site.ProblemsAsync())
        .Where(problem => ((string)problem!["file"]!).EndsWith($"-{name}.md", StringComparison.Ordinal))
        .Select(problem => (string?)problem!["code"]);
}
