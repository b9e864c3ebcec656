using Markdig.Syntax.Inlines;

namespace FeedApi.Rendering.Kramdown;

/// <summary>Everything in <c>{: }</c> that stands in text: attributes of the span before it, comments and raw text.</summary>
internal static class SpanExtensions
{
    /// <summary>Reads one of them; false when the brace is text.</summary>
    public static bool Read(SpanReader reader)
    {
        var (text, at) = (reader.Text, reader.Position);
        if (Extension.Read(text, at) is { } extension) return ReadExtension(reader, extension);
        if (reader.Tree.LastChild is not { } last || last is LiteralInline) return false;
        if (LineRules.EndOfBraces(text, at + 2) is not { } end) return false;
        var list = new AttributeList();
        AttributeListReader.Read(text[(at + 2)..end], list);
        list.ApplyTo(last, reader.State.NamedAttributes);
        reader.Position = end + 1;
        return true;
    }

    private static bool ReadExtension(SpanReader reader, Extension extension)
    {
        if (extension.Name is not ("comment" or "nomarkdown" or "options")) return false;
        var text = reader.Text;
        var (body, end) = extension.IsClosed ? (null, extension.End) : BodyOf(text, extension, reader.State.Budget);
        if (end < 0) return false;
        if (extension.Name == "options") reader.State.Settings = extension.ApplyTo(reader.State.Settings);
        else if (extension.HtmlOf(body) is { } html) reader.Tree.AppendChild(new HtmlInline(html));
        reader.Position = end;
        return true;
    }

    private static (string? Body, int End) BodyOf(string text, Extension extension, ParseBudget budget)
    {
        budget.SpendSearch(text.Length - extension.End);
        for (var at = extension.End; (at = text.IndexOf("{:/", at, StringComparison.Ordinal)) >= 0; at++)
        {
            budget.Spend(4);
            if (Extension.EndOfStop(text, at, extension.Name) is { } end) return (text[extension.End..at], end);
        }

        return (null, -1);
    }
}
