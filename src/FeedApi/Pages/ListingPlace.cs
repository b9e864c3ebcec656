using System.Globalization;
using FeedApi.Queries;

namespace FeedApi.Pages;

/// <summary>Which page of a list of articles is shown.</summary>
/// <param name="Cursor">Where it begins, as sent; null for the first page.</param>
/// <param name="Limit">Maximum number of its articles, 1 to <see cref="ArticleQuery.MaxLimit"/>.</param>
internal readonly record struct ListingPlace(string? Cursor, int Limit)
{
    /// <summary>The parameter that selects the page of the list.</summary>
    public const string CursorParameter = "cursor";

    /// <summary>The parameter that sets its length.</summary>
    public const string LimitParameter = "limit";

    /// <summary>The page that an address asks for; a limit out of range is ignored, like parameters that pages do not know.</summary>
    public static ListingPlace Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var cursor = request.Query[CursorParameter].ToString() is { Length: > 0 } given ? given : null;
        var isLimit = int.TryParse(request.Query[LimitParameter], NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            && limit is >= 1 and <= ArticleQuery.MaxLimit;
        return new ListingPlace(cursor, isLimit ? limit : ArticleQuery.DefaultLimit);
    }
}
