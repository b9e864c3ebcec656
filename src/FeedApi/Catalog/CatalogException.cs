namespace FeedApi.Catalog;

/// <summary>The catalog cannot be opened: the program must not start. The message is one line that names the file and what to do.</summary>
public sealed class CatalogException : Exception
{
    /// <summary>An unspecified fault of the catalog.</summary>
    public CatalogException()
    {
    }

    /// <summary>A fault with its message.</summary>
    public CatalogException(string message)
        : base(message)
    {
    }

    /// <summary>A fault with its cause.</summary>
    public CatalogException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
