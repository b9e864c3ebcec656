using System.Net;
using System.Security.Cryptography;
using System.Text;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Http.Limits;

/// <summary>API keys: a quota of one's own, and none needed.</summary>
public sealed class ApiKeyTests : IAsyncLifetime
{
    private readonly string file = Path.Combine(Path.GetTempPath(), "feedapi-keys-" + Guid.NewGuid().ToString("n"));
    private TestSite site = null!;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(
            file,
            $"# apps\nreader {HashOf("secret-of-reader")} 5/3600\nother {HashOf("secret-of-other")}\n",
            TestContext.Current.CancellationToken);
        site = new TestSite { Arguments = ["--Site:Url", "https://example.org", "--Api:Keys", file] };
        site.Content.With("_posts/2024-01-01-one.md", "---\ntitle: One\n---\nOne\n");
        await site.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        File.Delete(file);
    }

    [Fact]
    public async Task Without_a_key_everything_is_public_and_with_one_the_same()
    {
        using var without = await site.GetAsync("/api/v1/articles");
        using var with = await site.GetAsync("/api/v1/articles", "Authorization: Bearer secret-of-other");
        using var basic = await site.GetAsync("/feed.rss", "Authorization: Basic dXNlcjpwYXNz");

        Assert.Equal(HttpStatusCode.OK, without.StatusCode);
        Assert.Equal(HttpStatusCode.OK, basic.StatusCode);
        Assert.Equal(without.Headers.ETag, with.Headers.ETag);
    }

    [Fact]
    public async Task A_key_has_a_quota_of_its_own()
    {
        for (var time = 0; time < 5; time++)
            Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/api/v1/articles", "Authorization: Bearer secret-of-reader")).StatusCode);

        using var refused = await site.GetAsync("/api/v1/articles", "Authorization: Bearer secret-of-reader");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        var problem = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\"key\"", problem, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/api/v1/articles", "Authorization: Bearer secret-of-other")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/api/v1/articles")).StatusCode);
    }

    [Theory]
    [InlineData("Bearer nonsense")]
    [InlineData("Bearer secret-of-reader2")]
    public async Task An_unknown_key_is_refused(string authorization)
    {
        using var response = await site.GetAsync("/api/v1/articles", "Authorization: " + authorization);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
    }

    [Fact]
    public async Task A_key_whose_line_is_deleted_is_refused_soon_and_a_wrong_line_changes_nothing()
    {
        await File.WriteAllTextAsync(file, $"reader {HashOf("secret-of-reader")}\n", TestContext.Current.CancellationToken);
        await TestSite.UntilAsync(
            async () =>
                (await site.GetAsync("/feed.rss", "Authorization: Bearer secret-of-other")).StatusCode == HttpStatusCode.Unauthorized,
            "it is revoked");

        await File.WriteAllTextAsync(file, "reader nonsense\n", TestContext.Current.CancellationToken);
        await TestSite.UntilAsync(
            async () =>
            {
                await site.GetAsync("/feed.rss", "Authorization: Bearer secret-of-reader");
                return site.Log.All.Any(entry => entry.Text.Contains("API keys cannot be read again", StringComparison.Ordinal));
            },
            "it is told");
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/feed.rss", "Authorization: Bearer secret-of-reader")).StatusCode);
    }

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
