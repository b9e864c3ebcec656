using FeedApi.Kramdown.Blocks;
using FeedApi.Kramdown.Parsing;
using FeedApi.Kramdown.Spans;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FeedApi.Kramdown.Completion;

/// <summary>The footnotes at the end of a document: those that the text refers to, in order of reference.</summary>
/// <param name="first">The number of the first one.</param>
internal sealed class FootnoteSection(int first)
{
    private int marks;

    /// <summary>The footnotes.</summary>
    public FootnoteGroup Group { get; } = new(null!);

    /// <summary>Numbers the references in the text of a block, and adds their footnotes.</summary>
    public void Number(ContainerInline inlines)
    {
        foreach (var mark in inlines.FindDescendants<FootnoteMark>().ToList())
        {
            var footnote = mark.Definition.Footnote ??= Add(mark.Definition);
            var link = new FootnoteLink(footnote) { Index = ++marks };
            footnote.Links.Add(link);
            mark.ReplaceBy(link);
        }
    }

    /// <summary>Adds the links back to the text at the end of each footnote.</summary>
    public void AddBackLinks()
    {
        foreach (var footnote in Group.Cast<Footnote>())
        {
            if (footnote.LastChild is Blocks.BlankLineBlock blank) footnote.Remove(blank);
            if (footnote.LastChild is not Paragraph paragraph) footnote.Add(paragraph = new Paragraph { Inline = new ContainerInline() });
            for (var i = 0; i < footnote.Links.Count; i++)
            {
                paragraph.Inline!.AppendChild(new LiteralInline("\u00a0"));
                paragraph.Inline.AppendChild(new FootnoteLink(footnote) { Index = footnote.Links[i].Index, IsBackLink = true });
                if (i > 0) paragraph.Inline.AppendChild(new HtmlInline(FormattableString.Invariant($"<sup>{i + 1}</sup>")));
            }
        }
    }

    /// <summary>The footnotes that are not among them.</summary>
    public static IReadOnlyList<UnusedFootnote> UnusedIn(ParseState state) =>
    [
        .. state.ReplacedFootnotes.Concat(state.Footnotes.Where(each => each.Value.Footnote is null).Select(each => (each.Key, each.Value)))
            .Select(each => new UnusedFootnote(each.Item1, TextOf(each.Item2), each.Item2.Content.Line)),
    ];

    private static string TextOf(FootnoteDefinition definition) =>
        string.Join(' ', definition.Content.Descendants().OfType<ISpanBlock>().Select(block => block.Source.Trim()));

    private Footnote Add(FootnoteDefinition definition)
    {
        var footnote = new Footnote(null!) { Order = first + Group.Count, Line = definition.Content.Line };
        var blocks = definition.Content.ToArray();
        definition.Content.Clear();
        foreach (var block in blocks) footnote.Add(block);
        Group.Add(footnote);
        return footnote;
    }
}
