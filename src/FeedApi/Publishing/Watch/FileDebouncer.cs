using FeedApi.Content.Files;
using FeedApi.Model;
using FeedApi.Publishing.Pipeline;

namespace FeedApi.Publishing.Watch;

/// <summary>Files that were reported as changed and are being watched until they rest: size and time equal in two looks.</summary>
/// <remarks>
/// A file that is still being written changes between the looks and starts over, so no half-written post is read. One that was renamed into place was
/// written before, so its second look comes sooner.
/// </remarks>
public sealed class FileDebouncer(Func<string, PostFile?> look, TimeProvider time, TimeSpan settleTime)
{
    // Long enough to notice whoever renames a file and goes on writing.
    private const int ShorterWhenWhole = 8;

    private readonly Dictionary<string, Look> pending = new(StringComparer.Ordinal);

    /// <summary>True when nothing is being watched.</summary>
    public bool IsEmpty => pending.Count == 0;

    /// <summary>When the next second look is due; null when nothing is being watched.</summary>
    public DateTimeOffset? NextDueAt => IsEmpty ? null : pending.Values.Min(look => look.DueAt);

    /// <summary>Takes a first look at what a hint is about, or starts over. The two paths of a move come to rest together.</summary>
    /// <param name="hint">What was reported.</param>
    /// <param name="isForced">True: read the file even if its bytes are those on record. It stays so until the file rests.</param>
    public void Add(FileChange hint, bool isForced = false)
    {
        var dueAt = time.GetUtcNow() + (hint.IsWhole ? settleTime / ShorterWhenWhole : settleTime);
        Watch(hint.Path, dueAt, isForced);
        if (hint.MovedFrom is { } from) Watch(from, dueAt, isForced: false);
    }

    /// <summary>Takes the second look where it is due; gives the files that rest, and the paths where there is none.</summary>
    /// <param name="keepsGone">True: paths where there is no file are watched on.</param>
    public (IReadOnlyList<WorkItem> Ready, IReadOnlyList<string> Gone) TakeSettled(bool keepsGone = false)
    {
        List<WorkItem> ready = [];
        List<string> gone = [];
        foreach (var (path, rested) in TakeDue(keepsGone))
        {
            if (rested.File is { } file) ready.Add(new WorkItem(file, rested.IsForced));
            else gone.Add(path);
        }

        return (ready, gone);
    }

    private void Watch(string path, DateTimeOffset dueAt, bool isForced) =>
        pending[path] = new Look(look(path), dueAt, isForced || pending.GetValueOrDefault(path).IsForced);

    private List<(string Path, Look Look)> TakeDue(bool keepsGone)
    {
        var now = time.GetUtcNow();
        List<(string Path, Look Look)> resting = [];
        foreach (var (path, first) in pending.Where(entry => entry.Value.DueAt <= now).ToArray())
        {
            var second = look(path);
            if (second == first.File) resting.Add((path, first));
            else pending[path] = first with { File = second, DueAt = now + settleTime };
        }

        if (resting.Count == 0) return resting;
        var gone = PathsOf(pending.Where(entry => entry.Value.File is null));
        // A file that left one folder and comes to another under its name is one change, so that its article is never missing: they wait for each other.
        var unfinished = new FileMoves(gone, pending.Keys.Except(resting.Select(each => each.Path), StringComparer.Ordinal));
        var finished = new FileMoves(
            [.. resting.Where(each => each.Look.File is null).Select(each => each.Path)],
            resting.Where(each => each.Look.File is not null).Select(each => each.Path));
        // What goes at about the same time is one deletion, which is believed or not as a whole.
        var lastGoneAt = pending.Values.Where(look => look.File is null && look.DueAt > now).Select(look => (DateTimeOffset?)look.DueAt).Max();
        foreach (var (path, rested) in resting)
        {
            // What comes to another place in this moment was moved, and is no deletion to wait with.
            var isDeletion = rested.File is null && !finished.Includes(path);
            if (unfinished.Includes(path)) pending[path] = rested with { DueAt = now + (settleTime / ShorterWhenWhole) };
            else if (isDeletion && keepsGone) pending[path] = rested with { DueAt = now + settleTime };
            else if (isDeletion && lastGoneAt is { } at) pending[path] = rested with { DueAt = at };
            else pending.Remove(path);
        }

        resting.RemoveAll(each => pending.ContainsKey(each.Path));
        return resting;
    }

    private static List<string> PathsOf(IEnumerable<KeyValuePair<string, Look>> entries) => [.. entries.Select(entry => entry.Key)];

    private readonly record struct Look(PostFile? File, DateTimeOffset DueAt, bool IsForced);
}
