namespace FeedApi.Site;

/// <summary>The public address.</summary>
internal sealed record SiteOptions
{
    /// <summary>
    /// Public address of the site, which replaces <c>url</c> and <c>baseurl</c> of <c>_config.yml</c>; required when these are not set
    /// and others than this machine can reach the server.
    /// </summary>
    /// <value>Address. Default none.</value>
    public string? Url { get; init; }
}
