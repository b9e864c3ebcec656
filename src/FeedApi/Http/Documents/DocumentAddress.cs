namespace FeedApi.Http.Documents;

/// <summary>The address of a request as the fast path uses it: the decoded path, and the query as the client wrote it.</summary>
internal static class DocumentAddress
{
    /// <summary>Maximum length of an address that is remembered, in chars.</summary>
    internal const int MaxChars = 512;

    /// <summary>The address of a request; null when it must not be remembered.</summary>
    internal static string? Of(HttpRequest request)
    {
        var path = request.Path.Value;
        var query = request.QueryString.Value;
        return CanBeKnown(path, query) ? path + query : null;
    }

    /// <summary>
    /// True unless path and query are too long, or ambiguous when concatenated: an encoded question mark in the path has been
    /// decoded.
    /// </summary>
    internal static bool CanBeKnown(string? path, string? query) =>
        !string.IsNullOrEmpty(path) && path.Length + (query?.Length ?? 0) <= MaxChars && !path.Contains('?', StringComparison.Ordinal);
}
