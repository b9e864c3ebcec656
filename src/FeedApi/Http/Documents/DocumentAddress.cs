namespace FeedApi.Http.Documents;

/// <summary>The address of a request as the fast path knows it: path and query, just as the client wrote the query.</summary>
internal static class DocumentAddress
{
    /// <summary>An address of more characters is not remembered.</summary>
    internal const int MaxChars = 512;

    /// <summary>The address; null when it is not one to remember.</summary>
    internal static string? Of(HttpRequest request)
    {
        var path = request.Path.Value;
        var query = request.QueryString.Value;
        return CanBeKnown(path, query) ? path + query : null;
    }

    /// <summary>
    /// True unless path and query together are too long, or could be read as another path and query: an encoded question mark in
    /// a path is decoded by now.
    /// </summary>
    internal static bool CanBeKnown(string? path, string? query) =>
        !string.IsNullOrEmpty(path) && path.Length + (query?.Length ?? 0) <= MaxChars && !path.Contains('?', StringComparison.Ordinal);
}
