using System.Text;
using Markdig.Syntax;

namespace FeedApi.Kramdown.Blocks;

/// <summary>Quotes.</summary>
internal static class QuoteRule
{
    /// <summary>Parses a quote: the lines that begin with <c>&gt;</c>, and lazy continuation lines.</summary>
    public static bool Read(BlockReader reader)
    {
        var source = reader.Source;
        if (!LineRules.IsQuote(source.Text, source.Position)) return false;
        var text = new StringBuilder();
        do AppendLine(source, text);
        while (!LineRules.EndsLazyText(source.Text, source.Position));
        reader.Read(reader.Add(new QuoteBlock(null!)), text.ToString());
        return true;
    }

    private static void AppendLine(TextCursor source, StringBuilder text)
    {
        var (start, end) = (source.Position, source.NextLine);
        if (LineRules.IsQuote(source.Text, start))
        {
            start = LineRules.SkipIndent(source.Text, start) + 1;
            if (source.Text[start] == ' ') start++;
        }

        text.Append(source.Text, start, end - start);
        source.Position = end;
    }
}
