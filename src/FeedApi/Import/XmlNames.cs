using System.Xml.Linq;

namespace FeedApi.Import;

/// <summary>Namespaces of feeds.</summary>
internal static class XmlNames
{
    /// <summary>RFC 4287.</summary>
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>RSS 1.0 module content.</summary>
    public static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    /// <summary>Dublin Core.</summary>
    public static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    /// <summary>Podcasts of Apple.</summary>
    public static readonly XNamespace ITunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";

    /// <summary>Media RSS.</summary>
    public static readonly XNamespace Media = "http://search.yahoo.com/mrss/";

    /// <summary>XHTML.</summary>
    public static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
}
