namespace FeedApi.Commands.Localization;

/// <summary>Breaks text into lines for a terminal, where a Han letter takes two columns and may end a line.</summary>
internal static class WrappedText
{
    private const string NeverFirst = "，。；：、！？）”";
    private const string NeverLast = "（“";

    /// <summary>The lines, of at most so many columns, except for longer words.</summary>
    public static IEnumerable<string> LinesOf(string text, int columns)
    {
        var line = "";
        foreach (var (space, part) in PartsOf(text))
        {
            if (line.Length > 0 && WidthOf(line) + space.Length + WidthOf(part) > columns)
            {
                yield return line;
                line = part;
            }
            else
            {
                line += line.Length > 0 ? space + part : part;
            }
        }

        yield return line;
    }

    // What is never divided, with the space before it: a word, or a part of one between Han letters.
    private static IEnumerable<(string Space, string Part)> PartsOf(string text)
    {
        foreach (var word in text.Split(' '))
        {
            var start = 0;
            for (var end = 1; end <= word.Length; end++)
            {
                if (end < word.Length && !MayBreak(word[end - 1], word[end])) continue;
                yield return (start == 0 ? " " : "", word[start..end]);
                start = end;
            }
        }
    }

    private static bool MayBreak(char before, char after) =>
        (IsWide(before) || IsWide(after))
        && !NeverLast.Contains(before, StringComparison.Ordinal)
        && !NeverFirst.Contains(after, StringComparison.Ordinal);

    private static int WidthOf(string text) => text.Sum(letter => IsWide(letter) ? 2 : 1);

    private static bool IsWide(char letter) => letter >= '\u2E80';
}
