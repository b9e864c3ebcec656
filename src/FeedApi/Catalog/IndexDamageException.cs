namespace FeedApi.Catalog;

/// <summary>What is asked for cannot be read from the index, because that is damaged. It is being mended.</summary>
internal sealed class IndexDamageException : Exception
{
    /// <summary>Damage, with the default message.</summary>
    public IndexDamageException()
        : base("The index is damaged.")
    {
    }

    /// <summary>Damage, with a message.</summary>
    public IndexDamageException(string message)
        : base(message)
    {
    }

    /// <summary>Damage, with a message and its cause.</summary>
    public IndexDamageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
