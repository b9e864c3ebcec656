using System.Collections.Frozen;

namespace FeedApi.Rendering.Media;

/// <summary>Media types by the extension of an address.</summary>
internal static class MediaTypes
{
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
        [".svg"] = "image/svg+xml",
        [".vtt"] = "text/vtt",
        [".srt"] = "application/x-subrip",
        [".txt"] = "text/plain",
        [".html"] = "text/html",
        [".json"] = "application/json",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The media type of an absolute address; null when its extension is unknown.</summary>
    public static string? Of(Uri address) => Types.GetValueOrDefault(Path.GetExtension(address.AbsolutePath));
}
