using FeedApi.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace FeedApi.Tests.Http.Limits;

/// <summary>Servers with buckets that are soon empty and do not fill while a test runs.</summary>
public static class LimitedSite
{
    /// <summary>Requests of a full bucket of a feed, and of one for queries.</summary>
    public const int Requests = 10;

    /// <summary>So that this machine may speak for other clients.</summary>
    public const string LoopbackIsProxy = "--Http:TrustedProxies=127.0.0.1";

    private static readonly string[] Small =
    [
        "--Site:Url=https://example.org", "--Limits:Feed:Requests=10", "--Limits:Feed:Seconds=36000",
        "--Limits:Queries:Requests=10", "--Limits:Queries:Seconds=36000",
    ];

    /// <summary>Starts one over two posts.</summary>
    public static Task<TestSite> StartAsync(params string[] arguments) => StartAsync(new TestSite { Arguments = [.. Small, .. arguments] });

    /// <summary>Starts one whose clock stands still: nothing flows into its buckets, whatever their rate.</summary>
    public static Task<TestSite> StartWithoutTimeAsync(params string[] arguments) =>
        // An hour ahead: what was just written has rested.
        StartAsync(new TestSite { Time = new FakeTimeProvider(DateTimeOffset.UtcNow.AddHours(1)), Arguments = [.. Small, .. arguments] });

    private static async Task<TestSite> StartAsync(TestSite site)
    {
        site.Content
            .With("_config.yml", "title: Tides\n")
            .With("_posts/2024-01-01-one.md", "---\ntitle: One\ncategory: News\ntags: [a]\n---\nFirst.\n")
            .With("_posts/2024-01-02-two.md", "---\ntitle: Two\ncategory: News\n---\nSecond.\n");
        await site.StartAsync();
        return site;
    }

    /// <summary>The status of an answer to a client whose address a proxy tells.</summary>
    public static async Task<int> StatusAsync(this TestSite site, string address, string client, params string[] fields)
    {
        using var answer = await site.GetAsync(address, [$"X-Forwarded-For: {client}", .. fields]);
        return (int)answer.StatusCode;
    }

    /// <summary>How many requests one after the other are answered before one is refused; <paramref name="most"/> when none is.</summary>
    public static async Task<int> AnsweredAsync(int most, Func<int, Task<int>> statusAsync)
    {
        for (var count = 0; count < most; count++)
        {
            if (await statusAsync(count) is 429) return count;
        }

        return most;
    }
}
