using FeedApi.Rendering.Markdown;
using FeedApi.Site.Settings;
using Markdig.Syntax;

namespace FeedApi.Rendering.Kramdown;

/// <summary>Reads Markdown as kramdown and its GFM parser do, into Markdig's tree. <see cref="MarkdownRenderer"/> calls it for Jekyll sites.</summary>
internal static class KramdownParser
{
    /// <summary>Reads a document. Throws <see cref="RenderingException"/> for Markdown that is refused.</summary>
    public static MarkdownDocument Parse(string markdown, KramdownSettings settings)
    {
        var document = new MarkdownDocument();
        var state = new ParseState(settings);
        var text = markdown.Contains('\r', StringComparison.Ordinal) ? markdown.ReplaceLineEndings("\n") : markdown;
        new BlockReader(state).Read(document, text.EndsWith('\n') ? text : text + "\n");
        new DocumentCompletion(state).Complete(document);
        return document;
    }
}
