using System.Text;
using System.Xml;
using FeedApi.Catalog;
using FeedApi.Feeds.Entries;
using XmlText = FeedApi.Model.Text.XmlText;

namespace FeedApi.Pages.Crawlers;

/// <summary>Writes documents of the sitemap protocol (sitemaps.org, version 0.9), with Google's extensions for images and news.</summary>
internal static class SitemapWriter
{
    private const string Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Image = "http://www.google.com/schemas/sitemap-image/1.1";
    private const string News = "http://www.google.com/schemas/sitemap-news/0.9";

    /// <summary>The index of the parts.</summary>
    public static byte[] Index(IEnumerable<(string Address, DateTimeOffset? Changed)> parts) => Write("sitemapindex", xml =>
    {
        foreach (var (address, changed) in parts) Entry(xml, "sitemap", address, changed);
    });

    /// <summary>A part with pages.</summary>
    public static byte[] Pages(IEnumerable<(string Address, DateTimeOffset? Changed)> pages) => Write("urlset", xml =>
    {
        foreach (var (address, changed) in pages) Entry(xml, "url", address, changed);
    });

    /// <summary>A part with articles and their images.</summary>
    public static byte[] Articles(IEnumerable<(string Address, ListedAddress Article)> articles) => Write("urlset", xml =>
    {
        xml.WriteAttributeString("xmlns", "image", null, Image);
        foreach (var (address, article) in articles)
        {
            Entry(xml, "url", address, article.Changed, () =>
            {
                if (WebAddress.Parse(article.Image) is not { } image) return;
                xml.WriteStartElement("image", Image);
                xml.WriteElementString("loc", Image, image.AbsoluteUri);
                xml.WriteEndElement();
            });
        }
    });

    /// <summary>A part with recent articles as news.</summary>
    /// <param name="publication">The name of the site.</param>
    /// <param name="articles">At most 1,000 articles of the last two days.</param>
    public static byte[] NewsArticles(string publication, IEnumerable<(string Address, ListedAddress Article)> articles) =>
        Write("urlset", xml =>
        {
            xml.WriteAttributeString("xmlns", "news", null, News);
            foreach (var (address, article) in articles)
            {
                Entry(xml, "url", address, article.Changed, () =>
                {
                    xml.WriteStartElement("news", News);
                    xml.WriteStartElement("publication", News);
                    xml.WriteElementString("name", News, XmlText.Clean(publication));
                    xml.WriteElementString("language", News, LanguageOf(article.Language));
                    xml.WriteEndElement();
                    xml.WriteElementString("publication_date", News, FeedDate.Rfc3339(article.Published));
                    xml.WriteElementString("title", News, XmlText.Clean(article.Title));
                    xml.WriteEndElement();
                });
            }
        });

    // Google's documentation: ISO 639, except zh-cn and zh-tw.
    private static string LanguageOf(string language)
    {
        var name = language.Split('-')[0].ToLowerInvariant();
        if (name != "zh") return name;
        return language.Contains("Hant", StringComparison.OrdinalIgnoreCase) || language.EndsWith("TW", StringComparison.OrdinalIgnoreCase)
            || language.EndsWith("HK", StringComparison.OrdinalIgnoreCase) ? "zh-tw" : "zh-cn";
    }

    private static byte[] Write(string root, Action<XmlWriter> fill)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement(root, Sitemap);
            fill(xml);
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Entry(XmlWriter xml, string name, string address, DateTimeOffset? changed, Action? more = null)
    {
        xml.WriteStartElement(name, Sitemap);
        xml.WriteElementString("loc", Sitemap, address);
        if (changed is { } instant) xml.WriteElementString("lastmod", Sitemap, FeedDate.Rfc3339(instant));
        more?.Invoke();
        xml.WriteEndElement();
    }
}
