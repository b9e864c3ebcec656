namespace FeedApi.Model.Text.Han;

/// <summary>Finds the parts of HTML that people read: text, and the values of <c>alt</c> and <c>title</c>.</summary>
internal static class HtmlTextParts
{
    private const string CommentStart = "<!--";
    private const string CommentEnd = "-->";

    /// <summary>The parts from first to last, none of which has a tag or a comment in it.</summary>
    /// <param name="html">
    /// Sanitised HTML: attributes are in lower case after one space, their values in double quotes, and <c>&lt;</c> begins a tag or a
    /// comment.
    /// </param>
    public static IEnumerable<Range> Of(string html)
    {
        var at = 0;
        while (at < html.Length)
        {
            var tag = Find(html, "<", at);
            if (tag > at) yield return at..tag;
            if (string.CompareOrdinal(html, tag, CommentStart, 0, CommentStart.Length) == 0)
            {
                // The shortest comment is "<!-->".
                at = Find(html, CommentEnd, tag + "<!".Length) + CommentEnd.Length;
                continue;
            }

            // Values are taken as a whole, for they may contain the sign that ends a tag.
            for (at = tag; at < html.Length && html[at] != '>'; at++)
            {
                if (html[at] != '"') continue;
                var end = Find(html, "\"", at + 1);
                if (IsRead(html.AsSpan(0, at))) yield return (at + 1)..end;
                at = end;
            }

            at++;
        }
    }

    private static bool IsRead(ReadOnlySpan<char> start) =>
        start.EndsWith(" alt=", StringComparison.Ordinal) || start.EndsWith(" title=", StringComparison.Ordinal);

    private static int Find(string html, string sign, int from) =>
        html.IndexOf(sign, from, StringComparison.Ordinal) is var index && index < 0 ? html.Length : index;
}
