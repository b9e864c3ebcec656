namespace FeedApi.Site.Files;

/// <summary>
/// A file or folder is there, or may be, and cannot be read: any error but those that say that it is gone. What is known of it stays valid.
/// </summary>
internal sealed class UnreadableException : IOException
{
    /// <summary>An unspecified fault.</summary>
    public UnreadableException()
    {
    }

    /// <summary>A fault with its message.</summary>
    public UnreadableException(string message)
        : base(message)
    {
    }

    /// <summary>A fault with its cause.</summary>
    public UnreadableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error of the system.</summary>
    /// <param name="fullPath">The path, or what is known of it.</param>
    /// <param name="error">The number of the error.</param>
    public UnreadableException(string fullPath, int error)
        : base($"{fullPath} cannot be read ({FileError.NameOf(error)})") => (FullPath, Error) = (fullPath, error);

    /// <summary>The path that was asked for.</summary>
    public string FullPath { get; } = "";

    /// <summary>The number of the error: see <see cref="FileError"/>.</summary>
    public int Error { get; }

    /// <summary>The message with the path relative to a folder, when it is below it.</summary>
    public string MessageIn(string folder)
    {
        if (FullPath == folder) return $"The content folder cannot be read ({FileError.NameOf(Error)})";
        var start = folder.EndsWith(Path.DirectorySeparatorChar) ? folder : folder + Path.DirectorySeparatorChar;
        return FullPath.StartsWith(start, StringComparison.Ordinal)
            ? $"{FullPath[start.Length..]} cannot be read ({FileError.NameOf(Error)})"
            : Message;
    }
}
