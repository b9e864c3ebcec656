using System.Collections.Frozen;

namespace FeedApi.Site.Files;

/// <summary>The kinds of files that a site publishes unchanged, by extension; every other kind is not served.</summary>
internal static class PublicTypes
{
    private static readonly string[] Pictures =
    [
        "png", "jpg", "jpeg", "jpe", "jfif", "gif", "webp", "avif", "jxl", "heic", "heif", "svg", "svgz", "bmp", "ico", "cur", "tif",
        "tiff", "apng", "psd", "ai", "eps",
    ];

    private static readonly string[] SoundAndFilm =
    [
        "mp3", "m4a", "m4b", "aac", "ogg", "oga", "opus", "flac", "wav", "wma", "mid", "midi", "aif", "aiff", "weba", "mp4", "m4v", "webm",
        "ogv", "mov", "avi", "mkv", "mpg", "mpeg", "3gp", "wmv", "flv", "ts", "m3u", "m3u8", "pls", "vtt", "srt", "ass", "swf",
    ];

    private static readonly string[] OfPages =
    [
        "html", "htm", "xhtml", "css", "js", "mjs", "cjs", "map", "wasm", "webmanifest", "appcache", "htc", "woff", "woff2", "ttf", "ttc",
        "otf", "eot", "json", "jsonld", "json5", "geojson", "topojson", "xml", "xsl", "xslt", "rss", "atom", "opml", "rdf", "dtd", "xsd",
    ];

    private static readonly string[] Documents =
    [
        "pdf", "ps", "djvu", "txt", "text", "csv", "tsv", "rtf", "doc", "docx", "dot", "dotx", "xls", "xlsx", "xlsm", "ppt", "pptx", "pps",
        "ppsx", "odt", "ods", "odp", "odg", "odf", "vsd", "vsdx", "pages", "numbers", "epub", "mobi", "azw", "azw3", "fb2", "cbz", "cbr",
        "ics", "ical", "vcf", "vcard", "bib", "ris", "tex", "ipynb", "gpx", "kml", "kmz", "stl", "obj", "glb", "gltf", "usdz", "dxf",
        "patch", "diff",
    ];

    private static readonly string[] Archives =
    [
        "zip", "gz", "tgz", "bz2", "tbz", "xz", "txz", "zst", "br", "lz", "lzma", "7z", "rar", "tar", "torrent", "apk", "ipa", "dmg", "pkg",
        "deb", "rpm", "iso", "crx", "xpi", "asc", "sig", "der", "crt", "cer", "crl", "p7b", "md5", "sha1", "sha256", "sha512",
    ];

    private static readonly FrozenSet<string> All = ((string[])[.. Pictures, .. SoundAndFilm, .. OfPages, .. Documents, .. Archives])
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // What browsers load for a page by itself: a folder's name alone says nothing bad of it.
    private static readonly FrozenSet<string> Media = ((string[])
        [.. Pictures, .. SoundAndFilm, "css", "js", "mjs", "woff", "woff2", "ttf", "otf", "eot"])
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Served by that name, without an extension.
    private static readonly FrozenSet<string> Names = new[]
    {
        "CNAME", "LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS", "README", "CHANGELOG", "LICENSE-MIT", "LICENSE-APACHE",
        "apple-app-site-association",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for the name of a file of a public kind.</summary>
    /// <remarks>Some programs for uploads have put a number behind the second picture of a name: "a.jpeg.1".</remarks>
    public static bool Include(string name) => ExtensionOf(name) switch
    {
        "" => Names.Contains(name),
        var extension when extension.All(char.IsAsciiDigit) => IsMedia(name[..^(extension.Length + 1)]),
        var extension => All.Contains(extension),
    };

    /// <summary>True for pictures, sounds, films, fonts, style sheets and scripts of pages.</summary>
    public static bool IsMedia(string name) => Media.Contains(ExtensionOf(name));

    /// <summary>The extension without its dot; empty for none.</summary>
    public static string ExtensionOf(string name) => name.LastIndexOf('.') is > 0 and var dot ? name[(dot + 1)..] : "";
}
