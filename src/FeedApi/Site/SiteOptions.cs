namespace FeedApi.Site;

/// <summary>The public address.</summary>
internal sealed record SiteOptions
{
    /// <summary>
    /// Public address of the site, which replaces <c>url</c> and <c>baseurl</c> of <c>_config.yml</c>; required outside development when
    /// these are not set.
    /// </summary>
    /// <value>Address. Default none.</value>
    public string? Url { get; init; }
}
