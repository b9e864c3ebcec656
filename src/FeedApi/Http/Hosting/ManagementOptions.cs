namespace FeedApi.Http.Hosting;

/// <summary>The operations endpoints.</summary>
internal sealed record ManagementOptions
{
    /// <summary>
    /// Where <c>/api/v1/problems</c>, <c>/api/v1/readers</c> and <c>/metrics</c> listen: an address that the public cannot reach.
    /// </summary>
    /// <value>Addresses, separated by semicolons. Default none.</value>
    public string? Urls { get; init; }
}
