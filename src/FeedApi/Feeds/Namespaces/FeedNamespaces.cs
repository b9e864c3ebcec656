using System.Xml;
using System.Xml.Linq;

namespace FeedApi.Feeds.Namespaces;

/// <summary>The extension namespaces that feeds use, and how their elements are written.</summary>
internal static class FeedNamespaces
{
    internal static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    internal static readonly XNamespace Syndication = "http://purl.org/rss/1.0/modules/syndication/";
    internal static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    // In the order of their declarations in a document.
    private static readonly (string Prefix, XNamespace Namespace)[] All =
    [
        ("atom", Atom), ("sy", Syndication), ("content", Content), ("dc", DublinCore.Namespace), ("itunes", ITunes.Namespace),
        ("media", MediaRss.Namespace), ("podcast", Podcasting.Namespace),
    ];

    /// <summary>Prefix and URI of each of these namespaces, in a fixed order.</summary>
    internal static IEnumerable<(string Prefix, string Address)> Of(IEnumerable<XNamespace> used)
    {
        var wanted = used.ToHashSet();
        return All.Where(each => wanted.Contains(each.Namespace)).Select(each => (each.Prefix, each.Namespace.NamespaceName));
    }

    /// <summary>Writes elements with the prefix that the root declares.</summary>
    internal static void Write(XmlWriter xml, IEnumerable<XElement> elements)
    {
        foreach (var element in elements)
        {
            var prefix = Array.Find(All, each => each.Namespace == element.Name.Namespace).Prefix;
            xml.WriteStartElement(prefix, element.Name.LocalName, element.Name.NamespaceName);
            foreach (var attribute in element.Attributes()) xml.WriteAttributeString(attribute.Name.LocalName, attribute.Value);
            if (element.HasElements) Write(xml, element.Elements());
            else if (element.Value.Length > 0) xml.WriteString(element.Value);
            xml.WriteEndElement();
        }
    }
}
