using FeedApi.Site.Addresses;

namespace FeedApi.Feeds.Aliases;

/// <summary>The feeds of a search, as WordPress has them: <c>/search/{words}/feed/</c>.</summary>
internal static class FeedAliasSearch
{
    /// <summary>The request's query with <c>q</c> replaced by the words of the path.</summary>
    internal static IQueryCollection QueryOf(HttpRequest request)
    {
        var parameters = request.Query.ToDictionary(StringComparer.OrdinalIgnoreCase);
        parameters["q"] = (string?)request.RouteValues[FeedAliasAddress.WordsParameter];
        return new QueryCollection(parameters);
    }
}
