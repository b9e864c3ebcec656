namespace FeedApi.Rendering.Shortcodes;

/// <summary>Finds the ends of tags. All searches in one body together take linear time.</summary>
internal sealed class TagEnds(string body)
{
    // Searches that respect quotes may read the same text again; beyond this number of passes, quotes are ignored.
    internal const int MaxPasses = 8;

    private readonly Dictionary<string, int> next = new(StringComparer.Ordinal);

    /// <summary>Chars read so far by searches that respect quotes.</summary>
    public long Steps { get; private set; }

    /// <summary>Index of the next end, inside or outside quotes; -1 when there is none.</summary>
    /// <param name="end">The closing delimiter.</param>
    /// <param name="from">Not less than in the previous call.</param>
    public int Next(string end, int from)
    {
        if (next.TryGetValue(end, out var known) && (known < 0 || known >= from)) return known;
        return next[end] = body.IndexOf(end, from, StringComparison.Ordinal);
    }

    /// <summary>Index of a tag's end outside quotes; -1 when another tag begins first or there is none.</summary>
    /// <param name="end">The closing delimiter.</param>
    /// <param name="from">Index inside the tag at which the search starts.</param>
    /// <param name="quotes">The quote characters allowed around arguments.</param>
    public int Of(string end, int from, string quotes)
    {
        var plain = Next(end, from);
        if (plain < 0) return -1;
        var other = Next("{{", from);
        var nearest = other < 0 ? plain : Math.Min(plain, other);
        var hasQuotes = body.AsSpan(from, nearest - from).ContainsAny(quotes);
        if (hasQuotes && Steps < (long)MaxPasses * body.Length && OutsideQuotes(end, from, quotes) is { } found) return found;
        return nearest == plain ? plain : -1;
    }

    // Null when a quote is not closed.
    private int? OutsideQuotes(string end, int from, string quotes)
    {
        var quote = '\0';
        for (var i = from; i < body.Length; i++, Steps++)
        {
            var letter = body[i];
            if (quote != '\0')
            {
                if (letter == '\\' && quote == '"') i++;
                else if (letter == quote) quote = '\0';
            }
            else if (quotes.Contains(letter)) quote = letter;
            else if (letter == '{' && i + 1 < body.Length && body[i + 1] == '{') return -1;
            else if (string.CompareOrdinal(body, i, end, 0, end.Length) == 0) return i;
        }

        return quote == '\0' ? -1 : null;
    }
}
