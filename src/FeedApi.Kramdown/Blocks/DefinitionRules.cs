using FeedApi.Kramdown.Parsing;
using Markdig.Syntax;

namespace FeedApi.Kramdown.Blocks;

/// <summary>Definitions of links, footnotes and abbreviations.</summary>
internal static class DefinitionRules
{
    /// <summary>Parses <c>[id]: url "title"</c>.</summary>
    public static bool ReadLink(BlockReader reader)
    {
        var source = reader.Source;
        var text = source.Text;
        var start = LineRules.SkipIndent(text, source.Position);
        if (start >= text.Length || text[start] != '[') return false;
        var line = source.NextLine;
        var close = text.IndexOf(']', start, line - start);
        if (close < start + 2 || close + 1 >= line || text[close + 1] != ':') return false;
        if (LinkTarget.Read(text, Characters.SkipBlanks(text, close + 2)) is not { } target) return false;
        source.Position = target.End;
        var id = ParseState.NormaliseId(text[(start + 1)..close]);
        reader.State.Links[id] = new LinkDefinition(target.Url, target.Title, reader.Add(new BlockBoundary(BlockBoundaryKind.Definition)));
        return true;
    }

    /// <summary>Parses <c>[^name]: text</c> and the indented blocks after it.</summary>
    public static bool ReadFootnote(BlockReader reader)
    {
        var source = reader.Source;
        var text = source.Text;
        var start = LineRules.SkipIndent(text, source.Position);
        if (!Characters.IsAt(text, start, "[^")) return false;
        var end = Characters.EndOfName(text, start + 2);
        if (end == start + 2 || !Characters.IsAt(text, end, "]:")) return false;
        var name = text[(start + 2)..end];
        var next = CodeRules.EndOfIndented(text, source.NextLine);
        source.Position = next;
        var content = new QuoteBlock(null!) { Line = reader.State.Budget.Line };
        reader.Read(content, CodeRules.WithoutIndent(text.AsSpan(end + 2, next - end - 2), joinsLazy: false));
        reader.State.Define(name, new FootnoteDefinition(content));
        reader.Add(new BlockBoundary(BlockBoundaryKind.Definition));
        return true;
    }

    /// <summary>Parses <c>*[abbreviation]: full text</c>.</summary>
    public static bool ReadAbbreviation(BlockReader reader)
    {
        var source = reader.Source;
        var text = source.Text;
        var start = LineRules.SkipIndent(text, source.Position);
        if (!Characters.IsAt(text, start, "*[")) return false;
        var line = source.NextLine;
        var close = text.IndexOf("]:", start + 2, line - start - 2, StringComparison.Ordinal);
        if (close < start + 3) return false;
        reader.State.Abbreviations[text[(start + 2)..close]] = text[(close + 2)..(line - 1)].Trim();
        reader.Add(new BlockBoundary(BlockBoundaryKind.Definition));
        source.Position = line;
        return true;
    }
}
