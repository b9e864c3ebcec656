namespace FeedApi.Catalog.Search;

/// <summary>Looks into the text of an article for clauses whose tokens must follow one another.</summary>
public static class SearchMatcher
{
    /// <summary>True when all clauses that need a check hold.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="title">The article's title.</param>
    /// <param name="text">Its plain text.</param>
    public static bool Holds(SearchQuery query, string title, string text)
    {
        ArgumentNullException.ThrowIfNull(query);
        foreach (var clause in query.Clauses)
        {
            if (clause.NeedsCheck && clause.IsExcluded == (IndexOf(clause, title, out _) >= 0 || IndexOf(clause, text, out _) >= 0)) return false;
        }

        return true;
    }

    /// <summary>Where a clause stands first in a text; -1 when it does not.</summary>
    /// <param name="clause">What is looked for.</param>
    /// <param name="text">Plain text.</param>
    /// <param name="length">How far it reaches.</param>
    public static int IndexOf(SearchClause clause, ReadOnlySpan<char> text, out int length)
    {
        ArgumentNullException.ThrowIfNull(clause);
        length = 0;
        // Nearly always the clause stands there as it is asked for, and this is by far the fastest way to see it.
        if (clause.Ideographs is { } ideographs && text.IndexOf(ideographs, StringComparison.Ordinal) is var found && (found >= 0 || clause.IsFolded))
        {
            length = ideographs.Length;
            return found;
        }

        return Search(clause, text, out length);
    }

    /// <summary>Where a clause stands in a text, from the beginning on.</summary>
    /// <param name="clause">What is looked for.</param>
    /// <param name="text">Plain text.</param>
    /// <param name="most">At most so many places.</param>
    public static IReadOnlyList<Range> RangesOf(SearchClause clause, ReadOnlySpan<char> text, int most)
    {
        List<Range> ranges = [];
        for (var from = 0; ranges.Count < most && IndexOf(clause, text[from..], out var length) is var found and >= 0; from += found + length)
            ranges.Add((from + found)..(from + found + length));
        return ranges;
    }

    private static int Search(SearchClause clause, ReadOnlySpan<char> text, out int length)
    {
        Span<char> buffer = stackalloc char[SearchTokenReader.TokenChars];
        var reader = new SearchTokenReader(text, buffer);
        length = 0;
        while (reader.Read())
        {
            if (!IsToken(clause, 0, reader.Token)) continue;
            var ahead = reader;
            var count = 1;
            while (count < clause.Tokens.Count && ahead.Read() && IsToken(clause, count, ahead.Token)) count++;
            if (count < clause.Tokens.Count) continue;
            length = ahead.End - reader.Start;
            return reader.Start;
        }

        return -1;
    }

    private static bool IsToken(SearchClause clause, int number, ReadOnlySpan<char> token) => clause.IsPrefix && number == clause.Tokens.Count - 1
        ? token.StartsWith(clause.Tokens[number], StringComparison.Ordinal)
        : token.SequenceEqual(clause.Tokens[number]);
}
