namespace FeedApi.Site.Nodes;

/// <summary>Whether a flow collection or quoted scalar of YAML is open, line by line.</summary>
internal sealed class YamlFlowState
{
    private int depth;
    private char quote;

    /// <summary>True when the value goes on in the next line.</summary>
    public bool IsOpen => depth > 0 || IsQuoted;

    /// <summary>True when the next line begins inside quotes.</summary>
    public bool IsQuoted => quote != '\0';

    /// <summary>Reads a line of the value, until it is closed.</summary>
    public void Read(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsQuoted) i += ReadQuoted(text, i);
            else if (text[i] == '#' && (i == 0 || text[i - 1] is ' ' or '\t')) return;
            else ReadPlain(text, i);
            if (!IsOpen) return;
        }
    }

    // The number of further chars that were read.
    private int ReadQuoted(ReadOnlySpan<char> text, int at)
    {
        if (quote == '"' && text[at] == '\\') return 1;
        if (text[at] != quote) return 0;
        if (quote == '\'' && at + 1 < text.Length && text[at + 1] == '\'') return 1;
        quote = '\0';
        return 0;
    }

    private void ReadPlain(ReadOnlySpan<char> text, int at)
    {
        if (text[at] is '[' or '{') depth++;
        else if (text[at] is ']' or '}') depth--;
        else if (text[at] is '"' or '\'' && BeginsValue(text[..at])) quote = text[at];
    }

    // Elsewhere it is an apostrophe.
    private static bool BeginsValue(ReadOnlySpan<char> before) => before.TrimEnd() is [] or [.., '[' or '{' or ',' or ':'];
}
