using FeedApi.Kramdown.Blocks;
using FeedApi.Kramdown.Parsing;
using FeedApi.Kramdown.Spans;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FeedApi.Kramdown.Completion;

/// <summary>The table of contents that replaces a list with <c>{:toc}</c>.</summary>
internal sealed class TableOfContents(ParseState state)
{
    private readonly List<Heading> headings = [];
    private ListBlock? place;

    /// <summary>True when a list to replace was found.</summary>
    public bool IsPlaced => place is not null;

    /// <summary>The list that it replaces.</summary>
    public void Place(ListBlock list) => place = list;

    /// <summary>Adds a heading if it is to be listed.</summary>
    public void Add(Heading heading)
    {
        var attributes = heading.TryGetAttributes();
        var isWanted = attributes?.Id is not null && !(attributes.Classes?.Contains("no_toc") ?? false);
        if (isWanted && state.Options.TocLevels.Contains(heading.Level)) headings.Add(heading);
    }

    /// <summary>Creates the table when a list to replace was found.</summary>
    public void Write()
    {
        if (place is null) return;
        place.Clear();
        List<(int Level, ListItemBlock Item)> open = [];
        foreach (var heading in headings)
        {
            while (open.Count > 0 && open[^1].Level >= heading.Level) open.RemoveAt(open.Count - 1);
            var item = ItemOf(heading);
            (open.Count == 0 ? place : ListIn(open[^1].Item)).Add(item);
            open.Add((heading.Level, item));
        }

        if (headings.Count == 0) place.Parent!.Remove(place);
    }

    private ListBlock ListIn(ListItemBlock item)
    {
        if (item.LastChild is ListBlock list) return list;
        var made = new ListBlock(null!) { IsOrdered = place!.IsOrdered, BulletType = place.BulletType, IsLoose = true };
        item.Add(made);
        return made;
    }

    // Links and footnotes inside a heading are not repeated.
    private ListItemBlock ItemOf(Heading heading)
    {
        var link = new LinkInline("#" + heading.GetAttributes().Id, "");
        SpanReader.Read(heading.Source, state).TransferChildrenTo(link);
        foreach (var mark in link.FindDescendants<FootnoteMark>().ToList()) mark.Remove();
        foreach (var inner in link.FindDescendants<LinkInline>().Where(inner => !inner.IsImage).ToList())
        {
            inner.MoveChildrenAfter(inner);
            inner.Remove();
        }

        var text = new Paragraph { IsTransparent = true, Inline = new ContainerInline() };
        text.Inline.AppendChild(link);
        return new ListItemBlock(null!) { text };
    }
}
