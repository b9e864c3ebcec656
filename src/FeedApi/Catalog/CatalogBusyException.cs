namespace FeedApi.Catalog;

/// <summary>A read was refused before it began, because too many others were waiting.</summary>
internal sealed class CatalogBusyException : TimeoutException
{
    /// <summary>A refused read, with the default message.</summary>
    public CatalogBusyException()
        : this("Too many reads are waiting.")
    {
    }

    /// <summary>A refused read, with a message.</summary>
    public CatalogBusyException(string message)
        : base(message)
    {
    }

    /// <summary>A refused read, with a message and its cause.</summary>
    public CatalogBusyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>True when only expensive reads are refused.</summary>
    public bool IsExpensive { get; init; }
}
