using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace FeedApi.Reliability.Syncs;

/// <summary>A client that keeps its copy by way of the changes, and gives up a request now and then.</summary>
/// <param name="client">Asks the server.</param>
/// <param name="filter">The selection as the end of a query; empty for all articles.</param>
/// <param name="random">When it gives up.</param>
internal sealed class ChangesClient(HttpClient client, string filter, Random random)
{
    private const int WaitSeconds = 2;
    private const int CutEvery = 5;
    private const int MaxMillisecondsToCut = 200;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>What it has.</summary>
    public ArticleCopy Copy { get; } = new();

    /// <summary>How many requests it gave up.</summary>
    public int Cuts { get; private set; }

    /// <summary>Follows the changes until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            using var cut = CancellationTokenSource.CreateLinkedTokenSource(stop);
            if (random.Next(CutEvery) == 0) cut.CancelAfter(random.Next(MaxMillisecondsToCut));
            try
            {
                await ReadPageAsync(WaitSeconds, cut.Token);
            }
            catch (OperationCanceledException)
            {
                if (!stop.IsCancellationRequested) Cuts++;
            }
        }
    }

    /// <summary>Walks through all articles, or what has changed since the token.</summary>
    public async Task CatchUpAsync(CancellationToken stop)
    {
        while (!await ReadPageAsync(waitSeconds: 0, stop))
        {
            // There is another page, or the server is asked again.
        }
    }

    // True when there is no more for now.
    private async Task<bool> ReadPageAsync(int waitSeconds, CancellationToken stop)
    {
        var since = Copy.Token is { } token
            ? string.Create(CultureInfo.InvariantCulture, $"&since={Uri.EscapeDataString(token)}&wait={waitSeconds}")
            : "";
        try
        {
            using var response = await client.GetAsync($"/api/v1/changes?content=html&limit=30{filter}{since}", stop);
            if (response.StatusCode == HttpStatusCode.OK)
                return Copy.Take(JsonNode.Parse(await response.Content.ReadAsStringAsync(stop))!);
            if (since.Length > 0 && response.StatusCode is HttpStatusCode.Gone or HttpStatusCode.BadRequest) Copy.BeginWalk();
            else if (response.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests))
                throw new InvalidOperationException($"The changes answer {response.StatusCode}.");
        }
        catch (Exception failure) when (SyncedSite.IsOfRestart(failure))
        {
            // The server is being replaced.
        }

        await Task.Delay(Pause, stop);
        return false;
    }
}
