using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace FeedApi.Reliability.Starve;

/// <summary>Readers at a steady rate, whose times run from the instant for which a request was planned to the last byte.</summary>
internal sealed class MeasuredClients : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly HttpClient client;
    private readonly ConcurrentDictionary<string, int> errors = new(StringComparer.Ordinal);

    /// <summary>Readers of a server.</summary>
    public MeasuredClients(Uri server) => client = new HttpClient(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None
    })
    { BaseAddress = server, Timeout = Patience };

    /// <summary>What was not answered with 200.</summary>
    public IReadOnlyDictionary<string, int> Errors => errors;

    /// <summary>Asks for the paths of each kind at its rate, all kinds at once, and waits for the last answer.</summary>
    /// <param name="kinds">The kinds of requests.</param>
    /// <param name="time">How long.</param>
    /// <returns>The times of each kind, in milliseconds.</returns>
    public async Task<IReadOnlyList<double>[]> MeasureAsync(IReadOnlyList<ReadKind> kinds, TimeSpan time) =>
        await Task.WhenAll(kinds.Select(kind => Task.Run(() => MeasureAsync(kind, time))));

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<IReadOnlyList<double>> MeasureAsync(ReadKind kind, TimeSpan time)
    {
        var start = Stopwatch.GetTimestamp();
        List<Task<double>> asked = [];
        var interval = TimeSpan.FromSeconds(1) / kind.PerSecond;
        for (var due = TimeSpan.Zero; due < time; due += interval)
        {
            var early = due - Stopwatch.GetElapsedTime(start);
            if (early > TimeSpan.Zero) await Task.Delay(early);
            asked.Add(AskAsync(kind.Next(), start, due));
        }

        return await Task.WhenAll(asked);
    }

    private async Task<double> AskAsync(string path, long start, TimeSpan due)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            await answer.Content.ReadAsByteArrayAsync();
            if (answer.StatusCode != HttpStatusCode.OK) Fail($"{(int)answer.StatusCode} {path}");
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or IOException)
        {
            Fail($"{failure.GetType().Name} {path}");
        }

        return (Stopwatch.GetElapsedTime(start) - due).TotalMilliseconds;
    }

    private void Fail(string what) => errors.AddOrUpdate(what, 1, (_, count) => count + 1);
}

/// <summary>A kind of request.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="PerSecond">How many in a second.</param>
/// <param name="Next">The path of the next one.</param>
internal sealed record ReadKind(string Name, double PerSecond, Func<string> Next);
