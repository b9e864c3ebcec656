using System.Text;

namespace FeedApi.Queries.Search;

/// <summary>The parsed parameter <c>q</c>: an article matches when all clauses do.</summary>
/// <param name="Clauses">Empty when the text has no searchable characters; then no article matches.</param>
internal sealed record SearchQuery(IReadOnlyList<SearchClause> Clauses)
{
    /// <summary>Maximum length of <c>q</c>, in chars.</summary>
    public const int MaxChars = 200;

    /// <summary>The query in canonical form: equal for all spellings of the same query.</summary>
    public string Canonical { get; private init; } = "";

    /// <summary>Parses words, "phrases" and -exclusions. Every text is valid: an unclosed quote ends with the text.</summary>
    public static SearchQuery Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<SearchClause> clauses = [];
        List<string> written = [];
        var rest = text.AsSpan().Trim();
        while (!rest.IsEmpty)
        {
            var isExcluded = rest.Length > 1 && rest[0] == '-' && !char.IsWhiteSpace(rest[1]);
            var part = Take(isExcluded ? rest[1..] : rest, out rest);
            if (ClauseOf(part, isExcluded) is not { } clause) continue;
            var spelling = SpellingOf(part, isExcluded);
            if (written.Contains(spelling, StringComparer.Ordinal)) continue;
            clauses.Add(clause);
            written.Add(spelling);
        }

        return new SearchQuery(clauses)
        {
            Canonical = clauses.Count > 0 ? string.Join(' ', written.Order(StringComparer.Ordinal)) : text.Trim()
        };
    }

    // A part ends at white space, or if quoted, at the closing quote.
    private static ReadOnlySpan<char> Take(ReadOnlySpan<char> text, out ReadOnlySpan<char> rest)
    {
        var isQuoted = IsQuote(text[0]);
        var body = isQuoted ? text[1..] : text;
        var end = 0;
        while (end < body.Length && !(isQuoted ? IsQuote(body[end]) : char.IsWhiteSpace(body[end]))) end++;
        rest = body[Math.Min(body.Length, end + 1)..].TrimStart();
        return body[..end];
    }

    private static bool IsQuote(char letter) => letter is '"' or '“' or '”' or '„' or '«' or '»' or '＂' or '「' or '」';

    private static SearchClause? ClauseOf(ReadOnlySpan<char> part, bool isExcluded)
    {
        Span<char> buffer = stackalloc char[SearchTokenReader.TokenChars];
        var reader = new SearchTokenReader(part, buffer);
        List<string> tokens = [];
        var (isInRun, isLastOfRun, isAlone, isOneRun) = (false, false, false, true);
        while (reader.Read())
        {
            isLastOfRun = isInRun && reader.IsRunEnd;
            isAlone = !isInRun && reader.IsRunEnd;
            isOneRun &= reader.IsIdeographic && (tokens.Count == 0 || isInRun);
            isInRun = reader.IsIdeographic && !reader.IsRunEnd;
            tokens.Add(reader.Token.ToString());
        }

        if (isLastOfRun) tokens.RemoveAt(tokens.Count - 1);
        if (tokens.Count == 0) return null;
        return new SearchClause(tokens, isAlone, isExcluded) { Ideographs = isOneRun ? RunOf(tokens) : null };
    }

    // Consecutive tokens overlap by one ideograph.
    private static string RunOf(List<string> tokens) =>
        string.Concat(tokens.SkipLast(1).Select(token => token.EnumerateRunes().First().ToString())) + tokens[^1];

    private static string SpellingOf(ReadOnlySpan<char> part, bool isExcluded)
    {
        var spelling = new StringBuilder();
        foreach (var letter in part)
        {
            var (folded, kind) = SearchCharacters.Of(letter);
            if (kind is SearchCharacters.Kind.Word or SearchCharacters.Kind.Ideograph
                || letter is '+' or '#'
                || char.IsLowSurrogate(letter))
            {
                spelling.Append(folded);
            }
            else if (kind == SearchCharacters.Kind.Separator && spelling.Length > 0 && spelling[^1] != ' ') spelling.Append(' ');
        }

        var words = spelling.ToString().TrimEnd();
        return (isExcluded ? "-" : "") + (words.Contains(' ', StringComparison.Ordinal) ? $"\"{words}\"" : words);
    }
}
