using System.Text;
using FeedApi.Site.Zola;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FeedApi.Rendering.Markdown;

/// <summary>Gives headings the ids that Zola gives them.</summary>
/// <remarks>Zola, "Internal links and deep linking": an id that is taken gets <c>-1</c>, <c>-2</c> and so on.</remarks>
internal static class ZolaHeadings
{
    /// <summary>Sets the id of every heading that has none.</summary>
    public static void Identify(MarkdownDocument document, SlugifyMode mode)
    {
        HeadingBlock[] headings = [.. document.Descendants<HeadingBlock>()];
        HashSet<string> used = new(StringComparer.Ordinal);
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (var heading in headings)
        {
            if (heading.TryGetAttributes()?.Id is { } own) used.Add(own);
        }

        foreach (var heading in headings.Where(heading => heading.TryGetAttributes()?.Id is null))
        {
            var id = ZolaSlug.OfHeading(TextOf(heading), mode);
            if (id.Length > 0) heading.GetAttributes().Id = Unused(id, used, counts);
        }
    }

    private static string Unused(string id, HashSet<string> used, Dictionary<string, int> counts)
    {
        if (used.Add(id)) return id;
        var count = counts.GetValueOrDefault(id);
        string numbered;
        do numbered = FormattableString.Invariant($"{id}-{++count}");
        while (!used.Add(numbered));
        counts[id] = count;
        return numbered;
    }

    private static string TextOf(HeadingBlock heading)
    {
        var text = new StringBuilder();
        foreach (var inline in heading.Inline?.Descendants() ?? [])
        {
            if (inline is LiteralInline literal) text.Append(literal.Content.AsSpan());
            else if (inline is CodeInline code) text.Append(code.ContentSpan);
            else if (inline is HtmlEntityInline entity) text.Append(entity.Transcoded.AsSpan());
        }

        return text.ToString();
    }
}
