namespace FeedApi.Catalog;

/// <summary>
/// The catalog cannot be opened, and the program must not start; or not be written for now. The message is one line that
/// names the file or the fault.
/// </summary>
internal sealed class CatalogException : Exception
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
