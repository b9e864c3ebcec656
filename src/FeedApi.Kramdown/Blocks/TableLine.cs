using System.Buffers;
using FeedApi.Kramdown.Parsing;
using Markdig.Extensions.Tables;

namespace FeedApi.Kramdown.Blocks;

/// <summary>Classifies the lines of a table.</summary>
internal static class TableLine
{
    private static readonly SearchValues<char> Separator = SearchValues.Create("+|: \t-");
    private static readonly SearchValues<char> FootSeparator = SearchValues.Create("+|: \t=");

    /// <summary>True when the line has an unescaped pipe.</summary>
    public static bool HasPipe(string text, int at)
    {
        var line = text.AsSpan(at, LineRules.EndOfLine(text, at) - at);
        var first = line.IndexOf('|');
        if (first < 0) return false;
        if (first == 0 || line[first - 1] != '\\') return line[^1] == '\n';
        for (var i = first + 1; i < line.Length; i++)
        {
            if (line[i] == '|' && line[i - 1] != '\\') return line[^1] == '\n';
        }

        return false;
    }

    /// <summary>True when the line begins with a pipe.</summary>
    public static bool HasLeadingPipe(string text, int at)
    {
        at = Characters.SkipSpace(text, at);
        return at < text.Length && text[at] == '|';
    }

    /// <summary>True for the line between header and body, and between bodies.</summary>
    public static bool IsSeparator(ReadOnlySpan<char> line) => line.Contains('-') && line.IndexOfAnyExcept(Separator) < 0;

    /// <summary>True for the line before the footer.</summary>
    public static bool IsFootSeparator(ReadOnlySpan<char> line) => line.Contains('=') && line.IndexOfAnyExcept(FootSeparator) < 0;

    /// <summary>The alignment of the columns, from the line between header and body.</summary>
    public static List<TableColumnAlign?> AlignmentsOf(ReadOnlySpan<char> line)
    {
        List<TableColumnAlign?> alignments = [];
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] != '-') continue;
            var isLeft = at > 0 && line[at - 1] == ':';
            while (at < line.Length && line[at] == '-') at++;
            var isRight = at < line.Length && line[at] == ':';
            alignments.Add(isLeft ? isRight ? TableColumnAlign.Center : TableColumnAlign.Left : isRight ? TableColumnAlign.Right : null);
        }

        return alignments;
    }
}
