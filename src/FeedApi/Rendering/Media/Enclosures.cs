using FeedApi.Model;
using FeedApi.Site.Addresses;

namespace FeedApi.Rendering.Media;

/// <summary>Completes the media files of a post: absolute address, media type, size.</summary>
internal static class Enclosures
{
    private const string UnknownType = "application/octet-stream";

    /// <summary>
    /// The enclosures with a usable address, in order, without those whose file is missing and whose length is not stated.
    /// </summary>
    public static IReadOnlyList<Enclosure> Of(Post post, AddressResolver addresses, MissingFiles missing)
    {
        var made = new List<Enclosure>(post.Enclosures.Count);
        foreach (var enclosure in post.Enclosures)
        {
            if (addresses.ResolveFromRoot(enclosure.Url) is not { } url || !url.StartsWith("http", StringComparison.Ordinal)) continue;
            var size = missing.SizeOfEnclosure(enclosure.Url, out var isMissing);
            var stated = enclosure.LengthBytes is > 0 ? enclosure.LengthBytes : null;
            if (isMissing && stated is null) continue;
            made.Add(new Enclosure(url, TypeOf(enclosure, url), stated ?? size ?? 0, enclosure.DurationSeconds, enclosure.Title));
        }

        return made;
    }

    private static string TypeOf(PostEnclosure enclosure, string url) =>
        !string.IsNullOrWhiteSpace(enclosure.Type) ? enclosure.Type.Trim() : MediaTypes.Of(new Uri(url)) ?? UnknownType;
}
