namespace FeedApi.Http.Hosting;

/// <summary>The operations endpoints.</summary>
internal sealed record ManagementOptions
{
    /// <summary>
    /// Addresses of <c>/api/v1/problems</c>, <c>/api/v1/readers</c> and <c>/metrics</c>, which must not be reachable by the public.
    /// </summary>
    /// <value>Addresses, separated by semicolons. Default none.</value>
    public string? Urls { get; init; }
}
