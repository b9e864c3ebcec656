using FeedApi.Kramdown.Parsing;

namespace FeedApi.Kramdown.Blocks;

/// <summary>ATX headings and setext headings.</summary>
internal static class HeadingRules
{
    /// <summary>Parses <c># heading</c>. GitHub requires a space after the signs, kramdown itself a blank line before them.</summary>
    public static bool ReadAtx(BlockReader reader)
    {
        var (source, options) = (reader.Source, reader.State.Options);
        var text = source.Text;
        if (text[source.Position] != '#') return false;
        if (!options.EndsParagraphs && !reader.IsAfterBoundary) return false;
        var signs = SignsAt(text, source.Position);
        var start = Characters.SkipBlanks(text, source.Position + signs);
        if (options.IsGfm && start == source.Position + signs) return false;
        var end = source.NextLine;
        if (!options.IsGfm && text[start] == '\n')
        {
            // Kramdown's own rule finds the heading on the next line.
            if (end < text.Length) end = LineRules.EndOfLine(text, end);
            else start = source.Position + --signs;
        }

        return Add(reader, signs, WithoutClosingSigns(text[start..(end - 1)], options.EndsParagraphs, out var id), id, end);
    }

    /// <summary>Parses a setext heading.</summary>
    public static bool ReadSetext(BlockReader reader)
    {
        var source = reader.Source;
        var text = source.Text;
        var start = LineRules.SkipIndent(text, source.Position);
        if (start >= text.Length || text[start] is ' ' or '\t' or '\n') return false;
        var below = source.NextLine;
        if (below >= text.Length || text[below] is not ('-' or '=')) return false;
        var end = below;
        while (end < text.Length && text[end] is '-' or '=') end++;
        if (LineRules.EndOfRest(text, end) is not { } next || !reader.IsAfterBoundary) return false;
        var contents = WithoutId(text[start..(below - 1)], out var id);
        return Add(reader, text[below] == '-' ? 2 : 1, contents, id, next);
    }

    private static bool Add(BlockReader reader, int level, string text, string? id, int end)
    {
        if (text.Length == 0) return false;
        reader.Source.Position = end;
        var heading = reader.Add(new Heading(text) { Level = level });
        if (id is not null) AttributeList.For(heading).Add("id", id);
        return true;
    }

    private static int SignsAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 6 && text[end] == '#') end++;
        return end - at;
    }

    private static string WithoutClosingSigns(string contents, bool needsSpace, out string? id)
    {
        var text = WithoutId(contents, out id);
        var end = text.AsSpan().TrimEnd('#').Length;
        if (end == text.Length) return text;
        if (needsSpace) return end > 0 && text[end - 1] is ' ' or '\t' ? TrimEnd(text[..(end - 1)]) : text;
        if (end > 0 && text[end - 1] == '\\') end++;
        return TrimEnd(text[..end]);
    }

    // Kramdown's {#id} at the end of the line.
    private static string WithoutId(string contents, out string? id)
    {
        var text = TrimEnd(contents);
        id = null;
        if (!text.EndsWith('}')) return text;
        var start = text.LastIndexOf("{#", StringComparison.Ordinal);
        if (start < 1 || text[start - 1] is not (' ' or '\t')) return text;
        var name = text.AsSpan(start + 2, text.Length - start - 3);
        if (!IsId(name)) return text;
        id = name.ToString();
        return TrimEnd(text[..start]);
    }

    private static string TrimEnd(string text) => text.AsSpan().TrimEnd(Characters.Space).ToString();

    private static bool IsId(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || !(Characters.IsLetter(name[0]) || name[0] is '_' or ':')) return false;
        foreach (var c in name)
        {
            if (!(Characters.IsAnyWord(c) || c is '-' or '.' or ':')) return false;
        }

        return true;
    }
}
