namespace FeedApi.Publishing.Pipeline;

/// <summary>The ids of files whose stem is not theirs alone, and what a set of changes does to the ids of others.</summary>
internal sealed class NameResolution
{
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> renamed = new(StringComparer.Ordinal);

    /// <summary>Indexed files that get another id although they did not change.</summary>
    public IReadOnlyCollection<string> Renamed => renamed;

    /// <summary>The id that the file's name gives it; null: its stem.</summary>
    public string? IdOf(string path) => ids.GetValueOrDefault(path);

    /// <summary>Adds a group of namesakes.</summary>
    /// <param name="before">The ids of indexed files as they are.</param>
    /// <param name="after">The ids of all files as they are to be.</param>
    public void Add(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after)
    {
        foreach (var (path, id) in after)
        {
            ids[path] = id;
            if (before.TryGetValue(path, out var old) && old != id) renamed.Add(path);
        }
    }
}
