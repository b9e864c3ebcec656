using System.Buffers;

namespace FeedApi.Rendering.Html.Plain;

/// <summary>Collects HTML in a pooled buffer, escaped as <see cref="HtmlWriter"/> does.</summary>
internal sealed class PlainWriter(int capacity) : IDisposable
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create("&<>\"\u00a0");

    private char[] chars = ArrayPool<char>.Shared.Rent(capacity);

    /// <summary>The number of chars so far; a smaller one takes back what was written since.</summary>
    public int Length { get; set; }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose() => ArrayPool<char>.Shared.Return(chars);

    /// <summary>Writes a text as it is.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        if (text.Length > chars.Length - Length) Grow(text.Length);
        text.CopyTo(chars.AsSpan(Length));
        Length += text.Length;
    }

    /// <summary>Writes a text, with references for the characters that need one.</summary>
    public void WriteEscaped(ReadOnlySpan<char> text, bool isAttribute)
    {
        while (text.IndexOfAny(Escaped) is var at and >= 0)
        {
            Write(text[..at]);
            Write(text[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => isAttribute ? "&quot;" : "\"",
                _ => "&nbsp;",
            });
            text = text[(at + 1)..];
        }

        Write(text);
    }

    /// <summary>Writes an attribute.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value, not escaped.</param>
    public void WriteAttribute(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        Write(" ");
        Write(name);
        Write("=\"");
        WriteEscaped(value, isAttribute: true);
        Write("\"");
    }

    /// <summary>Writes an end tag.</summary>
    public void WriteEndTag(string name)
    {
        Write("</");
        Write(name);
        Write(">");
    }

    /// <summary>All of it, without white space around it.</summary>
    public override string ToString() => chars.AsSpan(0, Length).Trim().ToString();

    private void Grow(int by)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(chars.Length * 2, Length + by));
        chars.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(chars);
        chars = larger;
    }
}
