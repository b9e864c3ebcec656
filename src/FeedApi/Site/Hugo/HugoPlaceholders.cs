using System.Text.RegularExpressions;

namespace FeedApi.Site.Hugo;

/// <summary>The placeholders of Hugo's <c>permalinks</c>, each preceded by a colon.</summary>
/// <remarks>Hugo, "Permalinks, tokens": names, and dates in the notation of Go such as <c>:2006</c> or <c>:Jan</c>.</remarks>
internal static partial class HugoPlaceholders
{
    private static readonly string[] Names =
    [
        "year", "month", "monthname", "day", "weekday", "weekdayname", "yearday", "section", "sections", "title", "slug", "filename",
        "slugorfilename", "contentbasename", "slugorcontentbasename",
    ];

    /// <summary>The first unknown placeholder of a template, with its colon; null when all are known.</summary>
    public static string? FirstUnknown(string template)
    {
        string? unknown = null;
        Replace(template, (name, slice) =>
        {
            var isKnown = (Names.Contains(name, StringComparer.Ordinal) && (slice is null || name == "sections"))
                || (slice is null && GoLayout.IsLayout(name));
            if (!isKnown) unknown ??= $":{name}{slice}";
            return "";
        });
        return unknown;
    }

    /// <summary>True when every colon begins a placeholder that has a name.</summary>
    public static bool AreNamed(string template)
    {
        var areNamed = true;
        var rest = Replace(template, (name, _) =>
        {
            areNamed &= Names.Contains(name, StringComparer.Ordinal);
            return "";
        });
        return areNamed && !rest.Contains(':');
    }

    /// <summary>Replaces each placeholder of a template.</summary>
    /// <param name="template">The template.</param>
    /// <param name="valueOf">Returns the value of a placeholder, given its name and its slice such as <c>[1:]</c>, or null.</param>
    public static string Replace(string template, Func<string, string?, string> valueOf) => Placeholder().Replace(
        template, match => valueOf(match.Groups["name"].Value, match.Groups["slice"] is { Success: true } slice ? slice.Value : null));

    [GeneratedRegex(@":(?<name>[A-Za-z0-9_]+)(?<slice>\[[a-zA-Z0-9:]*\])?")]
    private static partial Regex Placeholder();
}
