using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace FeedApi.Import.Formats;

/// <summary>Makes HTML of what WordPress stores, which it completes when it shows it: paragraphs, captions and code.</summary>
internal static partial class WordPressBody
{
    /// <summary>The HTML.</summary>
    /// <param name="stored">As stored.</param>
    /// <param name="file">Told of short codes that stay as they are written.</param>
    public static string ToHtml(string stored, ImportedFile file)
    {
        // Some exports wrap it twice.
        if (stored.StartsWith("<![CDATA[", StringComparison.Ordinal)) stored = stored[9..].Replace("]]>", "", StringComparison.Ordinal);
        var isOfBlocks = stored.Contains("<!-- wp:", StringComparison.Ordinal);
        var html = BlockComment().Replace(stored.ReplaceLineEndings("\n"), "");
        html = Caption().Replace(html, found => FigureOf(found));
        html = Code().Replace(
            html,
            found => $"<pre><code>{WebUtility.HtmlEncode(WebUtility.HtmlDecode(found.Groups["code"].Value.Trim('\n')))}</code></pre>");
        html = NextPage().Replace(html, "");
        foreach (Match code in ShortCode().Matches(html)) file.Leave($"short codes [{code.Groups["name"].Value}], which stay as written");
        return isOfBlocks ? html.Trim() : Paragraphs(html);
    }

    private static string FigureOf(Match found)
    {
        var attribute = CaptionText().Match(found.Groups["attributes"].Value);
        var inside = found.Groups["inside"].Value.Trim();
        var picture = Picture().Match(inside);
        var text = attribute.Success ? attribute.Groups["text"].Value : inside[(picture.Index + picture.Length)..].Trim();
        return picture.Success ? $"\n\n<figure>{picture.Value}<figcaption>{text}</figcaption></figure>\n\n" : inside;
    }

    // Blank lines separate paragraphs and line ends break lines, outside of elements that are blocks themselves.
    private static string Paragraphs(string text)
    {
        var html = new StringBuilder();
        foreach (var part in Preserved().Split(text))
        {
            if (part.StartsWith("<pre", StringComparison.OrdinalIgnoreCase)
                || part.StartsWith("<script", StringComparison.OrdinalIgnoreCase))
            {
                html.Append(part).Append('\n');
                continue;
            }

            foreach (var paragraph in BlankLines().Split(part).Select(each => each.Trim()).Where(each => each.Length > 0))
            {
                if (Block().IsMatch(paragraph)) html.Append(paragraph).Append('\n');
                else html.Append("<p>").Append(paragraph.Replace("\n", "<br>\n", StringComparison.Ordinal)).Append("</p>\n");
            }
        }

        return html.ToString().Trim();
    }

    [GeneratedRegex(@"<!--\s*/?wp:.*?-->\n?", RegexOptions.Singleline)]
    private static partial Regex BlockComment();

    [GeneratedRegex(@"\[caption(?<attributes>[^\]]*)\](?<inside>.*?)\[/caption\]", RegexOptions.Singleline)]
    private static partial Regex Caption();

    [GeneratedRegex(@"caption=""(?<text>[^""]*)""")]
    private static partial Regex CaptionText();

    [GeneratedRegex(@"(<a\b[^>]*>\s*)?<img\b[^>]*>(\s*</a>)?")]
    private static partial Regex Picture();

    [GeneratedRegex(@"\[(?<name>code|sourcecode)\b[^\]]*\](?<code>.*?)\[/\k<name>\]", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"<!--nextpage-->")]
    private static partial Regex NextPage();

    [GeneratedRegex(
        @"\[(?<name>gallery|embed|audio|video|playlist|youtube|vimeo|googlevideo|slideshare|polldaddy|wpvideo|contact-form)\b[^\]]*\]")]
    private static partial Regex ShortCode();

    [GeneratedRegex(@"(?=<pre\b|<script\b)|(?<=</pre>|</script>)", RegexOptions.IgnoreCase)]
    private static partial Regex Preserved();

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex BlankLines();

    [GeneratedRegex(
        "^</?(address|article|aside|audio|blockquote|center|dd|details|div|dl|dt|embed|fieldset|figcaption|figure|footer|form|h[1-6]|header"
        + @"|hr|iframe|li|main|nav|object|ol|p|section|table|tbody|td|tfoot|th|thead|tr|ul|video)\b|^<!--",
        RegexOptions.IgnoreCase)]
    private static partial Regex Block();
}
