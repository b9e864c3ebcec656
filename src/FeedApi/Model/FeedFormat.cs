namespace FeedApi.Model;

/// <summary>One of the three formats in which every feed is published.</summary>
/// <param name="Name">The name in URLs: <c>rss</c>, <c>atom</c> or <c>json</c>.</param>
/// <param name="MediaType">The registered media type, without parameters.</param>
/// <param name="Title">The display name.</param>
public sealed record FeedFormat(string Name, string MediaType, string Title)
{
    /// <summary>RSS 2.0.</summary>
    public static FeedFormat Rss { get; } = new("rss", "application/rss+xml", "RSS 2.0");

    /// <summary>Atom 1.0 (RFC 4287).</summary>
    public static FeedFormat Atom { get; } = new("atom", "application/atom+xml", "Atom 1.0");

    /// <summary>JSON Feed 1.1.</summary>
    public static FeedFormat Json { get; } = new("json", "application/feed+json", "JSON Feed 1.1");

    /// <summary>All formats, the default first.</summary>
    public static IReadOnlyList<FeedFormat> All { get; } = [Rss, Atom, Json];

    /// <summary>The value of the Content-Type field; all formats are written in UTF-8.</summary>
    public string ContentType => MediaType + "; charset=utf-8";
}

/// <summary>How much of an article a feed contains.</summary>
internal enum FeedContent
{
    /// <summary>The whole body.</summary>
    Full,

    /// <summary>The summary only.</summary>
    Summary,
}
