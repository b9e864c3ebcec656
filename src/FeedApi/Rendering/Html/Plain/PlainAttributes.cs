using System.Buffers;

namespace FeedApi.Rendering.Html.Plain;

/// <summary>The attributes of one tag: names in lower case, each once, values in double quotes.</summary>
internal sealed class PlainAttributes(string html)
{
    private const int MaxAttributes = 16;

    private static readonly SearchValues<char> NameChars = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    // Others than these can be taken for tags, or are removed by a parser, the sanitiser or a browser.
    private static readonly SearchValues<char> ForeignChars = SearchValues.Create("<>\n\t");

    private readonly (Range Name, Range Value)[] items = new (Range, Range)[MaxAttributes];

    /// <summary>The number of attributes.</summary>
    public int Count { get; private set; }

    /// <summary>True when the tag ends with a slash.</summary>
    public bool IsSelfClosing { get; private set; }

    /// <summary>The name of an attribute.</summary>
    public ReadOnlySpan<char> NameOf(int index) => html.AsSpan()[items[index].Name];

    /// <summary>The value of an attribute as written.</summary>
    public ReadOnlySpan<char> WrittenOf(int index) => html.AsSpan()[items[index].Value];

    /// <summary>The value of an attribute.</summary>
    public string ValueOf(int index) => CharacterReference.Decode(WrittenOf(index));

    /// <summary>The value of an attribute; null when the tag has none of that name.</summary>
    public string? ValueOf(string name) => IndexOf(name) is var index and >= 0 ? ValueOf(index) : null;

    /// <summary>Reads the attributes of a tag; false when they are not plain.</summary>
    /// <param name="at">The end of the tag's name; afterwards the end of the tag.</param>
    public bool Read(ref int at)
    {
        Count = 0;
        IsSelfClosing = false;
        while (true)
        {
            var start = at;
            while (at < html.Length && html[at] == ' ') at++;
            if (at >= html.Length) return false;
            if (html[at] is '>' or '/') return End(ref at);
            if (at == start || !ReadOne(ref at)) return false;
        }
    }

    private bool End(ref int at)
    {
        IsSelfClosing = html[at] == '/';
        if (IsSelfClosing) at++;
        if (at >= html.Length || html[at] != '>') return false;
        at++;
        return true;
    }

    private bool ReadOne(ref int at)
    {
        var rest = html.AsSpan(at);
        var length = rest.IndexOfAnyExcept(NameChars);
        if (length <= 0 || !char.IsAsciiLetterLower(rest[0]) || !rest[length..].StartsWith("=\"", StringComparison.Ordinal)) return false;
        if (Count == MaxAttributes || IndexOf(rest[..length]) >= 0) return false;
        var start = length + 2;
        var size = rest[start..].IndexOf('"');
        if (size < 0 || !IsPlain(rest.Slice(start, size))) return false;
        items[Count++] = (at..(at + length), (at + start)..(at + start + size));
        at += start + size + 1;
        return true;
    }

    private static bool IsPlain(ReadOnlySpan<char> value)
    {
        if (value.IndexOfAny(ForeignChars) >= 0) return false;
        while (value.IndexOf('&') is var at and >= 0)
        {
            if (!CharacterReference.TryRead(value[at..], out var character, out var length)) return false;
            value = value[(at + length)..];
            // The sanitiser takes &{ for a script of Netscape's.
            if (character == '&' && value.StartsWith('{')) return false;
        }

        return true;
    }

    private int IndexOf(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < Count; i++)
        {
            if (NameOf(i).SequenceEqual(name)) return i;
        }

        return -1;
    }
}
