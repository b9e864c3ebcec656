using FeedApi.Model;

namespace FeedApi.Publishing.Scan;

/// <summary>The indexed files that a scan has not found yet. A million paths would take 300 MB; their hashes take 40 MB.</summary>
/// <remarks>
/// Stores a 64-bit hash of the path and one of size and time. A change goes unnoticed only when two paths, or two states of a file, have
/// the same hash: for a million files the probability is one in thirty million.
/// </remarks>
/// <param name="capacity">About how many there are.</param>
internal sealed class FileSnapshot(int capacity)
{
    private const ulong Offset = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    // The state of a file that could not be read; no readable file has it.
    private const ulong Unread = 0;

    private readonly Dictionary<ulong, ulong> states = new(capacity);

    /// <summary>Number of indexed files that were not found yet.</summary>
    public int Count => states.Count;

    /// <summary>Adds an indexed file.</summary>
    public void Add(SourceStamp stamp) => states[KeyOf(stamp.File.Path)] = stamp.Hash.Length == 0 ? Unread : StateOf(stamp.File);

    /// <summary>Compares a file of the folder with the index, and removes it from the snapshot.</summary>
    public FileComparison Compare(PostFile file)
    {
        if (!states.Remove(KeyOf(file.Path), out var state)) return FileComparison.New;
        return state == StateOf(file) ? FileComparison.Unchanged : FileComparison.Changed;
    }

    /// <summary>The same for a file that must not be read; true when it is already indexed as rejected.</summary>
    public bool CompareRejected(string path) => states.Remove(KeyOf(path), out var state) && state == Unread;

    /// <summary>True for a path that was not found yet.</summary>
    public bool Contains(string path) => states.ContainsKey(KeyOf(path));

    // FNV-1a.
    private static ulong KeyOf(string path)
    {
        var hash = Offset;
        foreach (var letter in path) hash = (hash ^ letter) * Prime;
        return hash;
    }

    private static ulong StateOf(PostFile file) =>
        Math.Max(1, (((Offset ^ (ulong)file.ModifiedTicks) * Prime) ^ (ulong)file.SizeBytes) * Prime);
}

/// <summary>How a file of the folder compares with the index.</summary>
internal enum FileComparison
{
    /// <summary>It is not indexed.</summary>
    New,

    /// <summary>It was indexed with another size or time, or as a file that could not be read.</summary>
    Changed,

    /// <summary>It was indexed with this size and time.</summary>
    Unchanged,
}
