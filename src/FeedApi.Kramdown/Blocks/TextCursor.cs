using FeedApi.Kramdown.Parsing;

namespace FeedApi.Kramdown.Blocks;

/// <summary>A position in a text whose lines all end in <c>\n</c>.</summary>
/// <param name="text">The text.</param>
internal sealed class TextCursor(string text)
{
    /// <summary>The whole text.</summary>
    public string Text { get; } = text;

    /// <summary>Where reading goes on.</summary>
    public int Position { get; set; }

    /// <summary>True when nothing is left.</summary>
    public bool IsAtEnd => Position >= Text.Length;

    /// <summary>Where the line after this one begins.</summary>
    public int NextLine => LineRules.EndOfLine(Text, Position);

    /// <summary>Goes on after spaces and the line's end, if nothing else is left on this line.</summary>
    public void SkipRestOfBlankLine()
    {
        var at = Characters.SkipBlanks(Text, Position);
        if (at < Text.Length && Text[at] == '\n') Position = at + 1;
    }
}
