namespace FeedApi.Catalog;

/// <summary>
/// The catalog cannot be opened, so the program must not start, or cannot be read or written for now. The message is one line that
/// names the file or the fault.
/// </summary>
internal sealed class CatalogException : Exception
{
    /// <summary>An unspecified failure of the catalog.</summary>
    public CatalogException()
    {
    }

    /// <summary>True when the disk of the index is full.</summary>
    public bool IsDiskFull { get; init; }

    /// <summary>A failure with a message.</summary>
    public CatalogException(string message)
        : base(message)
    {
    }

    /// <summary>A failure with a message and its cause.</summary>
    public CatalogException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
