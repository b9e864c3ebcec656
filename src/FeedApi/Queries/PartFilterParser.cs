using FeedApi.Model.Text;

namespace FeedApi.Queries;

/// <summary>Parses the parameter <c>has</c>: commas mean all of the parts, a leading hyphen excludes one.</summary>
internal static class PartFilterParser
{
    /// <summary>The parameter.</summary>
    public const string Name = "has";

    private static readonly Dictionary<string, ArticleParts> Parts = new(StringComparer.Ordinal)
    {
        ["image"] = ArticleParts.Image,
        ["enclosure"] = ArticleParts.Enclosure,
        ["ai"] = ArticleParts.Ai,
    };

    /// <summary>Reads the parameter; returns its fault.</summary>
    public static ParameterFault? Read(ILookup<string, string> given, ref ArticleQuery query)
    {
        if (!given[Name].Any()) return null;
        var (has, lacks) = (ArticleParts.None, ArticleParts.None);
        foreach (var each in given[Name].SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries)))
        {
            var isExcluded = each.StartsWith('-');
            var name = isExcluded ? each[1..] : each;
            if (!Parts.TryGetValue(name, out var part)) return Unknown(name);
            if (isExcluded) lacks |= part;
            else has |= part;
        }

        query = query with { Has = has, Lacks = lacks };
        return null;
    }

    /// <summary>The value of the parameter in canonical form; null when the query has none.</summary>
    public static string? ValueOf(ArticleQuery query)
    {
        string[] names =
        [
            .. Parts.Where(part => query.Has.HasFlag(part.Value)).Select(part => part.Key),
            .. Parts.Where(part => query.Lacks.HasFlag(part.Value)).Select(part => "-" + part.Key),
        ];
        return names.Length == 0 ? null : string.Join(',', names);
    }

    private static ParameterFault Unknown(string name) => new(
        Name,
        $"{Name} is \"{MessageText.Shorten(name)}\"; it must be {string.Join(", ", Parts.Keys)}, or several of them separated by commas, "
            + "each with a leading - to exclude it.",
        Spelling.Nearest(name, Parts.Keys));
}
