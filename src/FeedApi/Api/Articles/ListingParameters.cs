using System.Globalization;
using FeedApi.Model.Text;
using FeedApi.Queries;

namespace FeedApi.Api.Articles;

/// <summary>The parameters of lists that no feed has: <c>group_by</c> and <c>random</c>.</summary>
internal static class ListingParameters
{
    private const string GroupBy = "group_by";
    private const string Random = "random";

    private static readonly Dictionary<string, ArticleGrouping> Groupings = Enum.GetValues<ArticleGrouping>()
        .ToDictionary(by => by.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The names of the parameters.</summary>
    public static IReadOnlyList<string> Names { get; } = [GroupBy, Random];

    /// <summary>Reads the parameters; returns the first fault.</summary>
    /// <param name="query">The whole query.</param>
    /// <param name="selected">The selection, to which they are added.</param>
    /// <param name="canonical">The same parameters in canonical form; empty when there are none.</param>
    public static ParameterFault? Read(IQueryCollection query, ref ArticleQuery selected, out string canonical)
    {
        canonical = "";
        List<string> pairs = [];
        if (query[GroupBy].Count > 0)
        {
            var written = query[GroupBy].ToString();
            if (!Groupings.TryGetValue(written, out var by)) return Unknown(written);
            selected = selected with { GroupBy = by };
            pairs.Add($"{GroupBy}={written}");
        }

        if (query[Random].Count > 0)
        {
            if (ReadSeed(query, selected, out var seed) is { } fault) return fault;
            selected = selected with { RandomSeed = seed };
            pairs.Add(string.Create(CultureInfo.InvariantCulture, $"{Random}={seed}"));
        }

        canonical = string.Join('&', pairs);
        return null;
    }

    private static ParameterFault? ReadSeed(IQueryCollection query, ArticleQuery selected, out int seed)
    {
        var written = query[Random].ToString();
        if (!int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out seed))
        {
            return new ParameterFault(
                Random, $"{Random} is \"{MessageText.Shorten(written)}\"; it must be a number from 0 to {int.MaxValue}.", "1");
        }

        if (selected.Search is not null) return new ParameterFault(Random, $"{Random} and q exclude each other.");
        return query["cursor"].Count > 0 ? new ParameterFault(Random, $"{Random} has one page, so it takes no cursor.") : null;
    }

    private static ParameterFault Unknown(string written) => new(
        GroupBy,
        $"{GroupBy} is \"{MessageText.Shorten(written)}\"; it must be one of {string.Join(", ", Groupings.Keys)}.",
        Spelling.Nearest(written, Groupings.Keys));
}
