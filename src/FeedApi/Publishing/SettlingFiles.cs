using FeedApi.Content;

namespace FeedApi.Publishing;

/// <summary>Files that were reported as changed and are being watched until they rest: size and time equal in two looks.</summary>
/// <remarks>A file that is still being written changes between the looks and starts over, so no half-written post is read.</remarks>
public sealed class SettlingFiles(Func<string, PostFile?> look, TimeProvider time, TimeSpan settleTime)
{
    private readonly Dictionary<string, Look> pending = new(StringComparer.Ordinal);

    /// <summary>True when nothing is being watched.</summary>
    public bool IsEmpty => pending.Count == 0;

    /// <summary>Takes a first look at a path, or starts over.</summary>
    public void Add(string path) => pending[path] = new Look(look(path), time.GetUtcNow());

    /// <summary>Takes the second look where it is due; gives the files that rest, and the paths where there is none.</summary>
    public (IReadOnlyList<PostFile> Ready, IReadOnlyList<string> Gone) TakeSettled()
    {
        List<PostFile> ready = [];
        List<string> gone = [];
        var now = time.GetUtcNow();
        foreach (var (path, first) in pending.Where(entry => now - entry.Value.At >= settleTime).ToArray())
        {
            var second = look(path);
            if (second != first.File)
            {
                pending[path] = new Look(second, now);
                continue;
            }

            pending.Remove(path);
            if (second is { } file) ready.Add(file);
            else gone.Add(path);
        }

        return (ready, gone);
    }

    private readonly record struct Look(PostFile? File, DateTimeOffset At);
}
