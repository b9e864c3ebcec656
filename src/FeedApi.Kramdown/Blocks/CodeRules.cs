using System.Text;
using FeedApi.Kramdown.Parsing;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FeedApi.Kramdown.Blocks;

/// <summary>Blocks of code.</summary>
internal static class CodeRules
{
    /// <summary>Parses lines that are indented by a tab or four spaces.</summary>
    public static bool ReadIndented(BlockReader reader)
    {
        var source = reader.Source;
        if (!LineRules.IsIndented(source.Text, source.Position)) return false;
        var end = EndOfIndented(source.Text, source.Position);
        if (end == source.Position) return false;
        Add(reader, WithoutIndent(source.Text.AsSpan(source.Position, end - source.Position), joinsLazy: true), null);
        source.Position = end;
        return true;
    }

    /// <summary>Parses a fenced block. Its info string is one word; with more words it is a code span instead.</summary>
    public static bool ReadFenced(BlockReader reader)
    {
        var (source, isGfm) = (reader.Source, reader.State.Options.IsGfm);
        var text = source.Text;
        var start = isGfm ? LineRules.SkipIndent(text, source.Position) : source.Position;
        var run = start;
        while (run < text.Length && (text[run] == '~' || (isGfm && text[run] == '`'))) run++;

        // A closing fence may be shorter when no longer one follows; the rest of the opening fence is then the info string.
        for (var length = run - start; length >= 3 && length > run - start - 4; length--)
        {
            if (InfoAfter(text, start + length) is not { } info) continue;
            if (FindClose(reader, text.AsSpan(start, length), info.Next) is not { } close) continue;
            Add(reader, text[info.Next..close.Start], info.Word);
            source.Position = close.End;
            return true;
        }

        return false;
    }

    /// <summary>The end of indented lines, of blank lines between them and of lazy continuation lines.</summary>
    public static int EndOfIndented(string text, int start)
    {
        var end = start;
        while (true)
        {
            var at = LineRules.EndOfBlankLines(text, end) is var blank and >= 0 ? blank : end;
            if (!IsCode(text, at)) return end;
            while (IsCode(text, at)) at = LineRules.EndOfLine(text, at);
            while (at < text.Length && LineRules.HasText(text, at) && !EndsLazyCode(text, at)) at = LineRules.EndOfLine(text, at);
            end = at;
        }
    }

    /// <summary>Removes one level of indentation from every indented line.</summary>
    public static string WithoutIndent(ReadOnlySpan<char> code, bool joinsLazy)
    {
        var text = new StringBuilder(code.Length);
        while (!code.IsEmpty)
        {
            var end = code.IndexOf('\n') is var found and >= 0 ? found + 1 : code.Length;
            var line = code[..end];
            code = code[end..];
            if (line.StartsWith("    ")) text.Append(line[4..]);
            else if (line[0] == '\t') text.Append(line[1..]);
            else Append(text, line, joinsLazy);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ReadOnlySpan<char> line, bool joinsLazy)
    {
        if (joinsLazy && text.Length > 0 && !Characters.IsSpace(line.TrimStart(' ')[0])) text[^1] = ' ';
        text.Append(line);
    }

    private static bool IsCode(string text, int at) => LineRules.IsIndented(text, at) && LineRules.HasText(text, at);

    private static bool EndsLazyCode(string text, int at) =>
        LineRules.IsBoundaryMark(text, at) || LineRules.EndsLazyMarkup(text, at);

    private static (string? Word, int Next)? InfoAfter(string text, int at)
    {
        at = Characters.SkipBlanks(text, at);
        var end = at;
        while (end < text.Length && !Characters.IsSpace(text[end])) end++;
        return LineRules.EndOfRest(text, end) is { } next ? (end > at ? text[at..end] : null, next) : null;
    }

    private static (int Start, int End)? FindClose(BlockReader reader, ReadOnlySpan<char> fence, int from)
    {
        var (text, isGfm) = (reader.Source.Text, reader.State.Options.IsGfm);
        var last = fence[^1];
        for (var line = from; line < text.Length; line = LineRules.EndOfLine(text, line))
        {
            var at = isGfm ? LineRules.SkipIndent(text, line) : line;
            if (!text.AsSpan(at).StartsWith(fence)) continue;
            at += fence.Length;
            while (at < text.Length && text[at] == last) at++;
            if (LineRules.EndOfRest(text, at) is not { } end) continue;
            reader.State.Budget.Spend(line - from);
            return (line, end);
        }

        reader.State.Budget.Spend(text.Length - from);
        return null;
    }

    private static void Add(BlockReader reader, string code, string? info)
    {
        var block = reader.Add(new CodeBlock(null!));
        block.Lines = new StringLineGroup(code.EndsWith('\n') ? code[..^1] : code);
        if (info is null) return;
        var end = info.IndexOf('?', StringComparison.Ordinal);
        block.GetAttributes().AddClass("language-" + (end > 0 ? info[..end] : info));
    }
}
