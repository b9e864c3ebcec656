using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace FeedApi.Reliability.Syncs;

/// <summary>A client that keeps its copy by way of the events, over connections that break anywhere.</summary>
/// <param name="site">The site.</param>
/// <param name="check">Checks each event.</param>
/// <param name="random">When connections break.</param>
internal sealed class EventsClient(SyncedSite site, EventCheck check, Random random)
{
    private const int MaxBytes = 120_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ChangesClient walk = new(site.Client, "", random);
    private readonly Dictionary<string, int> types = new(StringComparer.Ordinal);

    /// <summary>What it has.</summary>
    public ArticleCopy Copy => walk.Copy;

    /// <summary>How many connections broke.</summary>
    public int Cuts { get; private set; }

    /// <summary>How many events of each type it got.</summary>
    public IReadOnlyDictionary<string, int> Types => types;

    /// <summary>Follows the events until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (Copy.Token is null) await WalkAsync(stop);
                await FollowAsync(stop);
            }
            catch (Exception failure) when (SyncedSite.IsOfRestart(failure))
            {
                // The server is being replaced.
                await Task.Delay(Pause, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                // The run is over.
            }
        }
    }

    private async Task WalkAsync(CancellationToken stop)
    {
        await walk.CatchUpAsync(stop);
        check.NoteWalk();
    }

    private async Task FollowAsync(CancellationToken stop)
    {
        // What has arrived may be read when the server is another one.
        var index = site.Indexes;
        using var request = RequestAfter(Copy.Token!);
        using var response = await site.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        if (response.StatusCode == HttpStatusCode.BadRequest) Copy.BeginWalk();
        if (response.StatusCode == HttpStatusCode.ServiceUnavailable) await Task.Delay(Pause, stop);
        if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.ServiceUnavailable) return;
        response.EnsureSuccessStatusCode();
        await using var whole = await response.Content.ReadAsStreamAsync(stop);
        // Of three connections one breaks early, so that the first event is cut as well.
        await using var stream = new CutStream(whole, 1 + random.Next(random.Next(3) == 0 ? MaxBytes / 50 : MaxBytes));
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(stop))
        {
            types[item.EventType] = types.GetValueOrDefault(item.EventType) + 1;
            if (item.EventType == "resync")
            {
                Copy.BeginWalk();
                return;
            }

            await TakeAsync(item, index, stop);
        }

        if (stream.IsCut) Cuts++;
    }

    // Whoever comes back without the field has the token in the address.
    private HttpRequestMessage RequestAfter(string token)
    {
        const string address = "/api/v1/events?content=html";
        if (random.Next(2) == 0) return new HttpRequestMessage(HttpMethod.Get, $"{address}&since={Uri.EscapeDataString(token)}");
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Last-Event-ID", token);
        return request;
    }

    private async Task TakeAsync(SseItem<string> item, int index, CancellationToken stop)
    {
        if (!item.EventType.StartsWith("article.", StringComparison.Ordinal))
        {
            Copy.Take(change: null, item.EventId!);
            return;
        }

        var change = JsonNode.Parse(item.Data)!;
        var kept = Copy.Find((string)change["id"]!);
        Copy.Take(change, item.EventId!);
        await check.RunAsync(item.EventType, change, kept, index, stop);
    }
}
