using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace FeedApi.Reliability.Syncs;

/// <summary>Reads the article of each event at once: what is read must show the change of the event, or a newer one.</summary>
/// <param name="site">The site.</param>
/// <param name="history">Every state of each article.</param>
internal sealed class EventCheck(SyncedSite site, PostHistory history)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    // The last state of an article that an event has told, gone ones too.
    private readonly Dictionary<string, long> told = new(StringComparer.Ordinal);
    private readonly List<string> faults = [];
    private long walked;

    /// <summary>How many events were checked.</summary>
    public int Checked { get; private set; }

    /// <summary>How many events were of an index that was gone before the article was read.</summary>
    public int Outlived { get; private set; }

    /// <summary>What was wrong.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>Notes that the client has walked through all articles: those that changed meanwhile may only be updated for it.</summary>
    public void NoteWalk() => walked = history.Latest;

    /// <summary>Checks one event.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="change">Its data.</param>
    /// <param name="kept">The article that the client had before it; null when it had none.</param>
    /// <param name="index">The number of the index that it is of (<see cref="SyncedSite.Indexes"/>).</param>
    /// <param name="stop">Stops waiting for the server.</param>
    public async Task RunAsync(string type, JsonNode change, JsonNode? kept, int index, CancellationToken stop)
    {
        var id = (string)change["id"]!;
        var before = Math.Max(told.GetValueOrDefault(id), kept is null ? 0 : SyncedPost.StampOf(kept));
        var name = string.Create(CultureInfo.InvariantCulture, $"{type} of {id} at {change["sequence"]}");
        if (FaultOf(type, id, change["article"], kept, before) is { } fault) faults.Add($"{name}: {fault}");
        var isDelete = type == "article.deleted";
        var stamp = isDelete ? history.FirstGoneAfter(id, before) ?? before : SyncedPost.StampOf(change["article"]!);
        told[id] = Math.Max(before, stamp);
        // What an event tells can be read when it is sent; who asks for its revision gets that by any other server too.
        var query = Checked % 2 == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"?min-revision={(long)change["revision"]!}");
        var (status, body) = await ReadAsync($"/api/v1/articles/{id}{query}", stop);
        if (index != site.Indexes)
        {
            Outlived++;
            return;
        }

        Checked++;
        if (AheadOf(id, isDelete, stamp, status, body) is { } ahead) faults.Add($"{name}: {ahead}");
    }

    private string? FaultOf(string type, string id, JsonNode? article, JsonNode? kept, long before)
    {
        if (type == "article.deleted") return article is null ? null : "it has an article";
        if (article is null) return "it has no article";
        var stamp = SyncedPost.StampOf(article);
        if (!history.WasShown(id, stamp)) return "it shows what was never to be shown";
        if (stamp < before) return string.Create(CultureInfo.InvariantCulture, $"it shows {stamp} after {before}");
        return kept is null && type != "article.published" && !history.WasShownUntil(id, walked) ? "its publication was not told" : null;
    }

    // Null when the answer shows the state of the event or one after it.
    private string? AheadOf(string id, bool isDelete, long stamp, HttpStatusCode status, string body)
    {
        if (status is HttpStatusCode.Gone or HttpStatusCode.NotFound)
        {
            return isDelete || history.FirstGoneAfter(id, stamp) is not null
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"it shows {stamp}, and the article answers {(int)status}");
        }

        if (status != HttpStatusCode.OK)
            return string.Create(CultureInfo.InvariantCulture, $"the article answers {(int)status} {body}");
        var shown = SyncedPost.StampOf(JsonNode.Parse(body)!);
        if (!history.WasShown(id, shown)) return "the article shows what was never to be shown";
        return shown > stamp || (shown == stamp && !isDelete)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"it tells {stamp}, and the article shows {shown}");
    }

    // While the server is replaced it is asked again; one that is behind the event is a fault.
    private async Task<(HttpStatusCode Status, string Body)> ReadAsync(string address, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                using var response = await site.Client.GetAsync(address, stop);
                var body = await response.Content.ReadAsStringAsync(stop);
                var isStarting = response.StatusCode == HttpStatusCode.ServiceUnavailable
                    && !body.Contains("\"behind\"", StringComparison.Ordinal);
                if (!isStarting) return (response.StatusCode, body);
            }
            catch (Exception failure) when (SyncedSite.IsOfRestart(failure))
            {
                // It does not listen.
            }

            await Task.Delay(Pause, stop);
        }
    }
}
