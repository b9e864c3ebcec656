namespace FeedApi.Content.Files;

/// <summary>A file that may have changed.</summary>
/// <param name="Path">Relative to the content folder, with <c>/</c> as separator; empty: anything may have changed.</param>
/// <param name="IsRenamed">True when the file was renamed to this path, so its content is complete.</param>
/// <param name="MovedFrom">The post's path before the rename; null when it was no post or not renamed.</param>
/// <param name="MayBeFolder">True when the deleted path is not that of a post but may have been a folder with posts.</param>
/// <param name="IsOther">True for a file that is no post, such as a picture.</param>
/// <param name="Request">Completed when the file has been read at once, changed or not; null for changes that the system reports.</param>
internal readonly record struct FileChange(
    string Path, bool IsRenamed = false, string? MovedFrom = null, bool MayBeFolder = false, bool IsOther = false,
    TaskCompletionSource? Request = null)
{
    /// <summary>Anything may have changed.</summary>
    public static FileChange Everything => new("");

    /// <summary>Nothing changed; whoever waits for changes looks at the clock again.</summary>
    public static FileChange Nothing => new("", IsOther: true);

    /// <summary>True when the whole folder must be scanned.</summary>
    public bool IsEverything => Path.Length == 0 && !IsOther;
}
