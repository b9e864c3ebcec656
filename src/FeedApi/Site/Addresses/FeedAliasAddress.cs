using FeedApi.Model;

namespace FeedApi.Site.Addresses;

/// <summary>An address at which another program publishes a feed that FeedApi publishes at an address of its own.</summary>
/// <param name="Pattern">The route pattern; <c>{slug}</c> is the slug of a term of <paramref name="Kind"/>.</param>
/// <param name="Kind">The kind of term; null for a feed of the site.</param>
/// <param name="Format">The format.</param>
internal sealed record FeedAliasAddress(string Pattern, TermKind? Kind, FeedFormat Format)
{
    /// <summary>The route parameter of the slug.</summary>
    public const string SlugParameter = "slug";

    /// <summary>The route parameters of a date.</summary>
    public const string YearParameter = "year", MonthParameter = "month", DayParameter = "day";

    /// <summary>The route parameter of a search.</summary>
    public const string WordsParameter = "words";
}
