using Markdig.Syntax;

namespace FeedApi.Kramdown;

/// <summary>Tells which footnotes of a document kramdown leaves out.</summary>
public static class KramdownFootnotes
{
    private static readonly object Key = new();

    /// <summary>
    /// The footnotes whose name a later one took, then those that nothing refers to; kramdown warns of both.
    /// </summary>
    /// <param name="document">A document from <see cref="KramdownParser"/>; any other has none.</param>
    public static IReadOnlyList<UnusedFootnote> UnusedFootnotes(this MarkdownDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.GetData(Key) as IReadOnlyList<UnusedFootnote> ?? [];
    }

    internal static void SetUnused(MarkdownDocument document, IReadOnlyList<UnusedFootnote> unused)
    {
        if (unused.Count > 0) document.SetData(Key, unused);
    }
}

/// <summary>A footnote that is not in the rendered document.</summary>
/// <param name="Name">Its name: <c>1</c> of <c>[^1]</c>.</param>
/// <param name="Text">The Markdown of its text, without code blocks.</param>
/// <param name="Line">The 0-based line of the block in which it is defined.</param>
public sealed record UnusedFootnote(string Name, string Text, int Line);
