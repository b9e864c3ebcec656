namespace FeedApi.Catalog;

/// <summary>
/// An expensive read, such as a search, was cancelled because it exceeded <see cref="SearchOptions.BudgetMilliseconds"/>.
/// </summary>
internal sealed class SearchBudgetException : TimeoutException
{
    /// <summary>A cancelled search, with the default message.</summary>
    public SearchBudgetException()
        : this("The search took longer than allowed.")
    {
    }

    /// <summary>A cancelled search, with a message.</summary>
    public SearchBudgetException(string message)
        : base(message)
    {
    }

    /// <summary>A cancelled search, with a message and its cause.</summary>
    public SearchBudgetException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
