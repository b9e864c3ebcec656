namespace FeedApi.Reliability.Sites;

/// <summary>What a server answered.</summary>
/// <param name="Address">Path and query.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Status">The status code.</param>
/// <param name="Body">The body as text.</param>
internal sealed record SiteOutput(string Address, OutputKind Kind, int Status, string Body);

/// <summary>The kinds of what a site shows.</summary>
internal enum OutputKind
{
    /// <summary>RSS 2.0.</summary>
    Rss,

    /// <summary>Atom 1.0.</summary>
    Atom,

    /// <summary>JSON Feed 1.1.</summary>
    JsonFeed,

    /// <summary>A list of articles of the API, with bodies.</summary>
    Api,

    /// <summary>An HTML page.</summary>
    Page,
}
