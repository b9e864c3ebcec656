using FeedApi.Kramdown.Blocks;
using FeedApi.Kramdown.Html;
using FeedApi.Kramdown.Parsing;
using FeedApi.Kramdown.Spans;
using Markdig.Syntax;

namespace FeedApi.Kramdown.Completion;

/// <summary>
/// The pass after the blocks: parses their text, applies attributes, numbers footnotes and creates the table of contents.
/// </summary>
internal sealed class DocumentCompletion(ParseState state)
{
    private readonly FootnoteSection footnotes = new(state.Options.FirstFootnoteNumber);
    private readonly HeadingIds ids = new(state.Options);
    private readonly AbbreviationMarks abbreviations = new(state);
    private readonly TableOfContents contents = new(state);
    private ContainerBlock? footnotePlace;

    /// <summary>Completes a document.</summary>
    public void Complete(MarkdownDocument document)
    {
        Visit(document, SpanScope.None);
        // Footnotes may refer to further footnotes, which are then appended.
        for (var i = 0; i < footnotes.Group.Count; i++)
        {
            var footnote = (ContainerBlock)footnotes.Group[i];
            state.Budget.Line = footnote.Line;
            Visit(footnote, SpanScope.Html);
        }

        KramdownFootnotes.SetUnused(document, FootnoteSection.UnusedIn(state));
        if (state.Options.FootnoteBacklink) footnotes.AddBackLinks();
        contents.Write();
        if (footnotes.Group.Count > 0) PlaceFootnotes(document);
    }

    // GitHub's rules for line breaks and ids do not apply in HTML and footnotes.
    private void Visit(ContainerBlock container, SpanScope scope)
    {
        for (var i = 0; i < container.Count; i++)
        {
            var block = container[i];
            if (container is MarkdownDocument) state.Budget.Line = block.Line;
            var attributes = AttributeList.Of(block);
            if (attributes is not null) attributes.ApplyTo(block, state.NamedAttributes);
            if (block is ListBlock list && attributes is not null && IsReplaced(list, attributes)) continue;
            if (block is ContainerBlock inner) Visit(inner, inner is HtmlElementBlock ? SpanScope.Html : scope);
            else if (block is LeafBlock leaf and ISpanBlock text) ReadText(leaf, text.Source, scope);
        }
    }

    private void ReadText(LeafBlock leaf, string source, SpanScope scope)
    {
        leaf.Inline = SpanReader.Read(source, state, scope);
        if (state.Abbreviations.Count > 0) abbreviations.Mark(leaf.Inline);
        if (leaf is Heading heading)
        {
            ids.GiveTo(heading, isPlain: scope != SpanScope.None);
            contents.Add(heading);
        }

        if (state.Footnotes.Count > 0) footnotes.Number(leaf.Inline);
    }

    // A list may be only a placeholder for the table of contents or the footnotes.
    private bool IsReplaced(ListBlock list, AttributeList attributes)
    {
        if (!contents.IsPlaced && attributes.References.Contains("toc"))
        {
            contents.Place(list);
            return true;
        }

        if (footnotePlace is not null || !attributes.References.Contains("footnotes")) return false;
        footnotePlace = list;
        return true;
    }

    private void PlaceFootnotes(MarkdownDocument document)
    {
        if (footnotePlace?.Parent is not { } parent)
        {
            document.Add(footnotes.Group);
            return;
        }

        var index = parent.IndexOf(footnotePlace);
        parent.RemoveAt(index);
        parent.Insert(index, footnotes.Group);
    }
}
