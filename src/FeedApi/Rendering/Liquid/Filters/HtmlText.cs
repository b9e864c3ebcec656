using System.Text;

namespace FeedApi.Rendering.Liquid.Filters;

/// <summary>Takes the tags out of HTML as Liquid's <c>strip_html</c> does: by their brackets, scripts, styles and comments with what they enclose.</summary>
internal static class HtmlText
{
    private static readonly (string Open, string Close)[] Blocks = [("<script", "</script>"), ("<!--", "-->"), ("<style", "</style>")];

    /// <summary>The text without tags. References stay as they are; a bracket without an end is text.</summary>
    public static string Without(string html) => WithoutTags(WithoutBlocks(html));

    private static string WithoutBlocks(string html)
    {
        var made = new StringBuilder(html.Length);
        var at = 0;
        // Where a block has no end, no later one of its kind has one.
        Span<bool> isOpen = [true, true, true];
        for (var start = html.IndexOf('<', StringComparison.Ordinal); start >= 0; start = NextBracket(html, start, at))
        {
            for (var kind = 0; kind < Blocks.Length; kind++)
            {
                if (!isOpen[kind] || start < at || !html.AsSpan(start).StartsWith(Blocks[kind].Open)) continue;
                var end = html.IndexOf(Blocks[kind].Close, start + Blocks[kind].Open.Length, StringComparison.Ordinal);
                isOpen[kind] = end >= 0;
                if (end < 0) continue;
                made.Append(html, at, start - at);
                at = end + Blocks[kind].Close.Length;
            }
        }

        return made.Append(html, at, html.Length - at).ToString();
    }

    private static int NextBracket(string html, int start, int at) => Math.Max(start + 1, at) is var from && from < html.Length ? html.IndexOf('<', from) : -1;

    private static string WithoutTags(string html)
    {
        var made = new StringBuilder(html.Length);
        var at = 0;
        for (var start = html.IndexOf('<', StringComparison.Ordinal); start >= 0; start = html.IndexOf('<', at))
        {
            var end = html.IndexOf('>', start);
            if (end < 0) break;
            made.Append(html, at, start - at);
            at = end + 1;
        }

        return made.Append(html, at, html.Length - at).ToString();
    }
}
