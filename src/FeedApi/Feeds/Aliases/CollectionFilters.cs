using FeedApi.Model;
using FeedApi.Site.Jekyll;
using FeedApi.Site.Settings;
using Microsoft.Extensions.Primitives;

namespace FeedApi.Feeds.Aliases;

/// <summary>
/// Filters the feeds of a Jekyll site with feeds of collections: those of posts are without documents, those of a collection without posts.
/// </summary>
internal static class CollectionFilters
{
    private const string Parameter = "category";

    /// <summary>The filter of the feeds of posts, decoded: the value of <c>category</c>; empty when no collection has feeds.</summary>
    public static string OutsideOf(FeedSettings settings) =>
        string.Join(',', SlugsOf(settings).Select(slug => "-" + slug));

    /// <summary>The filter of the feed of a category within a collection.</summary>
    public static string WithinOf(CollectionFeed collection) => Slug.From(collection.Label);

    /// <summary>The request's query, without the documents of collections.</summary>
    public static IQueryCollection Outside(HttpRequest request, FeedSettings settings) => With(request, OutsideOf(settings));

    /// <summary>The request's query, with the documents of one collection only.</summary>
    public static IQueryCollection Within(HttpRequest request, CollectionFeed collection) => With(request, WithinOf(collection));

    /// <summary>The slugs of the categories that hold the documents of collections with feeds, in ordinal order.</summary>
    public static IOrderedEnumerable<string> SlugsOf(FeedSettings settings) =>
        settings.Collections.Select(WithinOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static QueryCollection With(HttpRequest request, string filter)
    {
        var parameters = request.Query.ToDictionary(StringComparer.OrdinalIgnoreCase);
        parameters[Parameter] = StringValues.Concat(parameters.GetValueOrDefault(Parameter), filter);
        return new QueryCollection(parameters);
    }
}
