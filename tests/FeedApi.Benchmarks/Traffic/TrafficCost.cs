using System.Diagnostics;
using System.Globalization;
using System.Net;
using FeedApi.Http.Hosting;
using FeedApi.Http.Limits;
using FeedApi.Http.Traffic;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FeedApi.Benchmarks.Traffic;

/// <summary>
/// What limits, reader statistics and counts add to each request, by a middleware that answers 304 at once with and without them before it.
/// </summary>
public static class TrafficCost
{
    private const int Requests = 2_000_000;
    private const int Clients = 4_096;
    private const int Pairs = 5;

    // What one client polls hourly, thousands of which ask in turn.
    private static readonly string[] Agents =
    [
        "Feedly/1.0 (+http://www.feedly.com/fetcher.html; 142 subscribers; like FeedFetcher-Google)",
        "Mozilla/5.0 (compatible; Miniflux/2.2.5; +https://miniflux.app)",
        "NetNewsWire (RSS Reader; https://netnewswire.com/)",
        "FreshRSS/1.24.3 (Linux; https://freshrss.org)",
    ];

    /// <summary>Prints the medians of pairs.</summary>
    public static async Task<int> RunAsync()
    {
        var proxies = new ProxyOptions { TrustedProxies = [System.Net.IPNetwork.Parse("203.0.0.0/8")] };
        var without = Pipeline(null);
        foreach (var (name, options) in new[] { ("direct", new ProxyOptions()), ("behind a trusted proxy", proxies) })
        {
            var with = Pipeline(options);
            await MeasureAsync(with);
            List<(double Nanoseconds, double Bytes)> added = [];
            for (var pair = 0; pair < Pairs; pair++)
            {
                var (bare, full) = (await MeasureAsync(without), await MeasureAsync(with));
                added.Add((full.Nanoseconds - bare.Nanoseconds, full.Bytes - bare.Bytes));
            }

            var (time, bytes) = (
                added.Select(each => each.Nanoseconds).Order().ElementAt(Pairs / 2),
                added.Select(each => each.Bytes).Order().ElementAt(Pairs / 2));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {time:0} ns and {bytes:0} bytes more a request"));
        }

        return 0;
    }

    private static RequestDelegate Pipeline(ProxyOptions? proxied)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(new ManagementListener([5001]));
        if (proxied is not null) services.AddTraffic(new LimitOptions(), proxied);
        var app = new ApplicationBuilder(services.BuildServiceProvider());
        if (proxied is not null) app.UseTraffic();
        app.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        });
        return app.Build();
    }

    private static async Task<(double Nanoseconds, double Bytes)> MeasureAsync(RequestDelegate pipeline)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.Headers.IfNoneMatch = "\"x\"";
        context.Connection.LocalPort = 5000;
        IPAddress[] clients = [.. Enumerable.Range(0, Clients)
            .Select(number => new IPAddress([203, 0, (byte)(number >> 8), (byte)number]))];
        string[] paths = [.. Enumerable.Range(0, 64).Select(number => $"/categories/{number}/feed.rss")];
        var (allocated, begun) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        for (var i = 0; i < Requests; i++)
        {
            context.Connection.RemoteIpAddress = clients[i % Clients];
            context.Request.Path = paths[i / Clients % paths.Length];
            context.Request.Headers.UserAgent = Agents[i % Agents.Length];
            await pipeline(context);
        }

        return (
            Stopwatch.GetElapsedTime(begun).TotalNanoseconds / Requests,
            (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / Requests);
    }
}
