namespace FeedApi.Rendering.Shortcodes;

/// <summary>Finds where tags end. All searches in one body together cost time in proportion to its length.</summary>
internal sealed class TagEnds(string body)
{
    // Searches that respect quotes may pass the same text again; past this they are made without.
    internal const int MaxPasses = 8;

    private readonly Dictionary<string, int> next = new(StringComparer.Ordinal);

    /// <summary>Chars that searches outside of quotes passed so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Index of an end, in quotes or not; -1 when there is none.</summary>
    /// <param name="end">What ends a tag.</param>
    /// <param name="from">Not less than at the call before.</param>
    public int Next(string end, int from)
    {
        if (next.TryGetValue(end, out var known) && (known < 0 || known >= from)) return known;
        return next[end] = body.IndexOf(end, from, StringComparison.Ordinal);
    }

    /// <summary>Index of the end of a tag outside of quotes; -1 when another tag begins before, or there is none.</summary>
    /// <param name="end">What ends the tag.</param>
    /// <param name="from">Index in the tag.</param>
    /// <param name="quotes">What may be around its arguments.</param>
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

    // Null when a quote does not close.
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
