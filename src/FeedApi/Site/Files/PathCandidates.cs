using System.Buffers;

namespace FeedApi.Site.Files;

/// <summary>Cuts whatever may be a path out of a text, in time linear in its length; some places are in several of the results.</summary>
internal static class PathCandidates
{
    private const int MaxChars = 1_024;

    // Of one line, each of which is looked through to its end.
    private const int MaxTargets = 500;

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\"'`()[]{}<>|,;=\u3000\u201c\u201d");
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"'`");

    /// <summary>The places, each with a dot in it.</summary>
    public static IEnumerable<(int Start, int Length)> In(string text)
    {
        foreach (var word in WordsOf(text)) yield return word;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            foreach (var place in OfLine(text, start, end)) yield return place;
            start = end + 1;
        }
    }

    private static IEnumerable<(int Start, int Length)> WordsOf(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.AsSpan(start).IndexOfAny(Ends);
            end = end < 0 ? text.Length : start + end;
            if (IsPlace(text, start, end)) yield return (start, end - start);
            start = end + 1;
        }
    }

    // Paths with spaces or brackets: between quotes, as the value of a key, and as the target of Markdown.
    private static IEnumerable<(int Start, int Length)> OfLine(string text, int start, int end)
    {
        var (quote, targets) = (-1, 0);
        for (var at = start; at < end; at++)
        {
            var letter = text[at];
            if (Quotes.Contains(letter))
            {
                if (quote >= 0 && IsPlace(text, quote + 1, at)) yield return (quote + 1, at - quote - 1);
                quote = at;
            }

            if (letter == ']' && at + 1 < end && text[at + 1] is '(' or ':' && targets++ < MaxTargets)
            {
                foreach (var place in OfTarget(text, at + 2, end)) yield return place;
            }
        }

        var value = text.AsSpan(start, end - start).IndexOfAny(':', '=', '-');
        if (value >= 0 && IsPlace(text, start + value + 1, end)) yield return (start + value + 1, end - start - value - 1);
    }

    private static IEnumerable<(int Start, int Length)> OfTarget(string text, int start, int end)
    {
        var room = Math.Min(end - start, MaxChars);
        if (room <= 0) yield break;
        var first = text.IndexOfAny([')', '>'], start, room);
        var last = text.LastIndexOf(')', start + room - 1, room);
        if (first > start && text[start] == '<') yield return (start + 1, first - start - 1);
        else if (first > start) yield return (start, first - start);
        if (last > first && IsPlace(text, start, last)) yield return (start, last - start);
        if (first < 0 && IsPlace(text, start, start + room)) yield return (start, room);
    }

    private static bool IsPlace(string text, int start, int end) =>
        end - start is > 2 and <= MaxChars && text.AsSpan(start, end - start).Contains('.');
}
