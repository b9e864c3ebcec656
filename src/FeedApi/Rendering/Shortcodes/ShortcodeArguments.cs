using System.Text;

namespace FeedApi.Rendering.Shortcodes;

/// <summary>The arguments of a shortcode, named or positional.</summary>
internal sealed class ShortcodeArguments
{
    private readonly Dictionary<string, string> named = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> positional = [];
    private readonly List<ShortcodeArgument> all = [];
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

    /// <summary>All of them, as written.</summary>
    public IReadOnlyList<ShortcodeArgument> All => all;

    /// <summary>True when they are named; Hugo does not allow both kinds in one tag.</summary>
    public bool IsNamed => named.Count > 0;

    /// <summary>The positional argument at a 0-based position; null when there is none.</summary>
    public ShortcodeArgument? At(int position) => !IsNamed && position >= 0 && position < all.Count ? all[position] : null;

    /// <summary>The argument of that name; null when missing or empty.</summary>
    public string? Named(string name) => named.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>The argument of that name, else the one at that 0-based position; null when missing or empty.</summary>
    public string? Find(string name, int position) =>
        Named(name) ?? (position < positional.Count && positional[position].Length > 0 ? positional[position] : null);

    private void ReadOne()
    {
        var isQuoted = IsQuote(text[at]);
        var value = isQuoted ? ReadQuoted() : ReadBare(stopsAtEquals: true);
        if (!isQuoted && SkipSpace() && text[at] == '=')
        {
            at++;
            var isText = SkipSpace() && IsQuote(text[at]);
            named[value] = at >= text.Length ? "" : isText ? ReadQuoted() : ReadBare(stopsAtEquals: false);
            all.Add(new ShortcodeArgument(value, named[value], isText));
            return;
        }

        positional.Add(value);
        all.Add(new ShortcodeArgument(null, value, isQuoted));
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
        // A single separator must be consumed, or the loop would not advance.
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
