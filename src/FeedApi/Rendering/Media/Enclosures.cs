using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Rendering.Media;

/// <summary>Completes the media files of a post: absolute address, media type, size.</summary>
internal static class Enclosures
{
    private const string UnknownType = "application/octet-stream";

    /// <summary>The enclosures with a usable address, in order.</summary>
    public static IReadOnlyList<Enclosure> Of(Post post, SiteConfig site, AddressResolver addresses)
    {
        var made = new List<Enclosure>(post.Enclosures.Count);
        foreach (var enclosure in post.Enclosures)
        {
            if (addresses.ResolveFromRoot(enclosure.Url) is not { } url || !url.StartsWith("http", StringComparison.Ordinal)) continue;
            made.Add(new Enclosure(
                url, TypeOf(enclosure, url), LengthOf(enclosure, site, addresses), enclosure.DurationSeconds, enclosure.Title));
        }

        return made;
    }

    private static string TypeOf(PostEnclosure enclosure, string url) =>
        !string.IsNullOrWhiteSpace(enclosure.Type) ? enclosure.Type.Trim() : MediaTypes.Of(new Uri(url)) ?? UnknownType;

    private static long LengthOf(PostEnclosure enclosure, SiteConfig site, AddressResolver addresses)
    {
        if (enclosure.LengthBytes is >= 0 and var stated) return stated;
        if (addresses.PathInContent(enclosure.Url) is not { } path) return 0;
        var file = new FileInfo(Path.Combine(site.ContentFolder, path));
        return file is { Exists: true, LinkTarget: null } ? file.Length : 0;
    }
}
