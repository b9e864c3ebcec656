namespace FeedApi.Catalog.Sqlite.Connections;

/// <summary>A read that started as a cheap one is expensive; it is run again as such.</summary>
internal sealed class ReadStepsException : TimeoutException
{
    /// <summary>An interrupted read, with the default message.</summary>
    public ReadStepsException()
    {
    }

    /// <summary>An interrupted read, with a message.</summary>
    public ReadStepsException(string message)
        : base(message)
    {
    }

    /// <summary>An interrupted read, with a message and its cause.</summary>
    public ReadStepsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
