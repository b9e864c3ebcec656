using FeedApi.Kramdown.Parsing;

namespace FeedApi.Kramdown.Blocks;

/// <summary>A position in a text whose lines all end in <c>\n</c>.</summary>
/// <param name="text">The text.</param>
internal sealed class TextCursor(string text)
{
    /// <summary>The whole text.</summary>
    public string Text { get; } = text;

    /// <summary>The current position.</summary>
    public int Position { get; set; }

    /// <summary>True at the end of the text.</summary>
    public bool IsAtEnd => Position >= Text.Length;

    /// <summary>The start of the next line.</summary>
    public int NextLine => LineRules.EndOfLine(Text, Position);

    /// <summary>Skips spaces and the line end if the rest of the line is blank.</summary>
    public void SkipRestOfBlankLine()
    {
        var at = Characters.SkipBlanks(Text, Position);
        if (at < Text.Length && Text[at] == '\n') Position = at + 1;
    }
}
