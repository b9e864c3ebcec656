using System.Buffers;
using System.Collections.Frozen;

namespace FeedApi.Rendering.Html.Plain;

/// <summary>The elements of plain HTML: those of ordinary posts of which all that a parser does with them is known.</summary>
internal static class PlainElements
{
    /// <summary>A link.</summary>
    public const string Link = "a";

    private static readonly FrozenDictionary<string, PlainElement>.AlternateLookup<ReadOnlySpan<char>> All = Build()
        .ToFrozenDictionary(element => element.Name, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> NameChars = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>The element whose name in lower case a text begins with; null when it is not plain.</summary>
    public static PlainElement? FindAt(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExcept(NameChars);
        return length > 0 && All.TryGetValue(text[..length], out var element) ? element : null;
    }

    private static IEnumerable<PlainElement> Build()
    {
        var formatting = "a b code em i s small strike strong u".Split(' ');
        return formatting.Select((name, index) => new PlainElement(name, PlainKind.Inline, 1 << index))
            .Concat(Of(PlainKind.Inline, "abbr bdi bdo cite data del dfn ins kbd mark q samp span sub sup time var"))
            .Concat(Of(PlainKind.Break, "br")).Concat(Of(PlainKind.Image, "img")).Concat(Of(PlainKind.Rule, "hr"))
            .Concat(Of(PlainKind.Paragraph, "p")).Concat(Of(PlainKind.Heading, "h1 h2 h3 h4 h5 h6"))
            .Concat(Of(PlainKind.Preformatted, "pre")).Concat(Of(PlainKind.Center, "center"))
            .Concat(Of(PlainKind.Block, "address article aside blockquote details div figcaption figure footer"))
            .Concat(Of(PlainKind.Block, "header hgroup main nav section summary"))
            .Concat(Of(PlainKind.List, "ol ul")).Concat(Of(PlainKind.Item, "li"))
            .Concat(Of(PlainKind.Definitions, "dl")).Concat(Of(PlainKind.Definition, "dd dt"))
            .Concat(Of(PlainKind.Table, "table")).Concat(Of(PlainKind.RowGroup, "tbody tfoot thead"))
            .Concat(Of(PlainKind.Row, "tr")).Concat(Of(PlainKind.Cell, "td th"))
            .Concat(Of(PlainKind.Dropped, "script style"));
    }

    private static IEnumerable<PlainElement> Of(PlainKind kind, string names) =>
        names.Split(' ').Select(name => new PlainElement(name, kind));
}
