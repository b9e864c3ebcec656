using FeedApi.Kramdown.Parsing;
using Markdig.Syntax;

namespace FeedApi.Kramdown.Blocks;

/// <summary>Blank lines, rules, carets and paragraphs.</summary>
internal static class TextRules
{
    /// <summary>Parses blank lines.</summary>
    public static bool ReadBlankLines(BlockReader reader)
    {
        var source = reader.Source;
        var end = LineRules.EndOfBlankLines(source.Text, source.Position);
        if (end < 0) return false;
        var isOneLine = end == source.Position + 1;
        if (reader.Last is BlankLineBlock last) last.IsOneLine = false;
        else reader.Add(new BlankLineBlock(isOneLine));
        source.Position = end;
        return true;
    }

    /// <summary>Parses a horizontal rule.</summary>
    public static bool ReadRule(BlockReader reader)
    {
        var source = reader.Source;
        if (!LineRules.IsRule(source.Text, source.Position)) return false;
        reader.Add(new ThematicBreakBlock(null!));
        source.Position = source.NextLine;
        return true;
    }

    /// <summary>Parses a caret that ends a block.</summary>
    public static bool ReadBoundary(BlockReader reader)
    {
        var source = reader.Source;
        if (!LineRules.IsBoundaryMark(source.Text, source.Position)) return false;
        reader.Add(new BlockBoundary(BlockBoundaryKind.Mark));
        source.Position = source.NextLine;
        return true;
    }

    /// <summary>Parses a paragraph, which may continue the one before it.</summary>
    public static bool ReadParagraph(BlockReader reader)
    {
        var source = reader.Source;
        var start = source.Position;
        var end = source.NextLine;
        while (!LineRules.EndsParagraph(source.Text, end, reader.State.Options)) end = LineRules.EndOfLine(source.Text, end);
        reader.State.Budget.Spend(end - start);
        source.Position = end;
        var text = source.Text.AsSpan(start, end - start).TrimEnd(Characters.Space);
        if (reader.Last is Paragraph { IsTransparent: false } last)
        {
            last.Append(start >= 3 && Characters.IsAt(source.Text, start - 3, "  \n") ? "  \n" : "\n");
            last.Append(text);
        }
        else
        {
            reader.Add(new Paragraph()).Append(text.TrimStart(Characters.Space));
        }

        return true;
    }
}
