namespace FeedApi.Http.Pipeline;

/// <summary>The end of the API; its answers announce it (RFC 9745, RFC 8594).</summary>
internal sealed record ApiOptions
{
    /// <summary>From when on nobody should begin to use the API; may be in the future.</summary>
    /// <value>Day (<c>2027-01-31</c>, from midnight UTC on) or instant (<c>2027-01-31T08:00:00Z</c>). Default none.</value>
    public DateTimeOffset? Deprecation { get; init; }

    /// <summary>When the API stops; not before <c>Api:Deprecation</c>.</summary>
    /// <value>Day or instant. Default none.</value>
    public DateTimeOffset? Sunset { get; init; }

    /// <summary>Where people read about it.</summary>
    /// <value>Address. Default none.</value>
    public Uri? DeprecationLink { get; init; }
}
