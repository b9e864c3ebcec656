using System.Globalization;
using System.Text;

namespace FeedApi.Reliability.Xml;

/// <summary>A post with 64 UTF-16 units in title and body, each between marks, and text that is hostile to XML.</summary>
/// <remarks>
/// The body is a fence of code, in which nothing but line ends means anything. The file is UTF-16, which can hold lone surrogates; the
/// title has the units as escapes.
/// </remarks>
internal sealed class XmlPost
{
    /// <summary>How many units a post has.</summary>
    public const int Units = 64;

    private const int AllUnits = 0x10000;

    private static readonly string[] Pieces =
    [
        "]]>", "<![CDATA[", "<!--", "-->", "&", "&amp;", "&nbsp;", "&#0;", "&#xFFFE;", "<?xml?>", "<a>", "</description>", "\"", "'",
        "%20", "\u0085", "\u2028", "\uFDD0", "\u202E", "\u200B", "\uFEFF", "e\u0301", "𠀀", "👩‍👩‍👧", "\U0001FFFE", "\U0010FFFF", "海",
        "\uFFFD", "�", "&lt;script&gt;", "\\", "{{", "é",
    ];

    private readonly int first;
    private readonly string noise;

    /// <summary>The post of a number.</summary>
    public XmlPost(int number, Random random)
    {
        Number = number;
        first = number * Units % AllUnits;
        noise = string.Concat(Enumerable.Range(0, 12).Select(_ => Pieces[random.Next(Pieces.Length)]));
    }

    /// <summary>Its number.</summary>
    public int Number { get; }

    /// <summary>What the file is called, without its ending, which is its id too.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"2025-01-02-xml-{Number:0000000}");

    /// <summary>The whole file, with a byte order mark.</summary>
    public byte[] Bytes()
    {
        var title = string.Concat(Enumerable.Range(first, Units).Select(Escaped));
        var text = $"---\ntitle: \"t{title}t\"\ntags: [{Quote(noise)}]\nauthor: {Quote(noise)}\n---\n```\n{Body}\n```\n";
        return [0xFF, 0xFE, .. text.SelectMany(unit => new[] { (byte)unit, (byte)(unit >> 8) })];
    }

    /// <summary>The code in the body, where XML allows its characters; whoever reads UTF-16 replaces half a surrogate pair.</summary>
    public string ExpectedBody => Legal(Body, loneSurrogate: "\uFFFD");

    /// <summary>The title, where XML allows its characters.</summary>
    public string ExpectedTitle => Legal($"t{string.Concat(Enumerable.Range(first, Units).Select(unit => $"{(char)unit}x"))}t", "");

    private string Body => string.Concat(Enumerable.Range(first, Units).Select(unit => $"{(char)unit}x")) + noise;

    // XML 1.0, section 2.2.
    private static string Legal(string text, string loneSurrogate)
    {
        var legal = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if (char.IsHighSurrogate(unit) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) legal.Append(unit).Append(text[++i]);
            else if (unit is '\t' or '\n' or '\r' or (>= ' ' and <= '\uD7FF') or (>= '\uE000' and <= '\uFFFD')) legal.Append(unit);
            else if (char.IsSurrogate(unit)) legal.Append(loneSurrogate);
        }

        return legal.ToString();
    }

    private static string Escaped(int unit) => string.Create(CultureInfo.InvariantCulture, $"\\u{unit:X4}x");

    private static string Quote(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
