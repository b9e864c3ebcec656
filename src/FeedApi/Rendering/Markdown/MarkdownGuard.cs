using System.Globalization;
using FeedApi.Model;

namespace FeedApi.Rendering.Markdown;

/// <summary>
/// Rejects Markdown whose blocks would take Markdig too long. Runs before the parser; <see cref="InlineBudget"/> limits the inlines.
/// </summary>
/// <remarks>The time of Markdig 1.6.0 for nested lists and quotes grows with the open containers times the lines that follow.</remarks>
internal static class MarkdownGuard
{
    /// <summary>Throws <see cref="RenderingException"/> when the text is too long for any parser.</summary>
    public static void CheckLength(string markdown)
    {
        if (markdown.Length <= RenderingLimits.BodyChars) return;
        throw new RenderingException(ProblemCodes.RenderBudget, string.Create(CultureInfo.InvariantCulture,
            $"The body has more than {RenderingLimits.BodyChars} characters."));
    }

    /// <summary>Throws <see cref="RenderingException"/> when Markdig would take too long for the text.</summary>
    public static void Check(string markdown)
    {
        long steps = 0;
        var open = 0;
        var number = 0;
        var definitions = 0;
        var blocks = 0;
        var followsBlank = true;
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            var (containers, columns, isBlank) = PrefixOf(line);
            if (containers > RenderingLimits.LineContainers) throw TooDeep(number);
            open = OpenAfter(open, containers, columns, isBlank);
            if (open > RenderingLimits.LineContainers) throw TooDeep(number);
            steps += (long)open * open;
            if (steps > RenderingLimits.BlockSteps) throw TooLong(number);
            blocks += containers + (followsBlank && !isBlank ? 1 : 0);
            if (blocks > RenderingLimits.HtmlElements) throw TooManyBlocks(number);
            followsBlank = isBlank;
            if (line.Contains("]:", StringComparison.Ordinal)) definitions++;
            if (definitions > RenderingLimits.DefinitionLines) throw TooManyDefinitions(number);
            number++;
        }
    }

    // The containers opened by markers on this line, the indentation before them, and whether the line is blank.
    private static (int Containers, int Columns, bool IsBlank) PrefixOf(ReadOnlySpan<char> line)
    {
        var containers = 0;
        var indent = 0;
        var i = 0;
        while (i < line.Length)
        {
            var c = line[i];
            if (c is ' ' or '\t')
            {
                if (containers == 0) indent += c == '\t' ? 4 : 1;
                i++;
            }
            else if (MarkerLength(line[i..]) is var length and > 0)
            {
                containers++;
                i += length;
            }
            else
            {
                return (containers, indent, false);
            }
        }

        return (containers, indent, containers == 0);
    }

    private static int MarkerLength(ReadOnlySpan<char> rest)
    {
        if (rest[0] == '>') return 1;
        if (rest[0] is '-' or '*' or '+' or ':' or '~') return IsSpaceAt(rest, 1) ? 1 : 0;
        if (rest.StartsWith("[^")) return FootnoteLength(rest);
        var digits = 0;
        while (digits < rest.Length && digits < 10 && char.IsAsciiDigit(rest[digits])) digits++;
        var isOrdered = digits is > 0 and < 10 && digits < rest.Length && rest[digits] is '.' or ')' && IsSpaceAt(rest, digits + 1);
        return isOrdered ? digits + 1 : 0;
    }

    private static int FootnoteLength(ReadOnlySpan<char> rest)
    {
        var end = rest[..Math.Min(rest.Length, 200)].IndexOf("]:");
        return end < 0 ? 0 : end + 2;
    }

    private static bool IsSpaceAt(ReadOnlySpan<char> text, int index) => index >= text.Length || text[index] is ' ' or '\t';

    // An item at column 2n may be in n lists that earlier lines opened. Text without indentation closes them all.
    private static int OpenAfter(int open, int containers, int columns, bool isBlank)
    {
        if (isBlank) return open;
        if (containers > 0) return containers + Math.Min(open, columns / 2);
        return Math.Min(open, columns / 2);
    }

    private static RenderingException TooDeep(int line) => new(ProblemCodes.MarkdownDepth, string.Create(CultureInfo.InvariantCulture,
        $"More than {RenderingLimits.LineContainers} block quotes and lists are nested here."), line);

    private static RenderingException TooManyDefinitions(int line) => new(
        ProblemCodes.RenderBudget, "There are too many link references, footnotes or abbreviations.", line);

    // Each becomes at least one element, and elements are limited.
    private static RenderingException TooManyBlocks(int line) => new(
        ProblemCodes.RenderBudget, "There are too many paragraphs, list items and quotes.", line);

    private static RenderingException TooLong(int line) => new(
        ProblemCodes.RenderBudget, "Deeply nested lists and quotes have too many lines up to here.", line);
}
