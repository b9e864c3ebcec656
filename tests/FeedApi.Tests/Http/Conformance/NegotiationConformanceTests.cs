using Xunit;

namespace FeedApi.Tests.Http.Conformance;

/// <summary>H10, H11, H12, H16: what is chosen by Accept and Accept-Encoding, and that every answer says so.</summary>
public sealed class NegotiationConformanceTests(ConformanceSite site) : IClassFixture<ConformanceSite>
{
    private const string Rss = "application/rss+xml; charset=utf-8";
    private const string Atom = "application/atom+xml; charset=utf-8";
    private const string Json = "application/feed+json; charset=utf-8";
    private const string Html = "text/html; charset=utf-8";

    [Theory]
    [InlineData(null, Rss)]
    [InlineData("", Rss)]
    // newsboat, NetNewsWire, curl
    [InlineData("*/*", Rss)]
    // feedparser 6
    [InlineData(
        "application/atom+xml,application/rdf+xml,application/rss+xml,application/x-netcdf,application/xml;q=0.9,text/xml;q=0.2,*/*;q=0.1",
        Rss)]
    // SimplePie, so FreshRSS and many more
    [InlineData(
        "application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, text/html;q=0.7, "
            + "unknown/unknown;q=0.1, application/unknown;q=0.1, */*;q=0.1",
        Rss)]
    // Miniflux
    [InlineData(
        "application/xml, application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, text/html, */*;q=0.9",
        Rss)]
    // Java when a program sets nothing
    [InlineData("text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", Rss)]
    // Chrome, Firefox
    [InlineData(
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,"
            + "application/signed-exchange;v=b3;q=0.7",
        Html)]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", Html)]
    [InlineData("text/html", Html)]
    [InlineData("application/rss+xml", Rss)]
    [InlineData("application/atom+xml", Atom)]
    [InlineData("application/feed+json", Json)]
    [InlineData("application/json", Json)]
    [InlineData("text/xml", Rss)]
    [InlineData("APPLICATION/ATOM+XML", Atom)]
    [InlineData("application/atom+xml;type=feed", Atom)]
    [InlineData("application/rss+xml;q=0.8, application/atom+xml;q=0.9", Atom)]
    [InlineData("application/rss+xml;q=0.1;charset=utf-8, application/atom+xml;charset=utf-8;q=0.2", Atom)]
    [InlineData("application/rss+xml; q=0.8 , application/feed+json ; q=0.9", Json)]
    [InlineData("application/rss+xml;q=0, */*", Atom)]
    [InlineData("application/rss+xml;q=0.1, application/*", Atom)]
    [InlineData("*/*;q=0.1, application/feed+json;q=0.2", Json)]
    [InlineData("application/*", Rss)]
    // Nothing fits: a 406 would be remembered as a dead feed.
    [InlineData("text/plain", Rss)]
    [InlineData("image/*", Rss)]
    [InlineData("*/*;q=0", Rss)]
    [InlineData("garbage", Rss)]
    [InlineData(",,;q=1", Rss)]
    public async Task H12_Accept_chooses_the_format(string? accept, string type)
    {
        foreach (var target in (string[])["/feed", "/categories/News/feed"])
        {
            var answer = await site.GetAsync(target, accept is null ? [] : ["Accept: " + accept]);
            Assert.Equal((200, type, "Accept, Accept-Encoding"), (answer.Status, answer["Content-Type"], answer["Vary"]));
        }
    }

    [Fact]
    public async Task H12_Accept_may_stand_in_several_fields() =>
        Assert.Equal(
            Atom, (await site.GetAsync("/feed", "Accept: application/rss+xml;q=0.1", "Accept: application/atom+xml"))["Content-Type"]);

    [Theory]
    [InlineData("application/rss+xml", "rss")]
    [InlineData("application/atom+xml", "atom")]
    [InlineData("application/feed+json", "json")]
    public async Task H11_a_negotiated_answer_names_the_address_of_its_form(string accept, string format)
    {
        foreach (var (target, whole) in ((string, string)[])[
            ("/feed", "/feed"), ("/categories/News/feed", "/categories/News/feed"), ("/feed?category=News", "/feed?category=News")
        ])
        {
            var answer = await site.GetAsync(target, "Accept: " + accept);
            var location = $"https://example.org{whole.Replace("/feed", $"/feed.{format}", StringComparison.Ordinal)}";

            Assert.Equal(location, answer["Content-Location"]);
            Assert.Contains($"<{location}>; rel=\"self\"", answer["Link"], StringComparison.Ordinal);
            Assert.Equal((await site.GetAsync(new Uri(location).PathAndQuery)).Text, answer.Text);
        }
    }

    [Theory]
    [MemberData(nameof(ConformanceSite.Documents), MemberType = typeof(ConformanceSite))]
    public async Task H10_every_document_varies_by_Accept_Encoding_whatever_is_asked(string target)
    {
        foreach (var fields in (string[][])[
            [], ["Accept-Encoding: gzip"], ["Accept-Encoding: br"], ["If-None-Match: *"], ["If-Match: \"x\""]
        ])
        {
            Assert.Contains("accept-encoding", (await site.GetAsync(target, fields)).Members("Vary"));
        }
    }

    [Theory]
    [InlineData("/feed?limit=0")]
    [InlineData("/categories/nothing/feed")]
    [InlineData("/categories/NEWS/feed")]
    [InlineData("/categories/NEWS/feed?limit=0")]
    public async Task H10_errors_and_redirects_of_a_negotiated_address_vary_by_Accept(string target) =>
        Assert.Equal(["accept", "accept-encoding"], (await site.GetAsync(target)).Members("Vary"));

    [Theory]
    [MemberData(nameof(ConformanceSite.Errors), MemberType = typeof(ConformanceSite))]
    public async Task H10_errors_have_a_Vary_field_too(string target, int status)
    {
        var answer = await site.GetAsync(target);
        Assert.Equal(status, answer.Status);
        Assert.Contains("accept-encoding", answer.Members("Vary"));
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip;q=1.0, br;q=0.5", "gzip")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("identity", null)]
    [InlineData("gzip;q=0, br;q=0", null)]
    [InlineData("zstd", null)]
    [InlineData("", null)]
    public async Task H16_Accept_Encoding_chooses_the_coding_for_every_large_document(string accept, string? coding)
    {
        foreach (var target in (string[])[
            "/feed", "/feed.atom", "/api/v1/articles/2024-01-01-one",
            ConformanceSite.Article, "/openapi.yaml", "/opml.xml", "/docs/swagger-ui.css"
        ])
        {
            var answer = await site.GetAsync(target, "Accept-Encoding: " + accept);
            if ((await site.GetAsync(target)).Body.Length >= 1_000) Assert.Equal((target, coding), (target, answer["Content-Encoding"]));
            Assert.Equal(answer["Content-Length"], answer.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
