namespace FeedApi.Model.Text;

/// <summary>Prepares foreign text for quotation in messages.</summary>
internal static class MessageText
{
    /// <summary>The text on one line of at most 80 chars; a longer one is cut and ends with an ellipsis.</summary>
    public static string Shorten(string text)
    {
        var line = OneLine(text);
        return line.Length > 80 ? string.Concat(line.AsSpan(0, 79), "…") : line;
    }

    /// <summary>The text on one line: line ends and tabs become spaces.</summary>
    public static string OneLine(string text) =>
        text.AsSpan().IndexOfAny('\n', '\r', '\t') < 0
            ? text.Trim()
            : string.Join(' ', text.Split(['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
