using FeedApi.Model.Text;
using FeedApi.Model.Text.Han;

namespace FeedApi.Queries;

/// <summary>Parses the parameter <c>zh</c>: the Chinese script in which articles are shown.</summary>
internal static class ScriptParser
{
    /// <summary>The parameter.</summary>
    public const string Name = "zh";

    private static readonly Dictionary<string, HanScript> Scripts = new(StringComparer.Ordinal)
    {
        ["hans"] = HanScript.Simplified,
        ["hant"] = HanScript.Traditional,
    };

    /// <summary>Reads the parameter; returns its fault.</summary>
    public static ParameterFault? Read(ILookup<string, string> given, ref ArticleQuery query)
    {
        if (given[Name].FirstOrDefault() is not { } written) return null;
        if (!Scripts.TryGetValue(written, out var script))
        {
            return new ParameterFault(
                Name, $"{Name} is \"{MessageText.Shorten(written)}\"; it must be hans (simplified) or hant (traditional).",
                Spelling.Nearest(written, Scripts.Keys));
        }

        query = query with { Script = script };
        return null;
    }

    /// <summary>The value of the parameter; null when the query has none.</summary>
    public static string? ValueOf(ArticleQuery query) =>
        query.Script is { } script ? (script == HanScript.Simplified ? "hans" : "hant") : null;
}
