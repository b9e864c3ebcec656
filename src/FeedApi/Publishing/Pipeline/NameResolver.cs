using FeedApi.Catalog;
using FeedApi.Content.Posts;
using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Publishing.Pipeline;

/// <summary>Finds the namesakes of changed files in the index and among the changes themselves, and gives each its id.</summary>
internal sealed class NameResolver(ISourceIndex sources, SiteConfig site)
{
    // Bounds the memory for paths of the index when a million files are read again.
    private const int BucketsAtOnce = 1_000;

    /// <summary>Resolves the names of a set of changes, before any of them is committed.</summary>
    /// <param name="work">Files to read.</param>
    /// <param name="deleted">Indexed files that are gone.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<NameResolution> ResolveAsync(
        IReadOnlyCollection<WorkItem> work, IReadOnlyCollection<string> deleted, CancellationToken cancellationToken)
    {
        var resolution = new NameResolution();
        var isGone = deleted.ToHashSet(StringComparer.Ordinal);
        (long Bucket, string Path)[] arriving = [.. work.Select(item => Keyed(item.File.Path))];
        Array.Sort(arriving, (one, other) => one.Bucket.CompareTo(other.Bucket));
        var next = 0;
        foreach (var chunk in BucketsOf(arriving, deleted).Chunk(BucketsAtOnce))
        {
            var known = (await sources.ListByStemAsync(chunk, cancellationToken)).ToLookup(PostStem.BucketOf);
            foreach (var bucket in chunk)
            {
                var begin = next;
                while (next < arriving.Length && arriving[next].Bucket == bucket) next++;
                AddBucket(resolution, [.. known[bucket]], arriving.AsSpan(begin, next - begin), isGone);
            }
        }

        return resolution;
    }

    // Each once, in order; without a set of them, which for a million files would take 50 MB.
    private static IEnumerable<long> BucketsOf((long Bucket, string Path)[] arriving, IReadOnlyCollection<string> deleted)
    {
        long[] all = [.. arriving.Select(each => each.Bucket), .. deleted.Select(PostStem.BucketOf)];
        Array.Sort(all);
        for (var i = 0; i < all.Length; i++)
        {
            if (i == 0 || all[i] != all[i - 1]) yield return all[i];
        }
    }

    private static (long Bucket, string Path) Keyed(string path) => (PostStem.BucketOf(path), path);

    private void AddBucket(
        NameResolution resolution, string[] known, ReadOnlySpan<(long Bucket, string Path)> arriving, HashSet<string> isGone)
    {
        // Nearly always: a new file with a name of its own, or an indexed one alone.
        if (known.Length == 0 && arriving.Length == 1) return;
        if (known.Length == 1 && (arriving.Length == 0 || (arriving.Length == 1 && arriving[0].Path == known[0]))) return;
        HashSet<string> present = new(known.Where(path => !isGone.Contains(path)), StringComparer.Ordinal);
        foreach (var (_, path) in arriving) present.Add(path);
        var before = known.ToLookup(KeyOf);
        foreach (var namesakes in present.ToLookup(KeyOf))
            resolution.Add(Namesakes.IdsOf(before[namesakes.Key], site), Namesakes.IdsOf(namesakes, site));
    }

    private string KeyOf(string path) => PostStem.KeyOf(PostStem.IdOf(site.NameOf(path).Stem));
}
