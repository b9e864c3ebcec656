using FeedApi.Content;

namespace FeedApi.Publishing;

/// <summary>Files that were reported as changed and are being watched until they rest: size and time equal in two looks.</summary>
/// <remarks>
/// A file that is still being written changes between the looks and starts over, so no half-written post is read. One that was renamed into place was
/// written before, so its second look comes sooner.
/// </remarks>
public sealed class SettlingFiles(Func<string, PostFile?> look, TimeProvider time, TimeSpan settleTime)
{
    // Long enough to notice whoever renames a file and goes on writing.
    private const int ShorterWhenWhole = 8;

    private readonly Dictionary<string, Look> pending = new(StringComparer.Ordinal);

    /// <summary>True when nothing is being watched.</summary>
    public bool IsEmpty => pending.Count == 0;

    /// <summary>When the next second look is due; null when nothing is being watched.</summary>
    public DateTimeOffset? NextDueAt => IsEmpty ? null : pending.Values.Min(look => look.DueAt);

    /// <summary>Takes a first look at what a hint is about, or starts over. The two paths of a move come to rest together.</summary>
    public void Add(ContentHint hint)
    {
        var dueAt = time.GetUtcNow() + (hint.IsWhole ? settleTime / ShorterWhenWhole : settleTime);
        pending[hint.Path] = new Look(look(hint.Path), dueAt);
        if (hint.MovedFrom is { } from) pending[from] = new Look(look(from), dueAt);
    }

    /// <summary>Takes the second look where it is due; gives the files that rest, and the paths where there is none.</summary>
    public (IReadOnlyList<PostFile> Ready, IReadOnlyList<string> Gone) TakeSettled()
    {
        List<PostFile> ready = [];
        List<string> gone = [];
        foreach (var (path, second) in TakeDue())
        {
            if (second is { } file) ready.Add(file);
            else gone.Add(path);
        }

        return (ready, gone);
    }

    private List<(string Path, PostFile? File)> TakeDue()
    {
        var now = time.GetUtcNow();
        List<(string Path, PostFile? File)> resting = [];
        foreach (var (path, first) in pending.Where(entry => entry.Value.DueAt <= now).ToArray())
        {
            var second = look(path);
            if (second == first.File) resting.Add((path, second));
            else pending[path] = new Look(second, now + settleTime);
        }

        var moving = NamesOfMoving(resting);
        // What goes at about the same time is one deletion, which is believed or not as a whole.
        var lastGoneAt = pending.Values.Where(look => look.File is null && look.DueAt > now).Select(look => (DateTimeOffset?)look.DueAt).Max();
        foreach (var (path, second) in resting)
        {
            if (moving.Contains(PublishStep.NameOf(path))) pending[path] = new Look(second, now + (settleTime / ShorterWhenWhole));
            else if (second is null && lastGoneAt is { } at) pending[path] = new Look(null, at);
            else pending.Remove(path);
        }

        resting.RemoveAll(each => pending.ContainsKey(each.Path));
        return resting;
    }

    // A file that left one folder and comes to another under its name is one change, so that its article is never missing: they wait for each other.
    private HashSet<string> NamesOfMoving(List<(string Path, PostFile? File)> resting)
    {
        if (resting.Count == pending.Count || pending.Values.All(look => look.File is not null)) return [];
        var paths = resting.Select(each => each.Path).ToHashSet(StringComparer.Ordinal);
        var leaving = resting.Where(each => each.File is null).Select(each => each.Path)
            .Concat(pending.Where(each => each.Value.File is null).Select(each => each.Key)).Select(PublishStep.NameOf).ToHashSet(StringComparer.Ordinal);
        return pending.Keys.Where(path => !paths.Contains(path)).Select(PublishStep.NameOf).Where(leaving.Contains).ToHashSet(StringComparer.Ordinal);
    }

    private readonly record struct Look(PostFile? File, DateTimeOffset DueAt);
}
