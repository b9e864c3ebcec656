using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using FeedApi.Tests.Hosting;

namespace FeedApi.Tests.Api.Changes;

/// <summary>A stream of events, read by the parser of .NET.</summary>
internal sealed class EventReader : IAsyncDisposable
{
    private readonly HttpResponseMessage response;
    private readonly IAsyncEnumerator<SseItem<string>> items;

    private EventReader(HttpResponseMessage response, Stream body, CancellationToken cancellationToken)
    {
        this.response = response;
        items = SseParser.Create(body).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
    }

    /// <summary>The id of the last event.</summary>
    public string? LastId { get; private set; }

    /// <summary>Opens a stream of a server.</summary>
    public static Task<EventReader> OpenAsync(TestSite site, string query, string? lastId, CancellationToken cancellationToken) =>
        OpenAsync(site.Client, query, lastId, cancellationToken);

    /// <summary>Opens a stream of whatever a client asks, for example a proxy.</summary>
    public static async Task<EventReader> OpenAsync(
        HttpClient client, string query, string? lastId, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events" + query);
        if (lastId is not null) request.Headers.Add("Last-Event-ID", lastId);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        return new EventReader(response, await response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken);
    }

    /// <summary>The next event, heartbeats aside unless they are wanted; null at the end of the stream.</summary>
    public async Task<(string Type, JsonNode Data)?> NextAsync(bool withHeartbeats = false)
    {
        while (await items.MoveNextAsync())
        {
            var item = items.Current;
            LastId = item.EventId ?? LastId;
            if (withHeartbeats || item.EventType != "heartbeat") return (item.EventType, JsonNode.Parse(item.Data)!);
        }

        return null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        response.Dispose();
        await items.DisposeAsync();
    }
}
