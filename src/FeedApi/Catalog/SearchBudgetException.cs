namespace FeedApi.Catalog;

/// <summary>A search was given up because it took longer than one may.</summary>
internal sealed class SearchBudgetException : Exception
{
    /// <summary>A search that was given up.</summary>
    public SearchBudgetException()
        : this("The search took longer than it may.")
    {
    }

    /// <summary>A search that was given up, in other words.</summary>
    public SearchBudgetException(string message)
        : base(message)
    {
    }

    /// <summary>A search that was given up, with what stopped it.</summary>
    public SearchBudgetException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
