namespace FeedApi.Catalog.Outlines;

/// <summary>A read came upon articles of which only an outline is stored: it is to be run again when they are rendered.</summary>
internal sealed class OutlineException : Exception
{
    /// <summary>A read that needs no article in particular.</summary>
    public OutlineException()
    {
    }

    /// <summary>A read that needs no article in particular, with a message.</summary>
    public OutlineException(string message)
        : base(message)
    {
    }

    /// <summary>A read that needs no article in particular, with a message and its cause.</summary>
    public OutlineException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The source files of the articles that the read needs.</summary>
    public IReadOnlyCollection<string> Sources { get; init; } = [];
}
