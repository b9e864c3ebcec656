using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace FeedApi.Import;

/// <summary>The text of titles and summaries, which feeds and exports write as HTML.</summary>
internal static partial class HtmlText
{
    /// <summary>Plain text with single spaces; empty for null.</summary>
    public static string Of(string? html)
    {
        if (string.IsNullOrWhiteSpace(html)) return "";
        // "a < b" and "<b>" in a title are no markup.
        var text = Element().IsMatch(html) ? new HtmlParser().ParseDocument(html).DocumentElement.TextContent : WebUtility.HtmlDecode(html);
        return Spaces().Replace(text, " ").Trim();
    }

    [GeneratedRegex(
        @"<(?<name>[a-z][a-z0-9]*)\b[^<>]*>.*?</\k<name>>|<[a-z]+\b[^<>]*/>|<(br|img)\b[^<>]*>",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Element();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
