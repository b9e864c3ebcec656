using FeedApi.Kramdown.Parsing;
using Markdig.Syntax;

namespace FeedApi.Kramdown.Blocks;

/// <summary>Bullet lists and numbered lists.</summary>
internal static class ListRule
{
    /// <summary>Parses a list.</summary>
    public static bool Read(BlockReader reader)
    {
        var source = reader.Source;
        var isOrdered = LineRules.EndOfNumber(source.Text, source.Position) >= 0;
        if (!isOrdered && LineRules.EndOfBullet(source.Text, source.Position) < 0) return false;
        var list = new ListBlock(null!) { IsOrdered = isOrdered, BulletType = isOrdered ? '1' : '-', IsLoose = true };
        reader.Claim(list);
        var (items, hasMark) = ReadItems(reader, list);
        reader.AddUnclaimed(reader.Tree, list);
        Fill(reader, list, items, hasMark);
        return true;
    }

    private static (List<ListItemText> Items, bool HasMark) ReadItems(BlockReader reader, ListBlock list)
    {
        var source = reader.Source;
        List<ListItemText> items = [];
        var isAfterBlank = false;
        while (!source.IsAtEnd)
        {
            var (text, at) = (source.Text, source.Position);
            if (isAfterBlank && LineRules.IsRule(text, at)) break;
            if (LineRules.IsBoundaryMark(text, at))
            {
                source.Position = source.NextLine;
                return (items, true);
            }

            if (EndOfMarker(text, at, list.IsOrdered, items.Count == 0 ? 3 : Math.Min(3, items[^1].Indentation - 1)) is var marker and >= 0)
            {
                reader.State.Budget.AddBlock();
                var item = new ListItemBlock(null!);
                list.Add(item);
                var attributes = new AttributeList();
                items.Add(new ListItemText(marker - at, text[marker..source.NextLine], attributes));
                attributes.GiveTo(item);
                isAfterBlank = false;
                source.Position = source.NextLine;
            }
            else if (!ReadLine(source, items[^1], ref isAfterBlank))
            {
                break;
            }
        }

        return (items, false);
    }

    private static bool ReadLine(TextCursor source, ListItemText item, ref bool isAfterBlank)
    {
        var (text, at) = (source.Text, source.Position);
        if (LineRules.EndOfBlankLines(text, at) is var blank and >= 0)
        {
            item.AddBlank(text.AsSpan(at, blank - at));
            isAfterBlank = true;
            source.Position = blank;
            return true;
        }

        if (!item.IsIndented(text, at) && (isAfterBlank || !item.IsLazy(text, at))) return false;
        item.AddLine(text.AsSpan(at, source.NextLine - at));
        isAfterBlank = false;
        source.Position = source.NextLine;
        return true;
    }

    private static int EndOfMarker(string text, int at, bool isOrdered, int maxIndent) =>
        isOrdered ? LineRules.EndOfNumber(text, at, maxIndent) : LineRules.EndOfBullet(text, at, maxIndent);

    private static void Fill(BlockReader reader, ListBlock list, List<ListItemText> texts, bool hasMark)
    {
        Block? last = null;
        for (var i = 0; i < texts.Count; i++)
        {
            var item = (ListItemBlock)list[i];
            foreach (var part in texts[i].Parts) reader.Read(item, part);
            if (item.Count == 0) continue;
            DropBoundaryAfterAttributes(item);
            if (IsCompact(list, item, hasMark)) MakeTransparent(item);
            if (reader.State.Options.IsGfm) TaskItems.Mark(item);
            last = item.LastChild as BlankLineBlock;
            last?.Parent!.Remove(last);
        }

        if (last is not null && !hasMark) reader.Tree.Add(last);
    }

    private static void DropBoundaryAfterAttributes(ListItemBlock item)
    {
        if (item.Count < 2 || item[0] is not Paragraph paragraph || item[1] is not BlockBoundary) return;
        if (AttributeList.Of(paragraph) is not null) item.RemoveAt(1);
    }

    // The text of an item has no paragraph unless a blank line follows it; the last item is like the others.
    private static bool IsCompact(ListBlock list, ListItemBlock item, bool hasMark)
    {
        if (item[0] is not Paragraph) return false;
        var isLast = ReferenceEquals(list.LastChild, item);
        var isFollowedByBlank = item.Count >= 2 && item[1] is BlankLineBlock && !(isLast && item.Count == 2 && !hasMark);
        return !isFollowedByBlank && (!isLast || list.Count == 1 || list.Take(list.Count - 1).Any(IsCompact));
    }

    private static bool IsCompact(Block item) =>
        item is ContainerBlock { Count: 0 } || ((ContainerBlock)item)[0] is not Paragraph { IsTransparent: false };

    private static void MakeTransparent(ListItemBlock item)
    {
        var paragraph = (Paragraph)item[0];
        if (item.Count > 1 && item[1] is not BlankLineBlock) paragraph.Append("\n");
        paragraph.IsTransparent = true;
    }
}
