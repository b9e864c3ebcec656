using FeedApi.Model;

namespace FeedApi.Publishing.Scan;

/// <summary>The files on record that a look has not met yet, without their names: of a million files they would take 300 MB, so they take 40.</summary>
/// <remarks>
/// Of path, size and time 64 bits each are kept. That a change goes unnoticed for it takes two paths, or two states of a file, with the same bits:
/// for a million files the chance is one in thirty million.
/// </remarks>
internal sealed class FileSnapshot
{
    private const ulong Offset = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    // Of a file that could not be read, which no state of it equals.
    private const ulong Unread = 0;

    private readonly Dictionary<ulong, ulong> states = [];

    /// <summary>Files that were not met.</summary>
    public int Count => states.Count;

    /// <summary>Adds a file on record.</summary>
    public void Add(SourceStamp stamp) => states[KeyOf(stamp.File.Path)] = stamp.Hash.Length == 0 ? Unread : StateOf(stamp.File);

    /// <summary>Meets a file of the folder.</summary>
    public FileComparison Compare(PostFile file)
    {
        if (!states.Remove(KeyOf(file.Path), out var state)) return FileComparison.New;
        return state == StateOf(file) ? FileComparison.Unchanged : FileComparison.Changed;
    }

    /// <summary>Meets something that must not be read; true when that is on record already.</summary>
    public bool CompareRejected(string path) => states.Remove(KeyOf(path), out var state) && state == Unread;

    /// <summary>True for a path that was not met.</summary>
    public bool Contains(string path) => states.ContainsKey(KeyOf(path));

    // FNV-1a.
    private static ulong KeyOf(string path)
    {
        var hash = Offset;
        foreach (var letter in path) hash = (hash ^ letter) * Prime;
        return hash;
    }

    private static ulong StateOf(PostFile file) => Math.Max(1, (((Offset ^ (ulong)file.ModifiedTicks) * Prime) ^ (ulong)file.SizeBytes) * Prime);
}

/// <summary>What is on record of a file that is in the folder.</summary>
internal enum FileComparison
{
    /// <summary>Nothing.</summary>
    New,

    /// <summary>Another size or time, or that it could not be read.</summary>
    Changed,

    /// <summary>This size and time.</summary>
    Unchanged,
}
