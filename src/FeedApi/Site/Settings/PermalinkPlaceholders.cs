using System.Text.RegularExpressions;

namespace FeedApi.Site.Settings;

/// <summary>The placeholders of permalink templates, each preceded by a colon.</summary>
/// <remarks>Jekyll, "Permalinks"; <c>:id</c> is an extension of FeedApi.</remarks>
internal static partial class PermalinkPlaceholders
{
    /// <summary>All names, without colon.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "categories", "slugified_categories", "path", "title", "slug", "id", "name", "output_ext",
        "collection", "year", "short_year", "month", "i_month", "short_month", "long_month", "day",
        "i_day", "y_day", "w_year", "week", "w_day", "short_day", "long_day", "hour", "minute", "second",
    ];

    /// <summary>The first unknown placeholder of a template, without colon; null when all are known.</summary>
    public static string? FirstUnknown(string template)
    {
        string? unknown = null;
        Replace(template, name =>
        {
            if (!Names.Contains(name, StringComparer.Ordinal)) unknown ??= name;
            return "";
        });
        return unknown;
    }

    /// <summary>Replaces each placeholder of a template, known or unknown.</summary>
    public static string Replace(string template, Func<string, string> valueOf) =>
        Placeholder().Replace(template, match => valueOf(match.Value[1..]));

    // Known names come first, so that ":title_x" is a title followed by "_x".
    [GeneratedRegex(
        ":(categories|slugified_categories|path|title|slug|id|name|output_ext|collection|year|short_year|month|i_month|short_month|"
            + "long_month|day|i_day|y_day|w_year|week|w_day|short_day|long_day|hour|minute|second|[a-z_]+)")]
    private static partial Regex Placeholder();
}
