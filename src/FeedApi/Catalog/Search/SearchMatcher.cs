using System.Text;
using FeedApi.Queries.Search;

namespace FeedApi.Catalog.Search;

/// <summary>Searches the text of an article for clauses that its tokens alone cannot decide.</summary>
internal static class SearchMatcher
{
    /// <summary>True when an article contains all clauses and none of the excluded ones.</summary>
    /// <param name="clauses">The clauses of the search.</param>
    /// <param name="title">The article's title.</param>
    /// <param name="text">Its plain text in UTF-8.</param>
    public static bool Holds(IReadOnlyList<SearchClause> clauses, string title, ReadOnlySpan<byte> text)
    {
        ArgumentNullException.ThrowIfNull(clauses);
        string? read = null;
        foreach (var clause in clauses)
        {
            if (clause.IsExcluded == (IndexOf(clause, title, out _) >= 0 || Has(clause, text, ref read))) return false;
        }

        return true;
    }

    /// <summary>Index of the first match of a clause in a text; -1 when there is none.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="text">Plain text.</param>
    /// <param name="length">The length of the match, in chars.</param>
    public static int IndexOf(SearchClause clause, ReadOnlySpan<char> text, out int length)
    {
        ArgumentNullException.ThrowIfNull(clause);
        length = 0;
        // Nearly every match is literal, and this is by far the fastest way to find it.
        if (clause.Ideographs is { } ideographs
            && text.IndexOf(ideographs, StringComparison.Ordinal) is var found
            && (found >= 0 || (clause.IsFolded && !HasMarks(text))))
        {
            length = ideographs.Length;
            return found;
        }

        return Search(clause, text, out length);
    }

    /// <summary>The matches of a clause in a text, in order.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="text">Plain text.</param>
    /// <param name="max">Maximum number of matches.</param>
    public static IReadOnlyList<Range> RangesOf(SearchClause clause, ReadOnlySpan<char> text, int max)
    {
        List<Range> ranges = [];
        for (var from = 0;
            ranges.Count < max && IndexOf(clause, text[from..], out var length) is var found and >= 0;
            from += found + length)
        {
            ranges.Add((from + found)..(from + found + length));
        }

        return ranges;
    }

    private static bool Has(SearchClause clause, ReadOnlySpan<byte> text, ref string? read)
    {
        if (clause.Ideographs is { } ideographs)
        {
            Span<byte> wanted = stackalloc byte[Encoding.UTF8.GetMaxByteCount(SearchQuery.MaxChars)];
            if (text.IndexOf(wanted[..Encoding.UTF8.GetBytes(ideographs, wanted)]) >= 0) return true;
            if (clause.IsFolded && !HasMarks(text)) return false;
        }

        return Search(clause, read ??= Encoding.UTF8.GetString(text), out _) >= 0;
    }

    // Combining marks are ignored, so they may be between two adjacent characters.
    private static bool HasMarks(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u0300', '\u036F');

    // The first UTF-8 bytes of these marks; otherwise only some Greek has them.
    private static bool HasMarks(ReadOnlySpan<byte> text) => text.ContainsAny((byte)0xCC, (byte)0xCD);

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

    private static bool IsToken(SearchClause clause, int number, ReadOnlySpan<char> token) =>
        clause.IsPrefix && number == clause.Tokens.Count - 1
            ? token.StartsWith(clause.Tokens[number], StringComparison.Ordinal)
            : token.SequenceEqual(clause.Tokens[number]);
}
