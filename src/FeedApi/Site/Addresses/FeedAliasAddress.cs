using FeedApi.Model;

namespace FeedApi.Site.Addresses;

/// <summary>An address at which another program publishes a feed that FeedApi has at an address of its own.</summary>
/// <param name="Pattern">The route pattern; <c>{slug}</c> stands in it for the term of <paramref name="Kind"/>.</param>
/// <param name="Kind">The kind of term; null for a feed of the site.</param>
/// <param name="Format">The format.</param>
internal sealed record FeedAliasAddress(string Pattern, TermKind? Kind, FeedFormat Format)
{
    /// <summary>The name of the slug in a pattern.</summary>
    public const string SlugParameter = "slug";

    /// <summary>The names of the parts of a day in a pattern.</summary>
    public const string YearParameter = "year", MonthParameter = "month", DayParameter = "day";

    /// <summary>The name of what is searched for in a pattern.</summary>
    public const string WordsParameter = "words";
}
