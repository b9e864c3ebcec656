using FeedApi.Kramdown.Parsing;
using Markdig.Extensions.DefinitionLists;
using Markdig.Syntax;

namespace FeedApi.Kramdown.Blocks;

/// <summary>Definition lists: terms on the lines of a paragraph, and their definitions after colons.</summary>
internal static class DefinitionListRule
{
    /// <summary>Parses the definitions of the terms in the last paragraph.</summary>
    public static bool Read(BlockReader reader)
    {
        var source = reader.Source;
        if (LineRules.EndOfColon(source.Text, source.Position) < 0 || TakeTerms(reader, out var isLoose) is not { } terms) return false;
        var list = ListBefore(reader);
        var item = NewItem(list);
        foreach (var term in terms.Source.Split('\n'))
        {
            reader.State.Budget.AddBlock();
            item.Add(TermOf(term));
        }

        var texts = ReadTexts(source, isLoose);
        BlankLineBlock? last = null;
        for (var i = 0; i < texts.Count; i++)
        {
            if (i > 0) item = NewItem(list);
            last = Fill(reader, item, texts[i].Text, texts[i].IsLoose);
        }

        if (last is not null) reader.Tree.Add(last);
        return true;
    }

    private static Paragraph? TakeTerms(BlockReader reader, out bool isLoose)
    {
        var tree = reader.Tree;
        isLoose = tree.Count >= 2 && tree[^1] is BlankLineBlock { IsOneLine: true };
        if (tree.Count == 0 || tree[^(isLoose ? 2 : 1)] is not Paragraph { IsTransparent: false } terms) return null;
        if (isLoose) tree.RemoveAt(tree.Count - 1);
        tree.RemoveAt(tree.Count - 1);
        return terms;
    }

    // Two lists separated by at most a blank line are one.
    private static DefinitionList ListBefore(BlockReader reader)
    {
        var tree = reader.Tree;
        if (tree.LastChild is DefinitionList last) return last;
        if (tree.Count >= 2 && tree.LastChild is BlankLineBlock && tree[^2] is DefinitionList before)
        {
            tree.RemoveAt(tree.Count - 1);
            return before;
        }

        return reader.Add(new DefinitionList(null!));
    }

    private static DefinitionItem NewItem(DefinitionList list)
    {
        var item = new DefinitionItem(null!);
        list.Add(item);
        return item;
    }

    private static DefinitionTermLine TermOf(string line)
    {
        if (ListItemText.AttributesAt(line) is not { } found) return new DefinitionTermLine(line);
        var term = new DefinitionTermLine(line[Characters.SkipSpace(line, found.End + 1)..]);
        AttributeListReader.Read(line[found.Start..found.End], AttributeList.For(term));
        return term;
    }

    private static List<(ListItemText Text, bool IsLoose)> ReadTexts(TextCursor source, bool isLoose)
    {
        List<(ListItemText Text, bool IsLoose)> texts = [];
        var isAfterBlank = false;
        while (!source.IsAtEnd)
        {
            var (text, at, next) = (source.Text, source.Position, source.NextLine);
            var maxIndent = texts.Count == 0 ? 3 : Math.Min(3, texts[^1].Text.Indentation - 1);
            if (LineRules.EndOfColon(text, at, maxIndent) is var marker and >= 0)
            {
                texts.Add((new ListItemText(marker - at, text[marker..next], new AttributeList()), isLoose));
                (isLoose, isAfterBlank) = (false, false);
            }
            else if (LineRules.EndOfBlankLines(text, at) is var blank and >= 0)
            {
                texts[^1].Text.AddBlank(text.AsSpan(at, blank - at));
                (isLoose, isAfterBlank, next) = (true, true, blank);
            }
            else if (GoesOn(texts[^1].Text, text, at, isAfterBlank))
            {
                texts[^1].Text.AddDefinitionLine(text.AsSpan(at, next - at));
                (isLoose, isAfterBlank) = (false, false);
            }
            else
            {
                break;
            }

            source.Position = next;
        }

        return texts;
    }

    private static bool GoesOn(ListItemText item, string text, int at, bool isAfterBlank) =>
        !LineRules.IsBoundaryMark(text, at) && (item.IsIndented(text, at) || (!isAfterBlank && item.IsLazy(text, at)));

    private static BlankLineBlock? Fill(BlockReader reader, DefinitionItem item, ListItemText text, bool isLoose)
    {
        reader.State.Budget.AddBlock();
        var content = new QuoteBlock(null!);
        foreach (var part in text.Parts) reader.Read(content, part);
        var last = content.LastChild as BlankLineBlock;
        if (last is not null) content.Remove(last);
        if (content.Count > 0 && content[0] is Paragraph first && !isLoose)
        {
            if (content.Count > 1) first.Append("\n");
            first.IsTransparent = true;
        }

        if (content.Count == 0) content.Add(new SpanText(""));
        var blocks = content.ToArray();
        content.Clear();
        foreach (var block in blocks) item.Add(block);

        return last;
    }
}
