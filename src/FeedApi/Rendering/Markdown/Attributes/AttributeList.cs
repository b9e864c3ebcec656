using System.Buffers;
using System.Globalization;
using System.Text;
using Markdig.Renderers.Html;

namespace FeedApi.Rendering.Markdown.Attributes;

/// <summary>Reads a list of attributes as goldmark does: <c>{#id .class key=value}</c>, and nothing else that stands in braces.</summary>
/// <remarks>
/// goldmark 1.5.4, parser/attribute.go. Lists as values are passed over: they concern the colours of code only.
/// </remarks>
internal ref struct AttributeList
{
    // Deeper ones are text. goldmark has no limit.
    private const int MaxDepth = 8;

    private static readonly SearchValues<char> NameChars =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_:.-");

    private static readonly SearchValues<char> NumberChars = SearchValues.Create("0123456789.eE+-");

    private readonly ReadOnlySpan<char> text;
    private int at;
    private int count;

    private AttributeList(ReadOnlySpan<char> text) => this.text = text;

    /// <summary>The attributes; null when the text is anything but one list.</summary>
    /// <param name="text">From the opening to the closing brace.</param>
    public static HtmlAttributes? Read(ReadOnlySpan<char> text)
    {
        var list = new AttributeList(text);
        var attributes = new HtmlAttributes();
        return list.ReadBraces(attributes) && list.at == text.Length ? attributes : null;
    }

    /// <summary>True when nothing is named in the braces: <c>{}</c>, <c>{#}</c>.</summary>
    public static bool IsEmpty(HtmlAttributes attributes) => attributes is { Id: null, Classes: null, Properties: null };

    private bool ReadBraces(HtmlAttributes attributes)
    {
        if (!Take('{')) return false;
        // Only a list without anything may close at once: "{ }" is text.
        while (!Take('}'))
        {
            SkipSpace();
            if (++count > RenderingLimits.TagAttributes || !ReadAttribute(attributes)) return false;
            SkipSpace();
            if (Take(',')) SkipSpace();
        }

        return true;
    }

    private bool ReadAttribute(HtmlAttributes attributes)
    {
        if (Take('#'))
        {
            var id = TakeIdentifier();
            if (id.Length > 0) attributes.Id = id;
            return true;
        }

        if (Take('.'))
        {
            if (TakeIdentifier() is { Length: > 0 } name) (attributes.Classes ??= []).Add(name);
            return true;
        }

        var key = TakeName();
        SkipSpace();
        if (key.Length == 0 || !Take('=')) return false;
        SkipSpace();
        var isText = at < text.Length && text[at] is not ('[' or '-' or '+') && !char.IsAsciiDigit(text[at]);
        if (!ReadValue(0, out var value) || (key == "class" && !isText)) return false;
        if (key == "id") attributes.Id = value;
        else if (key == "class") (attributes.Classes ??= []).Add(value);
        else attributes.AddProperty(key, value);
        return true;
    }

    private bool ReadValue(int depth, out string value)
    {
        value = "";
        if (at == text.Length) return false;
        var c = text[at];
        if (c == '[') return ReadArray(depth + 1);
        if (c == '"') return ReadQuoted(out value);
        var isNumber = c is '-' or '+' || char.IsAsciiDigit(c);
        value = isNumber ? Take(NumberChars) : TakeName();
        return isNumber ? double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) : value.Length > 0;
    }

    private bool ReadArray(int depth)
    {
        if (depth > MaxDepth) return false;
        at++;
        SkipSpace();
        if (Take(']')) return true;
        while (true)
        {
            SkipSpace();
            if (!ReadValue(depth, out _)) return false;
            SkipSpace();
            if (Take(']')) return true;
            if (!Take(',')) return false;
        }
    }

    private bool ReadQuoted(out string value)
    {
        var quoted = new StringBuilder();
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '"' or '\\' or '/') at++;
            quoted.Append(text[at]);
        }

        value = quoted.ToString();
        return Take('"');
    }

    private string TakeIdentifier()
    {
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && (!IsAsciiSign(text[at]) || text[at] is '_' or '-' or ':' or '.')) at++;
        return text[start..at].ToString();
    }

    private string TakeName() =>
        at < text.Length && (char.IsAsciiLetter(text[at]) || text[at] is '_' or ':') ? Take(NameChars) : "";

    private string Take(SearchValues<char> chars)
    {
        var length = text[at..].IndexOfAnyExcept(chars);
        var taken = length < 0 ? text[at..] : text.Slice(at, length);
        at += taken.Length;
        return taken.ToString();
    }

    private bool Take(char c)
    {
        if (at == text.Length || text[at] != c) return false;
        at++;
        return true;
    }

    private void SkipSpace()
    {
        while (at < text.Length && text[at] is ' ' or '\t') at++;
    }

    private static bool IsAsciiSign(char c) => char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c));
}
