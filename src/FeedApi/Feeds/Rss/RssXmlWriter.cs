using System.Text;
using System.Xml;

namespace FeedApi.Feeds.Rss;

/// <summary>
/// An XML writer that escapes text as the RSS profile recommends: <c>&amp;#x26;</c>, <c>&amp;#x3C;</c>, <c>&amp;#x3E;</c>.
/// </summary>
/// <remarks>RSS profile, section 3.1: readers that decode twice show the named forms as markup.</remarks>
internal sealed class RssXmlWriter(Stream stream) : XmlTextWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
{
    private const string CDataEnd = "]]>";

    /// <inheritdoc/>
    public override void WriteString(string? text)
    {
        var rest = text ?? "";
        for (var special = IndexOfSpecial(rest); special >= 0; special = IndexOfSpecial(rest))
        {
            if (special > 0) base.WriteString(rest[..special]);
            WriteCharEntity(rest[special]);
            rest = rest[(special + 1)..];
        }

        base.WriteString(rest);
    }

    /// <summary>Writes a CDATA section, split wherever the text contains the end mark.</summary>
    public override void WriteCData(string? text)
    {
        var rest = text ?? "";
        for (var end = rest.IndexOf(CDataEnd, StringComparison.Ordinal); end >= 0; end = rest.IndexOf(CDataEnd, StringComparison.Ordinal))
        {
            base.WriteCData(rest[..(end + 2)]);
            rest = rest[(end + 2)..];
        }

        base.WriteCData(rest);
    }

    private static int IndexOfSpecial(string text) => text.AsSpan().IndexOfAny('&', '<', '>');
}
