using FeedApi.Kramdown.Parsing;
using Markdig.Syntax;

namespace FeedApi.Kramdown.Blocks;

/// <summary>Task lists of GitHub: <c>- [ ] to do</c> and <c>- [x] done</c>.</summary>
internal static class TaskItems
{
    private const string Box = "<input type=\"checkbox\" class=\"task-list-item-checkbox\" disabled=\"disabled\"";

    /// <summary>Replaces the brackets at the start of an item by a check box.</summary>
    public static void Mark(ListItemBlock item)
    {
        if (item[0] is not Paragraph paragraph) return;
        var text = paragraph.Source;
        var start = Characters.SkipSpace(text, 0);
        if (start + 3 >= text.Length || text[start] != '[' || text[start + 2] != ']' || !Characters.IsSpace(text[start + 3])) return;
        var rest = text[Characters.SkipSpace(text, start + 3)..];
        if (text[start + 1] == ' ') paragraph.Replace(Box + " />" + rest);
        else if (text[start + 1] is 'x' or 'X') paragraph.Replace(Box + " checked=\"checked\" />" + rest);
    }
}
