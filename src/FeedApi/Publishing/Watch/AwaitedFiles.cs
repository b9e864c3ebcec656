using FeedApi.Catalog;
using FeedApi.Model.Dates;
using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Publishing.Watch;

/// <summary>
/// Notices that a picture or recording arrives that posts wait for, and names those posts when it is complete. Used by the one task that
/// publishes.
/// </summary>
/// <remarks>As a post, a file is complete when its size is the same before and after the debounce time.</remarks>
internal sealed class AwaitedFiles(SiteConfig site, ISourceIndex sources, PublishOptions options, TimeProvider time)
{
    private readonly Dictionary<string, Arrival> arrivals = new(StringComparer.Ordinal);

    /// <summary>When the next file may be complete, in uptime; null when none is arriving.</summary>
    public TimeSpan? NextDueAt => arrivals.Count == 0 ? null : arrivals.Values.Min(file => file.DueAt);

    /// <summary>Debounces a file, if any post waits for it.</summary>
    public async ValueTask AddAsync(string path, CancellationToken cancellationToken)
    {
        if ((await sources.ListAwaitingAsync(path, cancellationToken)).Count > 0) Debounce(path);
    }

    /// <summary>The posts that wait for files that are complete now.</summary>
    public async ValueTask<IReadOnlyCollection<string>> TakePostsAsync(CancellationToken cancellationToken)
    {
        if (arrivals.Count == 0) return [];
        var now = time.GetUptime();
        HashSet<string> posts = new(StringComparer.Ordinal);
        foreach (var (path, arrival) in arrivals.Where(each => each.Value.DueAt <= now).ToArray())
        {
            var size = SizeOf(path);
            arrivals.Remove(path);
            // One that has gone is reported again when it returns.
            if (size is null) continue;
            if (size == arrival.SizeBytes) posts.UnionWith(await sources.ListAwaitingAsync(path, cancellationToken));
            else Debounce(path);
        }

        return posts;
    }

    /// <summary>Debounces the awaited files that are there although nobody reported their arrival.</summary>
    public async ValueTask AddUnreportedAsync(CancellationToken cancellationToken)
    {
        foreach (var path in await sources.ListAwaitedAsync(cancellationToken))
        {
            if (SizeOf(path) is not null && !arrivals.ContainsKey(path)) Debounce(path);
        }
    }

    private void Debounce(string path) => arrivals[path] = new Arrival(SizeOf(path), time.GetUptime() + options.DebounceTime);

    // One that cannot be read is not there yet.
    private long? SizeOf(string path)
    {
        try
        {
            return MediaFile.SizeOf(RegularFile.RealPathOf(site.ContentFolder), path);
        }
        catch (UnreadableException)
        {
            return null;
        }
    }

    private readonly record struct Arrival(long? SizeBytes, TimeSpan DueAt);
}
