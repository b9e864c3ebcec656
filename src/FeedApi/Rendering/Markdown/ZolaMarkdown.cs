using FeedApi.Site.Zola;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FeedApi.Rendering.Markdown;

/// <summary>Applies to a document of CommonMark what Zola does differently: ids of headings, options of code fences.</summary>
/// <param name="settings">The site's settings.</param>
internal sealed class ZolaMarkdown(ZolaSettings settings)
{
    /// <summary>Changes the document.</summary>
    public void Apply(MarkdownDocument document)
    {
        ZolaHeadings.Identify(document, settings.Anchors);
        foreach (var block in document.Descendants<FencedCodeBlock>()) ApplyOptions(block);
    }

    // Markdig takes everything before the first space as the language.
    private static void ApplyOptions(FencedCodeBlock block)
    {
        if (block.Info is not { Length: > 0 } info) return;
        var fence = ZolaFence.Parse(block.Arguments is { Length: > 0 } more ? $"{info} {more}" : info);
        block.Info = fence.Language;
        block.Arguments = null;
        var attributes = block.GetAttributes();
        attributes.Classes?.RemoveAll(name => name.StartsWith("language-", StringComparison.Ordinal));
        if (fence.Language.Length > 0) attributes.AddClass("language-" + fence.Language);
        for (var i = block.Lines.Count - 1; i >= 0; i--)
        {
            if (fence.Hides(i + 1)) block.Lines.RemoveAt(i);
        }
    }
}
