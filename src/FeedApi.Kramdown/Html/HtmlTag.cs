using FeedApi.Kramdown.Parsing;

namespace FeedApi.Kramdown.Html;

/// <summary>A start tag of the source.</summary>
/// <remarks>As in kramdown, a tag is text when it has an unquoted value with other characters than letters and digits.</remarks>
/// <param name="Name">In lower case for elements of HTML.</param>
/// <param name="Attributes">In order, values as written.</param>
/// <param name="IsClosed">True for <c>&lt;name /&gt;</c>.</param>
/// <param name="End">The position after it.</param>
internal sealed record HtmlTag(string Name, List<KeyValuePair<string, string>> Attributes, bool IsClosed, int End)
{
    private const int StepsPerTag = 64;

    /// <summary>Reads the start tag at a position; null when there is none.</summary>
    public static HtmlTag? Read(string text, int start, ParseBudget budget)
    {
        if (start >= text.Length || text[start] != '<') return null;
        var at = HtmlNames.EndOfName(text, start + 1);
        if (at == start + 1) return null;
        budget.Spend(StepsPerTag);
        var name = HtmlNames.Normalise(text[(start + 1)..at]);
        var attributes = new List<KeyValuePair<string, string>>();
        while (ReadAttribute(text, at, HtmlNames.IsKnown(name), attributes, budget) is var end && end > at) at = end;
        at = Characters.SkipSpace(text, at);
        budget.Spend(at - start);
        var isClosed = at < text.Length && text[at] == '/';
        if (isClosed) at++;
        return at < text.Length && text[at] == '>' ? new HtmlTag(name, attributes, isClosed, at + 1) : null;
    }

    /// <summary>Reads the end tag at a position: its name as written and the position after it; null when there is none.</summary>
    public static (string Name, int End)? ReadEnd(string text, int start)
    {
        if (!Characters.IsAt(text, start, "</")) return null;
        var end = HtmlNames.EndOfName(text, start + 2);
        var close = Characters.SkipSpace(text, end);
        return end > start + 2 && close < text.Length && text[close] == '>' ? (text[(start + 2)..end], close + 1) : null;
    }

    /// <summary>The position of the end tag of an element, ignoring case; -1 when there is none.</summary>
    public static int FindEnd(string text, int start, string name, ParseBudget budget)
    {
        budget.SpendSearch(text.Length - start);
        for (var at = start; (at = text.IndexOf("</", at, StringComparison.Ordinal)) >= 0; at += 2)
        {
            budget.Spend(4);
            if (IsEndOf(text, at, name)) return at;
        }

        return -1;
    }

    /// <summary>True when the end tag of an element is at a position.</summary>
    public static bool IsEndOf(string text, int at, string name)
    {
        if (!Characters.IsAt(text, at, "</") || string.Compare(text, at + 2, name, 0, name.Length, Casing(name)) != 0) return false;
        var close = Characters.SkipSpace(text, at + 2 + name.Length);
        return close < text.Length && text[close] == '>';
    }

    /// <summary>Removes an attribute; returns its value, or null when it was absent.</summary>
    public string? Take(string attribute)
    {
        var index = Attributes.FindIndex(each => each.Key == attribute);
        if (index < 0) return null;
        var value = Attributes[index].Value;
        Attributes.RemoveAt(index);
        return value;
    }

    private static StringComparison Casing(string name) =>
        HtmlNames.IsKnown(name) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private static int ReadAttribute(
        string text, int start, bool isKnown, List<KeyValuePair<string, string>> attributes, ParseBudget budget)
    {
        var from = Characters.SkipSpace(text, start);
        var end = HtmlNames.EndOfName(text, from);
        if (from == start || end == from) return start;
        var name = text[from..end];
        budget.Spend(StepsPerTag);
        var (value, at) = ReadValue(text, end, budget);
#pragma warning disable CA1308 // HTML names are in lower case.
        attributes.Add(new KeyValuePair<string, string>(isKnown ? name.ToLowerInvariant() : name, value));
#pragma warning restore CA1308
        return at;
    }

    // Without a readable value the attribute ends after its name.
    private static (string Value, int End) ReadValue(string text, int end, ParseBudget budget)
    {
        var at = Characters.SkipSpace(text, end);
        if (at >= text.Length || text[at] != '=') return ("", end);
        at = Characters.SkipSpace(text, at + 1);
        if (at >= text.Length) return ("", end);
        if (text[at] is '"' or '\'')
        {
            var close = text.IndexOf(text[at], at + 1);
            budget.SpendSearch((close < 0 ? text.Length : close) - at);
            return close < 0 ? ("", end) : (text[(at + 1)..close], close + 1);
        }

        var word = at;
        while (word < text.Length && Characters.IsAnyWord(text[word])) word++;
        return word > at ? (text[at..word], word) : ("", end);
    }
}
