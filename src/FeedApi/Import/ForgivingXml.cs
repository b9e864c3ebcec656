using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace FeedApi.Import;

/// <summary>
/// Reads XML with the mistakes that exports have: no declared prefixes, bare ampersands, entities of HTML, control characters.
/// </summary>
/// <remarks>Nothing is fetched and no entity is defined by the document (DTDs are ignored).</remarks>
internal static partial class ForgivingXml
{
    private static readonly (string Prefix, string Name)[] Prefixes =
    [
        ("atom", XmlNames.Atom.NamespaceName), ("content", XmlNames.Content.NamespaceName), ("dc", XmlNames.Dc.NamespaceName),
        ("excerpt", "http://wordpress.org/export/1.2/excerpt/"), ("wp", "http://wordpress.org/export/1.2/"),
        ("itunes", XmlNames.ITunes.NamespaceName), ("media", XmlNames.Media.NamespaceName), ("wfw", "http://wellformedweb.org/CommentAPI/"),
        ("slash", "http://purl.org/rss/1.0/modules/slash/"), ("thr", "http://purl.org/syndication/thread/1.0"),
    ];

    private const int MaxDepth = 200;

    /// <summary>The document.</summary>
    /// <exception cref="ImportException">It cannot be read.</exception>
    public static XDocument Load(byte[] bytes)
    {
        try
        {
            return Load(() => XmlReader.Create(new MemoryStream(bytes), Settings, Context()));
        }
        catch (Exception fault) when (fault is XmlException or ArgumentException)
        {
            return LoadMended(TextOf(bytes));
        }
    }

    // Elements are copied one within another afterwards.
    private static XDocument Load(Func<XmlReader> open)
    {
        using (var reader = open())
        {
            while (reader.Read())
            {
                if (reader.Depth > MaxDepth) throw new ImportException($"The file has elements nested deeper than {MaxDepth}");
            }
        }

        using var whole = open();
        return XDocument.Load(whole, LoadOptions.PreserveWhitespace);
    }

    private static XDocument LoadMended(string text)
    {
        // What stands before the document: lines of a generator, a byte order mark.
        var start = text.IndexOf('<', StringComparison.Ordinal);
        var mended = Ampersand().Replace(
            Forbidden().Replace(start > 0 ? text[start..] : text, ""), found => found.Value switch
            {
                ['<', ..] => found.Value,
                "]]>" => "]]&gt;",
                _ => found.Groups["known"].Success ? found.Value : Mend(found.Value),
            });
        try
        {
            return Load(() => XmlReader.Create(new StringReader(Declaration().Replace(mended, "")), Settings, Context()));
        }
        catch (XmlException fault)
        {
            throw new ImportException(string.Create(
                CultureInfo.InvariantCulture,
                $"The file is not valid XML, line {fault.LineNumber}, column {fault.LinePosition}: {fault.Message}"));
        }
    }

    private static string Mend(string reference)
    {
        var character = WebUtility.HtmlDecode(reference);
        return reference.EndsWith(';') && character != reference
            ? string.Concat(character.EnumerateRunes().Select(rune => string.Create(CultureInfo.InvariantCulture, $"&#{rune.Value};")))
            : "&amp;" + reference[1..];
    }

    private static XmlReaderSettings Settings => new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,
    };

    private static XmlParserContext Context()
    {
        var names = new XmlNamespaceManager(new NameTable());
        foreach (var (prefix, name) in Prefixes) names.AddNamespace(prefix, name);
        return new XmlParserContext(names.NameTable, names, null, XmlSpace.None);
    }

    private static string TextOf(byte[] bytes)
    {
        var declared = DeclaredEncoding().Match(Encoding.ASCII.GetString(bytes, 0, Math.Min(bytes.Length, 200))).Groups["name"].Value;
        using var reader = new StreamReader(new MemoryStream(bytes), EncodingOf(declared));
        return reader.ReadToEnd();
    }

    private static Encoding EncodingOf(string name)
    {
        try
        {
            return name.Length == 0 ? Encoding.UTF8
                : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    [GeneratedRegex(@"<\?xml[^>]*encoding=[""'](?<name>[A-Za-z0-9._-]+)")]
    private static partial Regex DeclaredEncoding();

    // CDATA sections stay as they are.
    [GeneratedRegex(
        @"<!\[CDATA\[.*?\]\]>|\]\]>|&(?:#[0-9]+|#x[0-9A-Fa-f]+|amp|lt|gt|quot|apos);(?<known>)|&[A-Za-z0-9]*;?", RegexOptions.Singleline)]
    private static partial Regex Ampersand();

    [GeneratedRegex("[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"^\s*<\?xml[^>]*\?>")]
    private static partial Regex Declaration();
}
