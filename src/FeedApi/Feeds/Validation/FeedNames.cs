using System.Xml.Linq;

namespace FeedApi.Feeds.Validation;

/// <summary>The namespaces of elements that are checked.</summary>
internal static class FeedNames
{
    /// <summary>Atom (RFC 4287).</summary>
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>RSS content module: <c>content:encoded</c>.</summary>
    public static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    /// <summary>Dublin Core: <c>dc:creator</c>.</summary>
    public static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>Feed history (RFC 5005): <c>fh:archive</c>, <c>fh:complete</c>.</summary>
    public static readonly XNamespace History = "http://purl.org/syndication/history/1.0";

    /// <summary>XHTML.</summary>
    public static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
}
