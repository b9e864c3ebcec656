namespace FeedApi.Content.Files;

/// <summary>A file that may have changed.</summary>
/// <param name="Path">Relative to the content folder, with <c>/</c> between its parts; empty: anything may have changed.</param>
/// <param name="IsRenamed">True when the file was renamed to this path, and so was written before.</param>
/// <param name="MovedFrom">The path of the post that it was until then; else null.</param>
/// <param name="MayBeFolder">True when what was deleted at this path was no post, but may have been a folder with posts.</param>
internal readonly record struct FileChange(string Path, bool IsRenamed = false, string? MovedFrom = null, bool MayBeFolder = false)
{
    /// <summary>Anything may have changed.</summary>
    public static FileChange Everything => new("");

    /// <summary>True when the whole folder is to be scanned.</summary>
    public bool IsEverything => Path.Length == 0;
}
