using FeedApi.Catalog;
using FeedApi.Content.Files;
using FeedApi.Model;
using FeedApi.Model.Dates;
using FeedApi.Publishing.Pipeline;

namespace FeedApi.Publishing.Watch;

/// <summary>Debounces changed files: a file is quiet when its size and time are the same before and after the debounce time.</summary>
/// <remarks>
/// A file that is still being written changes in between and starts over, so no half-written post is read. A file that was renamed into
/// place is already complete, so its debounce time is shorter.
/// </remarks>
/// <param name="stat">Returns the post file at a path; null when there is none.</param>
/// <param name="time">The clock.</param>
/// <param name="debounceTime">How long a file must be unchanged.</param>
internal sealed class FileDebouncer(Func<string, PostFile?> stat, TimeProvider time, TimeSpan debounceTime)
{
    // Long enough to notice a program that renames a file and continues to write.
    private const int ShorterWhenRenamed = 8;

    private readonly Dictionary<string, PendingFile> pending = new(StringComparer.Ordinal);

    /// <summary>True when no file is being debounced.</summary>
    public bool IsEmpty => pending.Count == 0;

    /// <summary>When the next file is to be checked again, in uptime; null when none is being debounced.</summary>
    public TimeSpan? NextDueAt => IsEmpty ? null : pending.Values.Min(file => file.DueAt);

    private TimeSpan ShorterTime => debounceTime / ShorterWhenRenamed;

    /// <summary>Starts to debounce a file, or starts over. The two paths of a move become quiet together.</summary>
    /// <param name="change">The reported change.</param>
    /// <param name="isForced">True: read the file even if its bytes are unchanged. Remains set until the file is quiet.</param>
    public void Add(FileChange change, bool isForced = false)
    {
        var dueAt = time.GetUptime() + (change.IsRenamed ? ShorterTime : debounceTime);
        Add(change.Path, dueAt, isForced);
        if (change.MovedFrom is { } oldPath) Add(oldPath, dueAt, isForced: false);
    }

    /// <summary>Debounces files that changed while they were read.</summary>
    public void Add(IEnumerable<SourceOutcome.Changing> changing)
    {
        foreach (var file in changing) Add(new FileChange(file.Path), file.IsForced);
    }

    /// <summary>
    /// Checks again the files whose debounce time is over. Returns those that are quiet, and the paths at which there is no file.
    /// </summary>
    /// <param name="keepsAbsent">True: paths at which there is no file are kept and checked again later.</param>
    public (IReadOnlyList<WorkItem> Ready, IReadOnlyList<string> Absent) TakeQuiet(bool keepsAbsent = false)
    {
        var now = time.GetUptime();
        var quiet = FindQuiet(now);
        if (quiet.Count > 0) PostponeSome(quiet, keepsAbsent, now);
        List<WorkItem> ready = [];
        List<string> absent = [];
        foreach (var (path, pendingFile) in quiet)
        {
            if (pendingFile.File is { } file) ready.Add(new WorkItem(file, pendingFile.IsForced));
            else absent.Add(path);
        }

        return (ready, absent);
    }

    private void Add(string path, TimeSpan dueAt, bool isForced) =>
        pending[path] = new PendingFile(stat(path), dueAt, isForced || pending.GetValueOrDefault(path).IsForced);

    private List<KeyValuePair<string, PendingFile>> FindQuiet(TimeSpan now)
    {
        List<KeyValuePair<string, PendingFile>> quiet = [];
        foreach (var (path, before) in pending.Where(entry => entry.Value.DueAt <= now).ToArray())
        {
            var file = stat(path);
            if (file == before.File) quiet.Add(new(path, before));
            else pending[path] = before with { File = file, DueAt = now + debounceTime };
        }

        return quiet;
    }

    // Leaves in the list the files to publish now, and in the dictionary those that wait.
    private void PostponeSome(List<KeyValuePair<string, PendingFile>> quiet, bool keepsAbsent, TimeSpan now)
    {
        // A file that is moved to another folder is one change, so that its article is never missing: both paths wait.
        var unfinished = new FileMoves(AbsentAmong(pending), pending.Keys.Except(quiet.Select(entry => entry.Key), StringComparer.Ordinal));
        var finished = new FileMoves(AbsentAmong(quiet), quiet.Where(entry => entry.Value.File is not null).Select(entry => entry.Key));
        // Files that are deleted at about the same time are one deletion, which is confirmed as a whole.
        var lastAbsentDueAt = pending.Values.Where(file => file.File is null && file.DueAt > now).Max(file => (TimeSpan?)file.DueAt);
        foreach (var (path, file) in quiet)
        {
            // A file that arrives elsewhere now was moved, so it need not wait for other deletions.
            var isDeletion = file.File is null && !finished.Includes(path);
            if (unfinished.Includes(path)) pending[path] = file with { DueAt = now + ShorterTime };
            else if (isDeletion && keepsAbsent) pending[path] = file with { DueAt = now + debounceTime };
            else if (isDeletion && lastAbsentDueAt is { } dueAt) pending[path] = file with { DueAt = dueAt };
            else pending.Remove(path);
        }

        quiet.RemoveAll(entry => pending.ContainsKey(entry.Key));
    }

    private static List<string> AbsentAmong(IEnumerable<KeyValuePair<string, PendingFile>> files) =>
        [.. files.Where(entry => entry.Value.File is null).Select(entry => entry.Key)];

    // The file as it was when debouncing began; null when there was none.
    private readonly record struct PendingFile(PostFile? File, TimeSpan DueAt, bool IsForced);
}
