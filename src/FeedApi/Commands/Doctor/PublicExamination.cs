using System.Net;
using System.Net.Http.Headers;
using FeedApi.Commands.Localization;

namespace FeedApi.Commands.Doctor;

/// <summary>Asks the public address of a site as feed readers do.</summary>
internal sealed class PublicExamination(Uri address) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    // Programs that publishers find blocked by mistake: a challenge for browsers is the end of a subscription.
    private static readonly string[] Readers =
    [
        "Feedly/1.0 (+https://feedly.com/poller.html; 1 subscribers)", "Inoreader/1.0 (+https://www.inoreader.com; 1 subscribers)",
        "NewsBlur Feed Fetcher - 1 subscriber", "Feedbin feed-id:1 - 1 subscribers", "Miniflux/2.2", "NetNewsWire (RSS Reader)",
        "Tiny Tiny RSS/24 (https://tt-rss.org/)", "FreshRSS/1.24 (Linux; https://freshrss.org)", "newsboat/2.30", "Reeder/5050001",
    ];

    private readonly HttpClient client = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None })
    {
        Timeout = Patience,
    };

    /// <summary>Everything that was found.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken stop)
    {
        var feed = new Uri(address.AbsoluteUri.TrimEnd('/') + "/feed.rss");
        List<Finding> findings = [TransportOf(feed)];
        try
        {
            findings.AddRange(await ConditionsAsync(feed, stop));
            foreach (var reader in Readers) findings.Add(await AsReaderAsync(feed, reader, stop));
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            var reason = failure.InnerException?.Message ?? failure.Message;
            findings.Add(Finding.Bad("public", Localized.Text($"{feed} does not answer: {reason}"), Localized.Text("look at the proxy")));
        }

        return findings;
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static Finding TransportOf(Uri feed) => feed.Scheme == "https"
        ? Finding.Good("public", "HTTPS")
        : Finding.Doubtful("public", Localized.Text("no HTTPS"), Localized.Text("put a proxy with TLS in front"));

    private async Task<IEnumerable<Finding>> ConditionsAsync(Uri feed, CancellationToken stop)
    {
        using var first = await AskAsync(feed, Readers[0], null, stop);
        var body = await first.Content.ReadAsByteArrayAsync(stop);
        if (!first.IsSuccessStatusCode)
        {
            var answered = Localized.Text($"{feed} is answered {(int)first.StatusCode}");
            return [Finding.Bad("public", answered, Localized.Text("look at the proxy"))];
        }

        List<Finding> findings = [];
        if (first.Headers.ETag is { } tag)
        {
            using var again = await AskAsync(feed, Readers[0], tag, stop);
            findings.Add(again.StatusCode == HttpStatusCode.NotModified
                ? Finding.Good("public", Localized.Text("conditional requests are answered 304"))
                : Finding.Bad(
                    "public",
                    Localized.Text("a conditional request gets the whole feed"),
                    Localized.Text("let ETag and If-None-Match through the proxy")));
        }
        else
        {
            findings.Add(Finding.Bad(
                "public", Localized.Text("the feed has no ETag"), Localized.Text("let ETag through the proxy")));
        }

        var coding = first.Content.Headers.ContentEncoding.FirstOrDefault();
        if (coding is not null) findings.Add(Finding.Good("public", Localized.Text($"compressed ({coding})")));
        else if (body.Length < 1_000) findings.Add(Finding.Good("public", Localized.Text("compressed (too small to be)")));
        else
        {
            findings.Add(Finding.Doubtful(
                "public", Localized.Text("not compressed"), Localized.Text("let Accept-Encoding through the proxy")));
        }

        return findings;
    }

    private async Task<Finding> AsReaderAsync(Uri feed, string reader, CancellationToken stop)
    {
        using var answer = await AskAsync(feed, reader, null, stop);
        var name = reader.Split('/', ' ')[0];
        var type = answer.Content.Headers.ContentType?.MediaType ?? "";
        if (answer.IsSuccessStatusCode && type.Contains("xml", StringComparison.Ordinal))
            return Finding.Good("public", Localized.Text($"{name} gets the feed"));
        var got = Localized.Text($"{name} gets {(int)answer.StatusCode} {type}");
        return Finding.Bad("public", got, Localized.Text("except feeds from challenges and rules for bots"));
    }

    private async Task<HttpResponseMessage> AskAsync(Uri feed, string reader, EntityTagHeaderValue? tag, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, feed);
        request.Headers.TryAddWithoutValidation("User-Agent", reader);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        if (tag is not null) request.Headers.IfNoneMatch.Add(tag);
        return await client.SendAsync(request, stop);
    }
}
