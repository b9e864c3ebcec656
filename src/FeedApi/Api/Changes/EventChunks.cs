using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using FeedApi.Catalog;
using FeedApi.Catalog.Changes;
using FeedApi.Model;
using FeedApi.Queries;

namespace FeedApi.Api.Changes;

/// <summary>Some events in the form in which they are sent, and how far they go.</summary>
/// <param name="Bytes">Server-sent events, UTF-8; empty when there are none.</param>
/// <param name="Next">The token after them.</param>
/// <param name="IsComplete">True when there are no more for now.</param>
internal sealed record EventChunk(byte[] Bytes, ChangeToken Next, bool IsComplete);

/// <summary>
/// Writes changes as server-sent events. Streams that follow the same selection and are at the same place share what is written: a change
/// is read once, however many listen.
/// </summary>
/// <remarks>
/// Nothing waits in memory for a slow client: it reads the change log when it can, which has the latest change of each article.
/// </remarks>
internal sealed class EventChunks(
    IArticleReader reader, ChangeContracts contracts, ChangeSelectionParser selections, CommitSignal signal, TimeProvider time)
{
    private const int MaxChanges = 100;

    // As many selections as are followed at once, mostly; a build more than once costs little.
    private const int MaxKept = 256;

    // Far more than the listeners of a commit take.
    private static readonly TimeSpan MaxWaitForAnnouncement = TimeSpan.FromSeconds(5);

    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);

    private readonly ConcurrentDictionary<string, Lazy<Task<EventChunk?>>> kept = new(StringComparer.Ordinal);

    /// <summary>The state that everybody may know of.</summary>
    public ValueTask<CatalogState> StateAsync(CancellationToken cancellationToken) =>
        reader.ReadAsync(snapshot => ValueTask.FromResult(snapshot.State), cancellationToken);

    /// <summary>The next events after a token; null when the change log of the token is gone.</summary>
    public async Task<EventChunk?> AfterAsync(ChangeSelection selection, ChangeToken after, CancellationToken cancellationToken)
    {
        var announced = signal.Latest;
        var key = string.Create(
            CultureInfo.InvariantCulture,
            $"{announced.Revision} {announced.Sequence} {after.Generation} {after.Position.Sequence} {after.Position.ToldUntil} "
                + $"{selection.QueryString}");
        if (kept.Count > MaxKept) kept.Clear();
        var chunk = kept.GetOrAdd(key, _ => new Lazy<Task<EventChunk?>>(() => Task.Run(() => ReadAsync(selection, after))));
        try
        {
            return await chunk.Value.WaitAsync(cancellationToken);
        }
        catch
        {
            kept.TryRemove(KeyValuePair.Create(key, chunk));
            throw;
        }
    }

    // Not cancelled by the client that asked first: others wait for it.
    private async Task<EventChunk?> ReadAsync(ChangeSelection selection, ChangeToken after)
    {
        for (var begun = time.GetTimestamp(); ;)
        {
            var (next, announced) = (signal.Next, signal.Latest);
            var left = MaxWaitForAnnouncement - time.GetElapsedTime(begun);
            var (chunk, isAhead) = await reader.ReadAsync(
                ReadCost.Unknown,
                async snapshot => await IsAheadAsync(snapshot, announced) && left > TimeSpan.Zero
                    ? (null, true)
                    : (await WriteAsync(snapshot, selection, after, announced), false),
                CancellationToken.None);
            if (!isAhead) return chunk;
            await next.WaitAsync(left, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // A change that is not announced yet may be of an article whose publication is, and has taken the place of that in the log: the stream
    // would go on behind the publication, and tell of an update later.
    private static async ValueTask<bool> IsAheadAsync(IArticleSnapshot snapshot, Announcement announced) => announced.Sequence > 0
        && (await snapshot.ListChangesAsync(announced.Sequence, limit: 1, CancellationToken.None)).Count > 0;

    private async ValueTask<EventChunk?> WriteAsync(
        IArticleSnapshot snapshot, ChangeSelection selection, ChangeToken after, Announcement announced)
    {
        var state = snapshot.State;
        if (after.Generation != state.Generation || after.Position.Sequence > state.Sequence) return null;
        var page = await snapshot.ListChangesAsync(
            selection.Query, after.Position, announced.Sequence > 0 ? announced.Sequence : null, MaxChanges, CancellationToken.None);
        var contents = await contracts.OfAsync(
            snapshot, page.Changes, selection, announced.Revision > 0 ? announced.Revision : state.Revision, CancellationToken.None);
        var told = after.Position.ToldUntil;
        var events = new ArrayBufferWriter<byte>();
        for (var at = 0; at < contents.Count; at++)
        {
            var sequence = page.Changes[at].Change.Sequence;
            var isLast = page.IsComplete && at == contents.Count - 1;
            var position = isLast ? new ChangePosition(sequence, 0) : ChangePosition.CatchingUp(sequence, told);
            var token = new ChangeToken(state.Generation, position);
            Write(events, NameOf(page.Changes[at], told), token.Write(selection.Scope, selections.Key), ApiJson.Write(contents[at]));
        }

        var next = page.IsComplete ? page.Next : ChangePosition.CatchingUp(page.Next.Sequence, told);
        return new EventChunk(events.WrittenSpan.ToArray(), new ChangeToken(state.Generation, next), page.IsComplete);
    }

    /// <summary>Writes one event.</summary>
    /// <param name="events">Where to.</param>
    /// <param name="name">The type of the event.</param>
    /// <param name="id">The token after it.</param>
    /// <param name="json">The data; on one line.</param>
    public static void Write(IBufferWriter<byte> events, string name, string? id, ReadOnlySpan<byte> json)
    {
        if (json.ContainsAny(LineEnds)) throw new ArgumentException("The data of an event is on one line.", nameof(json));
        events.Write(Encoding.UTF8.GetBytes(id is null ? $"event: {name}\ndata: " : $"event: {name}\nid: {id}\ndata: "));
        events.Write(json);
        events.Write("\n\n"u8);
    }

    private static string NameOf(SelectedChange selected, long told)
    {
        var change = selected.Change;
        return selected.Article is null ? "article.deleted"
            : change.First > told ? "article.published"
            : change.Corrected > told ? "article.corrected"
            : "article.updated";
    }
}
