namespace FeedApi.Content.Files;

/// <summary>A file that may have changed.</summary>
/// <param name="Path">Relative to the content folder, with <c>/</c> between its parts; empty: look at everything.</param>
/// <param name="IsWhole">True when the file was renamed to this path, and so was written before.</param>
/// <param name="MovedFrom">The path of the post that it was until then; else null.</param>
/// <param name="IsFolderPerhaps">True when something is gone from this path that was no post, but may have been a folder with posts.</param>
public readonly record struct FileChange(string Path, bool IsWhole = false, string? MovedFrom = null, bool IsFolderPerhaps = false)
{
    /// <summary>Anything may have changed.</summary>
    public static FileChange Everything => new("");

    /// <summary>True when the whole folder is to be compared.</summary>
    public bool IsEverything => Path.Length == 0;
}
