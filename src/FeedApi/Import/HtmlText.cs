using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace FeedApi.Import;

/// <summary>The text of titles and summaries, which feeds and exports write as HTML.</summary>
internal static partial class HtmlText
{
    private static readonly string[] Void = ["br", "img", "hr", "wbr"];

    /// <summary>Plain text with single spaces; empty for null.</summary>
    public static string Of(string? html)
    {
        if (string.IsNullOrWhiteSpace(html)) return "";
        // "a < b" and "<b>" in a title are no markup.
        var text = HasElements(html) ? new HtmlParser().ParseDocument(html).DocumentElement.TextContent : WebUtility.HtmlDecode(html);
        return Spaces().Replace(text, " ").Trim();
    }

    // An element with its end, or one that has none.
    private static bool HasElements(string html)
    {
        foreach (var name in StartTag().Matches(html).Select(tag => tag.Groups["name"].Value).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (Array.Exists(Void, each => each.Equals(name, StringComparison.OrdinalIgnoreCase))
                || html.Contains($"</{name}>", StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    [GeneratedRegex(@"<(?<name>[A-Za-z][A-Za-z0-9]*)\b[^<>]*>")]
    private static partial Regex StartTag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
