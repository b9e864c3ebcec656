using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace FeedApi.Reliability.Attack;

/// <summary>
/// Readers as they should be, at a steady rate: on connections they keep, on new ones, in HTTP/1.1 and h2, with conditions and without.
/// </summary>
/// <remarks>
/// A request has its instant; what is measured runs from there to the last byte, so that one that had to wait for the one
/// before it counts as slow.
/// </remarks>
internal sealed class GoodClients(Uri http1, Uri http2) : IDisposable
{
    private const int Keeping = 20;
    private const int Newcoming = 5;
    private const int KeepingHttp2 = 5;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly string[] Paths = ["/feed.rss", "/feed.atom?limit=50", "/feed.json", "/api/v1/articles?limit=20", "/opml.xml"];

    private readonly ConcurrentDictionary<string, int> errors = new();
    private readonly CancellationTokenSource end = new();
    private ConcurrentQueue<double> times = new();
    private Task[] clients = [];

    /// <summary>Requests that were not answered with what was asked for.</summary>
    public int Errors => errors.Values.Sum();

    /// <summary>The time, in milliseconds, that one in a hundred exceeded.</summary>
    public double P99 => Percentile(99);

    /// <summary>They begin.</summary>
    public void Start() =>
        clients = [.. Enumerable.Range(0, Keeping + Newcoming + KeepingHttp2).Select(number => Task.Run(() => ReadAsync(number)))];

    /// <summary>What was measured so far does not count.</summary>
    public void Forget()
    {
        times = new();
        errors.Clear();
    }

    /// <summary>They end.</summary>
    public async Task StopAsync()
    {
        await end.CancelAsync();
        await Task.WhenAll(clients);
    }

    /// <inheritdoc/>
    public void Dispose() => end.Dispose();

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{times.Count} requests, p50 {Percentile(50):0.0} / p99 {P99:0.0} / max {Percentile(100):0.0} ms, "
            + $"{Errors} errors{string.Concat(errors.Select(error => $" [{error.Value}x {error.Key}]"))}");

    private double Percentile(double percent)
    {
        double[] sorted = [.. times.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * percent / 100))];
    }

    private async Task ReadAsync(int number)
    {
        using var client = new HttpClient(
            new SocketsHttpHandler { UseProxy = false, AutomaticDecompression = DecompressionMethods.All, MaxConnectionsPerServer = 1 })
        {
            BaseAddress = number < Keeping + Newcoming ? http1 : http2,
            DefaultRequestVersion = number < Keeping + Newcoming ? HttpVersion.Version11 : HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Timeout = Patience,
        };
        client.DefaultRequestHeaders.ConnectionClose = number is >= Keeping and < Keeping + Newcoming;
        string? tag = null;
        var start = Stopwatch.GetTimestamp();
        for (var due = Interval * (number / (double)(Keeping + Newcoming + KeepingHttp2)); ; due += Interval)
        {
            var early = due - Stopwatch.GetElapsedTime(start);
            if (early > TimeSpan.Zero) await Task.Delay(early, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (end.IsCancellationRequested) return;
            tag = await AskAsync(client, Paths[number % Paths.Length], tag);
            times.Enqueue((Stopwatch.GetElapsedTime(start) - due).TotalMilliseconds);
        }
    }

    // Every other request has a condition. Gives the tag for the next one.
    private async Task<string?> AskAsync(HttpClient client, string path, string? tag)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path)
            {
                Version = client.DefaultRequestVersion,
                VersionPolicy = client.DefaultVersionPolicy
            };
            if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            using var response = await client.SendAsync(request);
            await response.Content.ReadAsByteArrayAsync();
            var wanted = tag is null ? HttpStatusCode.OK : HttpStatusCode.NotModified;
            if (response.StatusCode != wanted) Fail($"{(int)response.StatusCode} {path}");
            return tag is null ? response.Headers.ETag?.ToString() : null;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or IOException)
        {
            Fail($"{failure.GetType().Name} {failure.InnerException?.Message} {path}");
            return null;
        }
    }

    private void Fail(string what) => errors.AddOrUpdate(what, 1, (_, count) => count + 1);
}
