using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Dom;
using FeedApi.Tests.Hosting;

namespace FeedApi.Tests.Pages;

/// <summary>A walk over everything that a site's pages and feeds link to, from one address on, without leaving the site's host.</summary>
internal sealed class Crawl(TestSite site, string host)
{
    private readonly Queue<(Uri Address, Uri From)> waiting = new();
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    /// <summary>The paths that were asked for.</summary>
    public IReadOnlyCollection<string> Seen => seen;

    /// <summary>The links that did not lead to 200, as sentences.</summary>
    public List<string> Broken { get; } = [];

    /// <summary>Walks.</summary>
    public async Task RunAsync(string start)
    {
        var first = new Uri(start);
        Follow(first, first);
        while (waiting.TryDequeue(out var link)) await VisitAsync(link.Address, link.From);
    }

    private void Follow(Uri address, Uri from)
    {
        var isOfSite = address.Scheme is "http" or "https" && address.Authority == host;
        if (isOfSite && seen.Add(address.PathAndQuery)) waiting.Enqueue((address, from));
    }

    private async Task VisitAsync(Uri address, Uri from)
    {
        using var response = await site.GetAsync(address.PathAndQuery);
        if (response.Headers.Location is { } moved)
        {
            Follow(new Uri(address, moved), from);
            return;
        }

        if ((int)response.StatusCode != 200)
        {
            Broken.Add($"{(int)response.StatusCode} {address} from {from}");
            return;
        }

        var body = await response.Content.ReadAsStringAsync(Xunit.TestContext.Current.CancellationToken);
        foreach (var link in LinksOf(response.Content.Headers.ContentType?.MediaType, body)) Follow(new Uri(address, link), address);
    }

    private static IEnumerable<string> LinksOf(string? mediaType, string body) => mediaType switch
    {
        "text/html" => LinksOfPage(SitePages.Parse(body)),
        "application/rss+xml" or "application/atom+xml" or "text/x-opml" => LinksOfXml(XDocument.Parse(body).Root!),
        "application/feed+json" => LinksOfJson(JsonNode.Parse(body)!),
        _ => [],
    };

    private static IEnumerable<string> LinksOfPage(IDocument page) =>
        [.. page.Values("[href]", "href"), .. page.Values("[src]", "src"), .. page.Values("[poster]", "poster")];

    private static IEnumerable<string> LinksOfXml(XElement root)
    {
        var attributes = root.DescendantsAndSelf().Attributes()
            .Where(attribute => attribute.Name.LocalName is "href" or "url" or "xmlUrl" or "htmlUrl").Select(attribute => attribute.Value);
        var texts = root.Descendants()
            .Where(element => element.Name.LocalName is "link" or "icon" or "logo")
            .Select(element => element.Value);
        return attributes.Concat(texts.Where(text => text.Length > 0));
    }

    private static IEnumerable<string> LinksOfJson(JsonNode feed)
    {
        string[] ofFeed = ["home_page_url", "feed_url", "next_url", "icon", "favicon"];
        string[] ofItem = ["url", "image", "banner_image"];
        var items = feed["items"]!.AsArray();
        return ofFeed.Select(name => (string?)feed[name])
            .Concat(items.SelectMany(item => ofItem.Select(name => (string?)item![name])))
            .Concat(items.SelectMany(item => item!["attachments"]?.AsArray().Select(each => (string?)each!["url"]) ?? []))
            .OfType<string>();
    }
}
