using System.Text;
using FeedApi.Queries.Search;

namespace FeedApi.Catalog.Search;

/// <summary>
/// The matches of a search in an article: its title and an excerpt of its text, as HTML with <c>mark</c> as the only element.
/// </summary>
/// <param name="Title">The title, as HTML.</param>
/// <param name="Text">About 200 chars around the first match, as HTML; the beginning of the text when only the title matches.</param>
internal sealed record SearchHighlight(string Title, string Text)
{
    private const int Before = 40;
    private const int Chars = 200;
    private const int MaxMarks = 20;

    /// <summary>Makes the highlight.</summary>
    public static SearchHighlight Of(SearchQuery query, string title, string text)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(text);
        var first = query.Clauses.Where(clause => !clause.IsExcluded)
            .Select(clause => SearchMatcher.IndexOf(clause, text, out _)).Where(at => at >= 0).DefaultIfEmpty(0).Min();
        var (from, to) = (StartOf(text, first - Before), EndOf(text, first - Before + Chars));
        var snippet = Mark(query, text[from..to].ReplaceLineEndings(" "));
        return new SearchHighlight(Mark(query, title), (from > 0 ? "…" : "") + snippet + (to < text.Length ? "…" : ""));
    }

    // Words stay whole where there are spaces, and surrogate pairs always.
    private static int StartOf(string text, int at)
    {
        if (at <= 0) return 0;
        var space = text.AsSpan(at, Math.Min(Before / 2, text.Length - at)).IndexOfAny(' ', '\n');
        if (space >= 0) return at + space + 1;
        return char.IsLowSurrogate(text[at]) ? at + 1 : at;
    }

    private static int EndOf(string text, int at)
    {
        if (at >= text.Length) return text.Length;
        var end = Math.Max(at, Math.Min(Chars, text.Length));
        var space = text.AsSpan(end - (Before / 2), Before / 2).LastIndexOfAny(' ', '\n');
        if (space >= 0) return end - (Before / 2) + space;
        return char.IsLowSurrogate(text[end - 1]) || !char.IsSurrogate(text[end - 1]) ? end : end - 1;
    }

    private static string Mark(SearchQuery query, string text)
    {
        var marked = new bool[text.Length];
        foreach (var clause in query.Clauses.Where(clause => !clause.IsExcluded))
        {
            foreach (var range in SearchMatcher.RangesOf(clause, text, MaxMarks)) marked.AsSpan(range).Fill(true);
        }

        var html = new StringBuilder(text.Length + 32);
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && marked[end] == marked[at]) end++;
            var run = Encode(text[at..end]);
            html.Append(marked[at] ? $"<mark>{run}</mark>" : run);
            at = end;
        }

        return html.ToString();
    }

    private static string Encode(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}
