using System.Collections.Frozen;
using FeedApi.Content;

namespace FeedApi.Rendering;

/// <summary>Completes the media files of a post: absolute address, media type, size.</summary>
internal static class Enclosures
{
    private const string UnknownType = "application/octet-stream";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".mp3"] = "audio/mpeg",
        [".m4a"] = "audio/mp4",
        [".m4b"] = "audio/mp4",
        [".aac"] = "audio/aac",
        [".flac"] = "audio/flac",
        [".wav"] = "audio/wav",
        [".oga"] = "audio/ogg",
        [".ogg"] = "audio/ogg",
        [".opus"] = "audio/ogg",
        [".mp4"] = "video/mp4",
        [".m4v"] = "video/mp4",
        [".mov"] = "video/quicktime",
        [".webm"] = "video/webm",
        [".ogv"] = "video/ogg",
        [".pdf"] = "application/pdf",
        [".epub"] = "application/epub+zip",
        [".zip"] = "application/zip",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".png"] = "image/png",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".avif"] = "image/avif",
        [".vtt"] = "text/vtt",
        [".srt"] = "application/x-subrip",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The enclosures with a usable address, in order.</summary>
    public static IReadOnlyList<Enclosure> Of(Post post, SiteConfig site, AddressResolver addresses)
    {
        var made = new List<Enclosure>(post.Enclosures.Count);
        foreach (var enclosure in post.Enclosures)
        {
            if (addresses.ResolveFromRoot(enclosure.Url) is not { } url || !url.StartsWith("http", StringComparison.Ordinal)) continue;
            made.Add(new Enclosure(url, TypeOf(enclosure, url), LengthOf(enclosure, site, addresses)));
        }

        return made;
    }

    private static string TypeOf(PostEnclosure enclosure, string url) =>
        !string.IsNullOrWhiteSpace(enclosure.Type) ? enclosure.Type.Trim()
        : Types.TryGetValue(Path.GetExtension(new Uri(url).AbsolutePath), out var type) ? type
        : UnknownType;

    private static long LengthOf(PostEnclosure enclosure, SiteConfig site, AddressResolver addresses)
    {
        if (enclosure.LengthBytes is >= 0 and var stated) return stated;
        if (addresses.PathInContent(enclosure.Url) is not { } path) return 0;
        var file = new FileInfo(Path.Combine(site.ContentFolder, path));
        return file is { Exists: true, LinkTarget: null } ? file.Length : 0;
    }
}
