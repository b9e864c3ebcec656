namespace FeedApi.Model.Text;

/// <summary>Text of others as messages quote it.</summary>
internal static class MessageText
{
    /// <summary>A text on one line of at most 80 characters; what is longer ends with an ellipsis.</summary>
    public static string Shorten(string text)
    {
        var line = OneLine(text);
        return line.Length > 80 ? string.Concat(line.AsSpan(0, 79), "…") : line;
    }

    /// <summary>A text on one line: line ends and tabs are spaces.</summary>
    public static string OneLine(string text) =>
        text.AsSpan().IndexOfAny('\n', '\r', '\t') < 0
            ? text.Trim()
            : string.Join(' ', text.Split(['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
