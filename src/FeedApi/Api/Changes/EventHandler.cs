using System.Buffers;
using System.IO.Pipelines;
using FeedApi.Catalog;
using FeedApi.Catalog.Changes;
using FeedApi.Http.Hosting;
using FeedApi.Http.Semantics;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Site.Addresses;

namespace FeedApi.Api.Changes;

/// <summary>
/// Handles streams of events (HTML Living Standard, section 9.2): changes of articles as they happen. A client that comes back with the
/// id of its last event gets all that it missed.
/// </summary>
internal sealed class EventHandler(
    ChangeSelectionParser selections, EventChunks chunks, EventStreams streams, SiteLinks links, CommitSignal signal,
    CurrentGeneration site, TimeProvider time)
{
    // More would take longer than reading the pages of the changes.
    private const long MaxMissed = 10_000;

    private static readonly string[] Others = [ChangeSelectionParser.SearchParameter];

    private static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(15);

    // A client that takes nothing for so long is gone, or must come back.
    private static readonly TimeSpan WriteTimeout = TimeSpan.FromSeconds(30);

    private static readonly byte[] Beginning = "retry: 2000\n\n"u8.ToArray();

    /// <summary>The response to a GET or HEAD request.</summary>
    internal async Task<IResult> AnswerAsync(HttpContext context)
    {
        var last = context.Request.Headers["Last-Event-ID"].FirstOrDefault();
        var (selected, fault) = await selections.ParseAsync(context.Request.Query, Others, last, context.RequestAborted);
        if (selected is not { } selection) return fault!;
        if (streams.TryOpen(context.Connection.RemoteIpAddress) is not { } place) return EventStreams.Full();
        using (place) await SendAsync(context, selection);
        return Results.Empty;
    }

    private async Task SendAsync(HttpContext context, ChangeSelection selection)
    {
        WriteFields(context.Response);
        if (HttpMethods.IsHead(context.Request.Method)) return;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, streams.Stopping);
        try
        {
            await FollowAsync(context.Response.BodyWriter, selection, end.Token);
        }
        catch (OperationCanceledException)
        {
            // The client or the server goes; the client comes back with the id of its last event.
        }
        catch (Exception failure) when (failure is TimeoutException or CatalogBusyException or IndexDamageException or IOException)
        {
            context.Abort();
        }
    }

    private async Task FollowAsync(PipeWriter body, ChangeSelection selection, CancellationToken cancellationToken)
    {
        var generation = site.Value;
        // At once, so that the client knows that it is connected.
        await SendAsync(body, Beginning, cancellationToken);
        var token = await BeginAsync(body, selection, cancellationToken);
        var lastSent = time.GetTimestamp();
        // New settings have other addresses: the client comes back after a heartbeat at the latest, and gets them.
        while (ReferenceEquals(generation, site.Value))
        {
            var next = signal.Next;
            var chunk = await chunks.AfterAsync(selection, token, cancellationToken);
            if (chunk is null)
            {
                token = await ResyncAsync(body, selection, cancellationToken);
                continue;
            }

            token = chunk.Next;
            if (chunk.Bytes.Length > 0)
            {
                await SendAsync(body, chunk.Bytes, cancellationToken);
                lastSent = time.GetTimestamp();
            }

            while (chunk.IsComplete && ReferenceEquals(generation, site.Value)
                && !await IsSoonAsync(next, lastSent, cancellationToken))
            {
                await HeartbeatAsync(body, selection, token, cancellationToken);
                lastSent = time.GetTimestamp();
            }
        }
    }

    // The token to go on from: that of the client, unless it has missed too much; else from now on.
    private async ValueTask<ChangeToken> BeginAsync(PipeWriter body, ChangeSelection selection, CancellationToken cancellationToken)
    {
        var state = await chunks.StateAsync(cancellationToken);
        var now = TokenOf(state);
        if (selection.Since is not { } since)
        {
            await HeartbeatAsync(body, selection, now, cancellationToken);
            return now;
        }

        var isCurrent = since.Generation == state.Generation && since.Position.Sequence <= state.Sequence
            && now.Position.Sequence - since.Position.Sequence <= MaxMissed && !since.Position.IsWalk;
        return isCurrent ? since : await ResyncAsync(body, selection, cancellationToken);
    }

    private async ValueTask<ChangeToken> ResyncAsync(PipeWriter body, ChangeSelection selection, CancellationToken cancellationToken)
    {
        var token = TokenOf(await chunks.StateAsync(cancellationToken));
        // There is no walk through the hits of a search; a list shows them.
        var walk = selection.Query.Search is null ? Routes.Changes : Routes.Articles;
        var changes = links.Public(walk) + (selection.QueryString.Length == 0 ? "" : "?" + selection.QueryString);
        await SendAsync(body, selection, "resync", token, new { Changes = changes }, cancellationToken);
        return token;
    }

    private Task HeartbeatAsync(PipeWriter body, ChangeSelection selection, ChangeToken token, CancellationToken cancellationToken) =>
        SendAsync(
            body, selection, "heartbeat", token,
            new { Generation = NameOf(token.Generation), token.Position.Sequence, signal.Latest.Revision }, cancellationToken);

    private async Task SendAsync(
        PipeWriter body, ChangeSelection selection, string name, ChangeToken token, object data, CancellationToken cancellationToken)
    {
        var written = new ArrayBufferWriter<byte>();
        EventChunks.Write(written, name, token.Write(selection.Scope, selections.Key), ApiJson.Write(data));
        await SendAsync(body, written.WrittenSpan.ToArray(), cancellationToken);
    }

    private async Task SendAsync(PipeWriter body, byte[] bytes, CancellationToken cancellationToken)
    {
        var writing = body.WriteAsync(bytes, cancellationToken);
        if (writing.IsCompletedSuccessfully) _ = writing.Result;
        else await writing.AsTask().WaitAsync(WriteTimeout, time, cancellationToken);
    }

    // False when it is time for a heartbeat: also while changes come that the client does not follow.
    private async ValueTask<bool> IsSoonAsync(Task next, long lastSent, CancellationToken cancellationToken)
    {
        var left = HeartbeatInterval - time.GetElapsedTime(lastSent);
        if (left <= TimeSpan.Zero) return false;
        if (next.IsCompleted) return true;
        await next.WaitAsync(left, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        return next.IsCompleted;
    }

    private ChangeToken TokenOf(CatalogState state)
    {
        var announced = signal.Latest.Sequence;
        var last = announced > 0 ? Math.Min(announced, state.Sequence) : state.Sequence;
        return new ChangeToken(state.Generation, new ChangePosition(last, 0));
    }

    private static string NameOf(long generation) => generation.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);

    private static void WriteFields(HttpResponse response)
    {
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = CachePolicy.NoStore;
        response.Headers.Vary = VaryField.OfOther(response.Headers.Vary);
        response.Headers.ContentSecurityPolicy = SecurityPolicy.Data;
        // nginx would hold events back.
        response.Headers["X-Accel-Buffering"] = "no";
    }
}
