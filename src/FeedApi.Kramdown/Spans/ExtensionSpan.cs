using FeedApi.Kramdown.Parsing;
using Markdig.Syntax.Inlines;

namespace FeedApi.Kramdown.Spans;

/// <summary>Inline attribute lists and extensions: attributes of the span before, comments and raw text.</summary>
internal static class ExtensionSpan
{
    /// <summary>Parses one of them; false when the brace is text.</summary>
    public static bool Read(SpanReader reader)
    {
        var (text, at) = (reader.Text, reader.Position);
        if (ExtensionTag.Read(text, at) is { } extension) return ReadExtension(reader, extension);
        if (reader.Tree.LastChild is not { } last || last is LiteralInline) return false;
        if (AttributeListReader.EndOfBraces(text, at + 2) is not { } end) return false;
        var list = new AttributeList();
        AttributeListReader.Read(text[(at + 2)..end], list);
        list.ApplyTo(last, reader.State.NamedAttributes);
        reader.Position = end + 1;
        return true;
    }

    private static bool ReadExtension(SpanReader reader, ExtensionTag extension)
    {
        if (extension.Name is not ("comment" or "nomarkdown" or "options")) return false;
        var text = reader.Text;
        var (body, end) = extension.IsClosed ? (null, extension.End) : BodyOf(text, extension, reader.State.Budget);
        if (end < 0) return false;
        if (extension.Name == "options") reader.State.Options = extension.ApplyTo(reader.State.Options);
        else if (extension.HtmlOf(body) is { } html) reader.Tree.AppendChild(new HtmlInline(html));
        reader.Position = end;
        return true;
    }

    private static (string? Body, int End) BodyOf(string text, ExtensionTag extension, ParseBudget budget)
    {
        budget.SpendSearch(text.Length - extension.End);
        for (var at = extension.End; (at = text.IndexOf("{:/", at, StringComparison.Ordinal)) >= 0; at++)
        {
            budget.Spend(4);
            if (ExtensionTag.EndOfStop(text, at, extension.Name) is { } end) return (text[extension.End..at], end);
        }

        return (null, -1);
    }
}
