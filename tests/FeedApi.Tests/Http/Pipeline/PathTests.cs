using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Http.Pipeline;

/// <summary>No spelling of a path leads out of the folders that are served, or breaks the server.</summary>
public sealed class PathTests(PathTests.FileSite files) : IClassFixture<PathTests.FileSite>
{
    private const string Secret = "0123-secret-3210";

    private static readonly string[] Roots = ["/", "/assets/", "/docs/", "/categories/", "/api/v1/articles/"];

    private static readonly string[] Ups =
    [
        "..", "%2e%2e", "%2E%2E", ".%2e", "%2e.", "%252e%252e", "%25252e%25252e", "..%00", "..%20",
        "..;", "..;a=b", "...", "....", "..%c0%af", "%c0%ae%c0%ae", "%e0%80%ae%e0%80%ae", "%uff0e%uff0e",
        "\uff0e\uff0e", "%ef%bc%8e%ef%bc%8e", "..\\..", "..%5c..", "..%255c..", "~", "%7e",
    ];

    private static readonly string[] Separators =
        ["/", "//", "/./", "%2f", "%2F", "%252f", "\\", "%5c", "%c0%af", "%e0%80%af", "/%00/", ";/", "%0d%0a/", "%ef%bc%8f"];

    public static TheoryData<string> Spellings() => [.. from up in Ups from separator in Separators select up + separator];

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task No_spelling_leads_to_a_file_outside(string step)
    {
        foreach (var root in Roots)
        {
            using var connection = await RawConnection.OpenAsync(files.Site.Client.BaseAddress!);
            foreach (var target in new[] { $"{root}{step}secret.txt", $"{root}{step}{step}secret.txt", $"{root}{step}_config.yml" })
            {
                await connection.SayAsync($"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n");
                var heard = await connection.HearResponseAsync();
                if (heard.Length == 0) break;

                Assert.True(heard[9..12] is "400" or "404" or "301" or "308", $"{target}: {heard}");
                Assert.DoesNotContain(Secret, heard, StringComparison.Ordinal);
                AssertLeadsNowhereElse(heard);
            }
        }
    }

    [Theory]
    [InlineData("//evil.test/")]
    [InlineData("//evil.test/feed.rss/")]
    [InlineData("/\\evil.test/")]
    [InlineData("/%5cevil.test/")]
    [InlineData("/%2fevil.test/")]
    [InlineData("///evil.test")]
    [InlineData("/feed.rss/..//evil.test/")]
    [InlineData("/categories/..%2f..%2f/evil.test/feed.rss")]
    [InlineData("/docs?next=//evil.test")]
    [InlineData("/docs//evil.test")]
    [InlineData("/categories/NEWS?next=https://evil.test")]
    [InlineData("/a%0d%0aLocation:%20https://evil.test/")]
    [InlineData("/categories/a%0d%0aX-Evil:%201/feed.rss")]
    [InlineData("/tags/%0aSet-Cookie:%20a=b")]
    [InlineData("/feed.rss?limit=%0d%0aX-Evil:%201")]
    [InlineData("/feed/%0d%0a%0d%0a<script>")]
    [InlineData("/category/%0d%0aX-Evil:1/feed/")]
    [InlineData("/search/%0d%0aX-Evil:1/feed/")]
    public async Task No_answer_leads_to_another_host_or_takes_a_line_from_the_address(string target)
    {
        var heard = await RawConnection.AskAsync(
            files.Site.Client.BaseAddress!, $"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.DoesNotContain("HTTP/1.1 5", heard, StringComparison.Ordinal);
        AssertLeadsNowhereElse(heard);
    }

    [Fact]
    public async Task A_line_break_in_an_address_makes_no_line_in_the_log()
    {
        await RawConnection.AskAsync(
            files.Site.Client.BaseAddress!, "GET /a%0d%0aforged HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.DoesNotContain(files.Site.Log.All, entry => entry.Text.Contains("\nforged", StringComparison.Ordinal));
    }

    private static void AssertLeadsNowhereElse(string heard)
    {
        var fields = heard[..heard.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n");
        Assert.DoesNotContain(
            fields,
            field => field.StartsWith("X-Evil", StringComparison.OrdinalIgnoreCase)
                || field.StartsWith("Set-Cookie", StringComparison.OrdinalIgnoreCase));
        var location = fields.FirstOrDefault(field => field.StartsWith("Location: ", StringComparison.Ordinal))?["Location: ".Length..];
        if (location is null) return;
        Assert.Equal("example.org", new Uri(new Uri("https://example.org/"), location).Host);
    }

    /// <summary>A site with files, and a secret beside its folder.</summary>
    public sealed class FileSite : IAsyncLifetime
    {
        private string secret = "";

        public TestSite Site { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Site = await TestSite.StartAsync(Fill);
            secret = Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Site.Content.Path))!, "secret.txt");
            await File.WriteAllTextAsync(secret, Secret, TestContext.Current.CancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            File.Delete(secret);
            await Site.DisposeAsync();
        }

        private static void Fill(ContentFolder content) => content
            .With("_config.yml", $"title: T\ndescription: {Secret}\n")
            .With("assets/a.txt", "a")
            .With("_posts/2024-01-01-a.md", "---\ntitle: A\ncategory: News\n---\nx\n");
    }
}
