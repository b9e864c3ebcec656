namespace FeedApi.Import;

/// <summary>What a file to be imported holds.</summary>
/// <param name="kind">What the file is, for people: "RSS 2.0", "WordPress (WXR 1.2)".</param>
internal sealed class ImportedFile(string kind)
{
    private readonly SortedDictionary<string, int> left = new(StringComparer.Ordinal);

    /// <summary>What the file is.</summary>
    public string Kind => kind;

    /// <summary>The posts, in the order of the file.</summary>
    public List<ImportedPost> Posts { get; } = [];

    /// <summary>Feeds that a list of feeds names: the title and the address of each.</summary>
    public List<(string Title, string Address)> Feeds { get; } = [];

    /// <summary>What has no place in posts, with how often it occurs.</summary>
    public IReadOnlyDictionary<string, int> Left => left;

    /// <summary>Notes something that has no place in posts.</summary>
    public void Leave(string what, int count = 1)
    {
        if (count > 0) left[what] = left.GetValueOrDefault(what) + count;
    }
}

/// <summary>A file cannot be imported. The message names what is wrong with it, and the place.</summary>
internal sealed class ImportException(string message) : Exception(message);
