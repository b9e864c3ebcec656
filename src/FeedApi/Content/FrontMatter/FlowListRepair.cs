using System.Buffers;
using System.Text;

namespace FeedApi.Content.FrontMatter;

/// <summary>Repairs a list in brackets on one line: a bracket that does not close, and items that are not valid by themselves.</summary>
internal static class FlowListRepair
{
    private static readonly SearchValues<char> Nested = SearchValues.Create("[]{}\"'#");

    /// <summary>The repaired list; null when the value is no list, or a valid one.</summary>
    /// <param name="key">The key: where it names things, any text that begins with a bracket is meant as a list.</param>
    /// <param name="value">The value without white space around it.</param>
    /// <param name="anchors">The anchors of the front matter.</param>
    public static string? Of(string key, string value, IReadOnlySet<string> anchors)
    {
        if (value is not ['[', ..]) return null;
        // A brace may balance the bracket: [a}.
        var isClosed = FrontMatterValue.IsBalanced(value) && value.Contains(']');
        if (!isClosed && !AddressKeys.IsList(key)) return null;
        var inner = isClosed ? value[1..value.LastIndexOf(']')] : value[1..];
        // Lists and mappings inside are left alone.
        if (isClosed && inner.AsSpan().ContainsAny(Nested)) return null;
        var items = Split(inner, isClosed ? "," : ",[]{}");
        var isValid = isClosed && items.TrueForAll(item => FrontMatterValue.FaultOf(item, anchors) is null);
        return isValid ? null : $"[{string.Join(", ", items.Where(item => item.Length > 0).Select(FrontMatterValue.Quote))}]";
    }

    private static List<string> Split(string text, string separators)
    {
        List<string> items = [];
        var item = new StringBuilder();
        var quote = '\0';
        foreach (var letter in text)
        {
            if (quote != '\0') quote = letter == quote ? '\0' : quote;
            else if (letter is '"' or '\'' && item.Length == 0) quote = letter;
            else if (separators.Contains(letter, StringComparison.Ordinal))
            {
                items.Add(item.ToString().Trim());
                item.Clear();
                continue;
            }

            if (item.Length > 0 || !char.IsWhiteSpace(letter)) item.Append(letter);
        }

        items.Add(item.ToString().Trim());
        return items;
    }
}
