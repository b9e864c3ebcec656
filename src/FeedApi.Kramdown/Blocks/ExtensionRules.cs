using FeedApi.Kramdown.Html;
using FeedApi.Kramdown.Parsing;
using Markdig.Syntax;

namespace FeedApi.Kramdown.Blocks;

/// <summary>Block-level attribute lists and extensions: attributes, named attributes, comments, raw text and options.</summary>
internal static class ExtensionRules
{
    /// <summary>Parses one of them.</summary>
    public static bool Read(BlockReader reader)
    {
        var source = reader.Source;
        var start = LineRules.SkipIndent(source.Text, source.Position);
        if (!Characters.IsAt(source.Text, start, "{:")) return false;
        return ReadNamed(reader, start) || ReadExtension(reader, start) || ReadAttributes(reader);
    }

    private static bool ReadNamed(BlockReader reader, int start)
    {
        var (source, text) = (reader.Source, reader.Source.Text);
        var end = Characters.EndOfName(text, start + 2);
        if (end == start + 2 || end >= text.Length || text[end] != ':') return false;
        if (AttributeListReader.EndOfBraces(text, end + 1) is not { } close) return false;
        if (LineRules.EndOfRest(text, close + 1) is not { } next) return false;
        var name = text[(start + 2)..end];
        if (!reader.State.NamedAttributes.TryGetValue(name, out var list)) reader.State.NamedAttributes[name] = list = new AttributeList();
        AttributeListReader.Read(text[(end + 1)..close], list);
        reader.Add(new BlockBoundary(BlockBoundaryKind.Attributes));
        source.Position = next;
        return true;
    }

    private static bool ReadExtension(BlockReader reader, int start)
    {
        var (source, text) = (reader.Source, reader.Source.Text);
        if (ExtensionTag.Read(text, start) is not { } extension || LineRules.EndOfRest(text, extension.End) is not { } next) return false;
        if (extension.IsClosed)
        {
            if (!Apply(reader, extension, null)) return false;
            source.Position = next;
            return true;
        }

        if (FindEnd(reader, extension.Name, next) is not { } end) return false;
        var body = text[next..end.Start];
        if (!Apply(reader, extension, body.EndsWith('\n') ? body[..^1] : body)) return false;
        source.Position = end.End;
        return true;
    }

    private static (int Start, int End)? FindEnd(BlockReader reader, string name, int from)
    {
        var text = reader.Source.Text;
        for (var line = from; line < text.Length; line = LineRules.EndOfLine(text, line))
        {
            var at = LineRules.SkipIndent(text, line);
            if (ExtensionTag.EndOfStop(text, at, name) is not { } stop || LineRules.EndOfRest(text, stop) is not { } end) continue;
            reader.State.Budget.Spend(end - from);
            return (line, end);
        }

        reader.State.Budget.Spend(text.Length - from);
        return null;
    }

    private static bool Apply(BlockReader reader, ExtensionTag extension, string? body)
    {
        switch (extension.Name)
        {
            case "comment":
            case "nomarkdown":
                if (extension.HtmlOf(body) is { } html) AddMarkup(reader.Tree, html);
                return true;
            case "options":
                reader.State.Options = extension.ApplyTo(reader.State.Options);
                reader.Add(new BlockBoundary(BlockBoundaryKind.Attributes));
                return true;
            default:
                return false;
        }
    }

    private static void AddMarkup(ContainerBlock tree, string html)
    {
        var block = new HtmlContentBlock(isMarkup: true);
        block.Source.Append(html).Append('\n');
        tree.Add(block);
    }

    // After a block they are its attributes; otherwise those of the next block.
    private static bool ReadAttributes(BlockReader reader)
    {
        var (source, text) = (reader.Source, reader.Source.Text);
        if (LineRules.AttributeList(text, source.Position) is not { } found) return false;
        var attributes = text[(LineRules.SkipIndent(text, source.Position) + 2)..found.Attributes];
        source.Position = found.Line;
        if (reader.Last is null or BlankLineBlock or BlockBoundary { Kind: not BlockBoundaryKind.Definition })
        {
            AttributeListReader.Read(attributes, reader.Await());
            return true;
        }

        AttributeListReader.Read(attributes, AttributeList.For(reader.Last));
        if (LineRules.AttributeList(text, source.Position) is null) reader.Add(new BlockBoundary(BlockBoundaryKind.Attributes));
        return true;
    }
}
