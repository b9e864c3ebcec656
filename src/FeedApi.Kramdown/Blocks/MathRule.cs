using FeedApi.Kramdown.Parsing;
using FeedApi.Kramdown.Spans;

namespace FeedApi.Kramdown.Blocks;

/// <summary>Block-level mathematics: <c>$$ x $$</c>.</summary>
internal static class MathRule
{
    /// <summary>Parses a formula between blank lines or the ends of the text.</summary>
    public static bool Read(BlockReader reader)
    {
        var source = reader.Source;
        var text = source.Text;
        var start = LineRules.SkipIndent(text, source.Position);
        var isEscaped = start < text.Length && text[start] == '\\';
        if (isEscaped) start++;
        if (!Characters.IsAt(text, start, "$$") || !reader.IsAfterBoundary) return false;
        var close = text.IndexOf("$$", start + 2, StringComparison.Ordinal);
        reader.State.Budget.SpendSearch((close < 0 ? text.Length : close) - start);
        if (close < 0) return false;
        var end = LineRules.EndOfRest(text, close + 2);
        if (isEscaped)
        {
            if (end is not null) source.Position = start;
            return false;
        }

        var saved = source.Position;
        source.Position = end ?? close + 2;
        if (!reader.IsBeforeBoundary)
        {
            source.Position = saved;
            return false;
        }

        reader.Add(new MathBlock(text.AsSpan(start + 2, close - start - 2).Trim(Characters.Space).ToString()));
        return true;
    }
}
