using System.Text;

namespace FeedApi.Rendering.Shortcodes;

/// <summary>The arguments of a shortcode: by name, or by place.</summary>
internal sealed class ShortcodeArguments
{
    private readonly Dictionary<string, string> named = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> placed = [];
    private readonly string text;
    private readonly bool isZola;
    private int at;

    private ShortcodeArguments(string text, bool isZola)
    {
        this.text = text;
        this.isZola = isZola;
    }

    /// <summary>Reads the arguments of a tag.</summary>
    public static ShortcodeArguments Of(ShortcodeTag tag)
    {
        var arguments = new ShortcodeArguments(tag.Text, tag.IsZola);
        while (arguments.SkipSpace()) arguments.ReadOne();
        return arguments;
    }

    /// <summary>The argument of that name; null when missing or empty.</summary>
    public string? Named(string name) => named.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>The argument of that name, else the one at that place; null when missing or empty.</summary>
    public string? Find(string name, int place) => Named(name) ?? (place < placed.Count && placed[place].Length > 0 ? placed[place] : null);

    private void ReadOne()
    {
        var isQuoted = IsQuote(text[at]);
        var value = isQuoted ? ReadQuoted() : ReadBare(stopsAtEquals: true);
        if (!isQuoted && SkipSpace() && text[at] == '=')
        {
            at++;
            named[value] = !SkipSpace() ? "" : IsQuote(text[at]) ? ReadQuoted() : ReadBare(stopsAtEquals: false);
            return;
        }

        placed.Add(value);
    }

    private string ReadQuoted()
    {
        var quote = text[at++];
        var value = new StringBuilder();
        for (; at < text.Length && text[at] != quote; at++)
        {
            if (text[at] == '\\' && quote == '"' && at + 1 < text.Length) at++;
            value.Append(text[at]);
        }

        at++;
        return value.ToString();
    }

    private string ReadBare(bool stopsAtEquals)
    {
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && !(isZola && text[at] == ',') && !(stopsAtEquals && text[at] == '='))
            at++;
        // A lone sign must not be read again and again.
        if (at == start) at++;
        return text[start..at];
    }

    // False at the end.
    private bool SkipSpace()
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || (isZola && text[at] == ','))) at++;
        return at < text.Length;
    }

    private bool IsQuote(char letter) => letter is '"' or '`' || (isZola && letter == '\'');
}
