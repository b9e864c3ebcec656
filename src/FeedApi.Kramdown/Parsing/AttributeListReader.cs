namespace FeedApi.Kramdown.Parsing;

/// <summary>Parses the content of the braces of an attribute list: <c>#id .class key="value" name</c>.</summary>
internal static class AttributeListReader
{
    // An attribute list may span several lines; real ones are not longer.
    private const int MaxCharacters = 4_096;

    /// <summary>Adds the attributes of a text to a list; anything else is ignored.</summary>
    public static void Read(string text, AttributeList list)
    {
        var at = 0;
        while ((at = Characters.SkipSpace(text, at)) < text.Length)
        {
            var end = ReadOne(text, at, list);
            at = end > at ? end : EndOfWord(text, at);
        }
    }

    /// <summary>The position of the brace that ends attributes, at least one character after their start.</summary>
    public static int? EndOfBraces(string text, int start)
    {
        var end = Math.Min(text.Length, start + MaxCharacters);
        for (var at = start; at < end; at++)
        {
            if (text[at] == '}' && (at == start || text[at - 1] != '\\')) return at > start ? at : null;
        }

        return null;
    }

    // The position after one attribute; its start when there is none.
    private static int ReadOne(string text, int at, AttributeList list)
    {
        if (text[at] is '.' or '#') return ReadMarks(text, at, list);
        var end = Characters.EndOfName(text, at);
        if (end == at) return at;
        var name = text[at..end];
        if (Characters.IsSpaceOrEnd(text, end))
        {
            list.References.Add(name);
            return end;
        }

        if (end + 1 >= text.Length || text[end] != '=' || text[end + 1] is not ('"' or '\'')) return at;
        return ReadValue(text, end + 1, name, list) ?? at;
    }

    private static int? ReadValue(string text, int quote, string name, AttributeList list)
    {
        var end = quote + 1;
        while (end < text.Length && text[end] != text[quote]) end += text[end] == '\\' ? 2 : 1;
        if (end >= text.Length || !Characters.IsSpaceOrEnd(text, end + 1)) return null;
        var value = text[(quote + 1)..end].Replace("\\" + text[quote], text[quote].ToString(), StringComparison.Ordinal);
        list.Add(name, value.Replace("\\}", "}", StringComparison.Ordinal));
        return end + 1;
    }

    // Ids and classes may be adjacent without a space: #id.class
    private static int ReadMarks(string text, int at, AttributeList list)
    {
        var end = EndOfWord(text, at);
        foreach (var range in Marks(text[at..end]))
        {
            if (range[0] == '.') list.Add("class", range[1..]);
            else if (char.IsAsciiLetter(range[1])) list.Add("id", range[1..]);
        }

        return end;
    }

    private static IEnumerable<string> Marks(string word)
    {
        var start = 0;
        for (var i = 1; i <= word.Length; i++)
        {
            if (i < word.Length && word[i] is not ('.' or '#')) continue;
            if (i > start + 1) yield return word[start..i];
            start = i;
        }
    }

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && !Characters.IsSpace(text[at])) at++;
        return at;
    }
}
