using System.Net;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Content.Hugo;

/// <summary>Terms answer at the addresses that Hugo gave them, with or without a rule of the site.</summary>
public sealed class HugoTermTests(HugoTermTests.Sites sites) : IClassFixture<HugoTermTests.Sites>
{
    private static readonly string[] Names = ["terms", "permalinks"];

    public static TheoryData<string, string> Terms =>
    [
        .. Names.SelectMany(site => HugoAnswer.Of(HugoArchive.Of(site))["terms"]!.AsArray()
            .Select(term => (Uri.UnescapeDataString((string)term!["url"]!), site)).Distinct()
            .Select(term => (term.site, term.Item1)))
    ];

    [Theory]
    [MemberData(nameof(Terms))]
    public async Task Page_and_feed_of_a_term_are_at_Hugos_address(string name, string path)
    {
        var (site, expected) = await sites.OfAsync(name);

        var page = await FollowAsync(site, Encoded(path));
        var feed = await FollowAsync(site, Encoded(path) + "index.xml");

        Assert.Equal((path, HttpStatusCode.OK), (path, page.StatusCode));
        Assert.Equal("application/rss+xml", feed.Content.Headers.ContentType?.MediaType);
        var text = await feed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.All(expected[path], address => Assert.Contains(address, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/topics/neap-tides/", null)]
    [InlineData("/topics/neap-tides/index.xml", null)]
    [InlineData("/topics/", null)]
    [InlineData("/subjects/of/News/", "/categories/News")]
    [InlineData("/subjects/of/News/index.xml", "/categories/News/feed.rss")]
    [InlineData("/subjects/", "/categories")]
    public async Task A_taxonomy_of_another_name_answers_and_one_with_a_rule_redirects(string path, string? target)
    {
        await using var site = new TestSite { Arguments = [] };
        site.Content
            .With(
                "hugo.toml",
                "baseURL = 'https://tides.example/'\n[taxonomies]\ntag = 'topics'\ncategory = 'categories'\n"
                    + "[permalinks.term]\ncategories = '/subjects/of/:slug'\n[permalinks.taxonomy]\ncategories = '/subjects/'\n")
            .With("content/posts/a.md", "---\ntitle: A\ndate: 2024-01-01\ntopics: [Neap tides]\ncategories: [News]\n---\nx\n");
        await site.StartAsync();

        var answer = await site.GetAsync(path);

        Assert.Equal(target is null ? HttpStatusCode.OK : HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(target, answer.Headers.Location?.AbsolutePath, ignoreCase: true);
    }

    // Recorded of Hugo 0.111.3.
    [Theory]
    [InlineData("/t/c-/", "C++")]
    [InlineData("/t/c/", "C#")]
    [InlineData("/t/rd/", "R&D")]
    [InlineData("/c/f/", "F#")]
    [InlineData("/c/c-", "C++")]
    [InlineData("/c/ci/cd/", "Ci/Cd")]
    [InlineData("/c/c-/index.xml", "C++")]
    [InlineData("/c/none/", null)]
    public async Task A_term_is_where_the_rule_has_it_without_its_signs(string path, string? name)
    {
        await using var site = new TestSite { Arguments = [] };
        const string names = "['C#', 'C++', 'F#', 'R&D', 'Ci/Cd']";
        site.Content.With("hugo.toml", "baseURL = 'https://tides.example/'\n[permalinks]\ntags = '/t/:title/'\ncategories = '/c/:slug'\n")
            .With("content/posts/a.md", $"+++\ntitle = 'A'\ndate = 2024-01-01\ntags = {names}\ncategories = {names}\n+++\nx\n");
        await site.StartAsync();

        var answer = await site.GetAsync(path);

        Assert.Equal(name is null ? HttpStatusCode.NotFound : HttpStatusCode.MovedPermanently, answer.StatusCode);
        if (name is null) return;
        var terms = (await site.JsonAsync(path[1] == 't' ? "/api/v1/tags" : "/api/v1/categories"))["data"]!.AsArray();
        var slug = (string)terms.Single(term => (string?)term!["name"] == name)!["slug"]!;
        Assert.Equal(slug, answer.Headers.Location!.AbsolutePath.Split('/')[2]);
    }

    private static async Task<HttpResponseMessage> FollowAsync(TestSite site, string path)
    {
        const int hops = 3;
        var answer = await site.GetAsync(path);
        for (var hop = 0; hop < hops && answer.Headers.Location is { } moved; hop++) answer = await site.GetAsync(moved.PathAndQuery);
        return answer;
    }

    private static string Encoded(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>Both sites, each started once.</summary>
    public sealed class Sites : IAsyncDisposable
    {
        private readonly Dictionary<string, (TestSite Site, ILookup<string, string> Expected)> started = [];

        /// <summary>A started site, and the addresses of articles by that of the term.</summary>
        public async Task<(TestSite Site, ILookup<string, string> Expected)> OfAsync(string name)
        {
            if (started.TryGetValue(name, out var known)) return known;
            var site = new TestSite { Arguments = [] };
            HugoArchive.Of(name).Fill(site.Content);
            await site.StartAsync();
            var pages = HugoAnswer.Of(HugoArchive.Of(name))["pages"]!.AsArray();
            return started[name] = (site, pages
                .SelectMany(page => page!["terms"]!.AsArray(), (page, term) => (Term: (string)term!, Address: (string)page!["url"]!))
                .ToLookup(each => Uri.UnescapeDataString(each.Term), each => each.Address));
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var (site, _) in started.Values) await site.DisposeAsync();
        }
    }
}
