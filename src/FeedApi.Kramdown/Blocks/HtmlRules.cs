using FeedApi.Kramdown.Html;
using FeedApi.Kramdown.Parsing;
using Markdig.Syntax;

namespace FeedApi.Kramdown.Blocks;

/// <summary>HTML blocks: comments, and elements, whose content is HTML unless the element or the options say that it is Markdown.</summary>
internal static class HtmlRules
{
    /// <summary>Parses a comment, an element, or the end tag of the element whose Markdown is being parsed.</summary>
    public static bool Read(BlockReader reader)
    {
        var source = reader.Source;
        var text = source.Text;
        var start = LineRules.SkipIndent(text, source.Position);
        if (start >= text.Length || text[start] != '<') return false;
        if (start == source.Position && ReadComment(source, reader.State.Budget) is { } comment)
        {
            AddMarkup(reader.Tree, comment);
            source.SkipRestOfBlankLine();
            return true;
        }

        if (HtmlTag.Read(text, start, reader.State.Budget) is { } tag && !HtmlNames.Span.Contains(tag.Name))
        {
            source.Position = tag.End;
            ReadElement(reader, reader.Tree, tag);
            return true;
        }

        if (reader.Tree is not HtmlElementBlock element || HtmlTag.ReadEnd(text, start) is not { } end) return false;
        if (HtmlNames.Normalise(end.Name) != element.Tag.Name) return false;
        source.Position = end.End;
        reader.IsEnded = true;
        return true;
    }

    private static string? ReadComment(TextCursor source, ParseBudget budget) => ReadMarkup(source, "<!--", "-->", budget);

    private static string? ReadMarkup(TextCursor source, string open, string close, ParseBudget budget)
    {
        if (!Characters.IsAt(source.Text, source.Position, open)) return null;
        var start = source.Position;
        var end = source.Text.IndexOf(close, start + open.Length, StringComparison.Ordinal);
        budget.SpendSearch((end < 0 ? source.Text.Length : end) - start);
        if (end < 0) return null;
        source.Position = end + close.Length;
        return source.Text[start..source.Position];
    }

    private static void ReadElement(BlockReader reader, ContainerBlock parent, HtmlTag tag)
    {
        var source = reader.Source;
        var element = new HtmlElementBlock(tag);
        reader.State.Budget.AddBlock();
        reader.AddUnclaimed(parent, element);
        var isRaw = tag.Name is "script" or "style" && !HtmlNames.Empty.Contains(tag.Name);
        if (isRaw) ReadRaw(source, element, reader.State.Budget);
        reader.Claim(element);
        var isInRaw = parent is HtmlElementBlock { Content: HtmlContentModel.Raw };
        element.Content = ContentOf(reader, tag, isInRaw);
        if (element.Content == HtmlContentModel.Blocks) source.SkipRestOfBlankLine();
        if (isRaw || tag.IsClosed || HtmlNames.Empty.Contains(tag.Name)) return;
        if (element.Content == HtmlContentModel.Blocks) reader.ReadHere(element);
        else if (element.Content == HtmlContentModel.Spans) ReadSpans(source, element, reader.State.Budget);
        else ReadChildren(reader, element);
        if (!isInRaw) source.SkipRestOfBlankLine();
    }

    private static HtmlContentModel ContentOf(BlockReader reader, HtmlTag tag, bool isInRaw)
    {
        var unasked = !isInRaw && reader.State.Options.ParseBlockHtml ? HtmlNames.ContentOf(tag.Name) : HtmlContentModel.Raw;
        return tag.Take("markdown") switch
        {
            "0" => HtmlContentModel.Raw,
            "1" => HtmlNames.ContentOf(tag.Name),
            "span" => HtmlContentModel.Spans,
            "block" => HtmlContentModel.Blocks,
            _ => unasked,
        };
    }

    private static void ReadRaw(TextCursor source, HtmlElementBlock element, ParseBudget budget)
    {
        var end = HtmlTag.FindEnd(source.Text, source.Position, element.Tag.Name, budget);
        var stop = end < 0 ? source.Text.Length : end;
        AddMarkup(element, source.Text[source.Position..stop]);
        source.Position = end < 0 ? stop : source.Text.IndexOf('>', end) + 1;
    }

    private static void ReadSpans(TextCursor source, HtmlElementBlock element, ParseBudget budget)
    {
        var end = HtmlTag.FindEnd(source.Text, source.Position, element.Tag.Name, budget);
        var stop = end < 0 ? source.Text.Length : end;
        if (stop > source.Position) element.Add(new SpanText(source.Text[source.Position..stop]));
        source.Position = end < 0 ? stop : source.Text.IndexOf('>', end) + 1;
    }

    // Nested elements are parsed too: each may enable Markdown, and unclosed tags are closed.
    private static void ReadChildren(BlockReader reader, HtmlElementBlock element)
    {
        var (source, budget) = (reader.Source, reader.State.Budget);
        budget.EnterElement();
        while (!source.IsAtEnd)
        {
            var next = source.Text.IndexOf('<', source.Position);
            AddText(element, source, next < 0 ? source.Text.Length : next);
            if (next < 0) break;
            budget.Spend(4);
            if (ReadComment(source, budget) is { } comment)
            {
                AddMarkup(element, comment);
            }
            else if (ReadMarkup(source, "<?", "?>", budget) is { } instruction)
            {
                AddMarkup(element, instruction);
            }
            else if (HtmlTag.Read(source.Text, next, budget) is { } tag)
            {
                source.Position = tag.End;
                ReadElement(reader, element, tag);
            }
            else if (HtmlTag.ReadEnd(source.Text, next) is { } end)
            {
                if (HtmlNames.Normalise(end.Name) != element.Tag.Name)
                {
                    AddText(element, source, end.End);
                    continue;
                }

                source.Position = end.End;
                break;
            }
            else
            {
                AddText(element, source, next + 1);
            }
        }

        budget.LeaveElement();
    }

    private static void AddMarkup(ContainerBlock parent, string markup)
    {
        var block = new HtmlContentBlock(isMarkup: true);
        block.Source.Append(markup);
        parent.Add(block);
    }

    private static void AddText(HtmlElementBlock element, TextCursor source, int end)
    {
        if (end == source.Position) return;
        if (element.LastChild is not HtmlContentBlock { IsMarkup: false } last) element.Add(last = new HtmlContentBlock(isMarkup: false));
        last.Source.Append(source.Text, source.Position, end - source.Position);
        source.Position = end;
    }
}
