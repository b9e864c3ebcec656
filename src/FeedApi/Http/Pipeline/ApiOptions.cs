namespace FeedApi.Http.Pipeline;

/// <summary>The deprecation and sunset of the API, announced in its responses (RFC 9745, RFC 8594).</summary>
internal sealed record ApiOptions
{
    /// <summary>
    /// A file of API keys, by which apps have quotas of their own; reading needs none. A line for each: a name, the SHA-256 of the key in
    /// hex, and optionally a quota such as <c>60000/120</c>. Deleting a line revokes its key within a second.
    /// </summary>
    /// <value>Path. Default none.</value>
    public string? Keys { get; init; }

    /// <summary>
    /// Whether language models find tools at <c>/mcp</c> (Model Context Protocol): search, read, list terms, what is new.
    /// </summary>
    /// <value>True or false. Default false.</value>
    public bool Mcp { get; init; }

    /// <summary>When the API becomes deprecated; may be in the future.</summary>
    /// <value>Day (<c>2027-01-31</c>, from midnight UTC on) or instant (<c>2027-01-31T08:00:00Z</c>). Default none.</value>
    public DateTimeOffset? Deprecation { get; init; }

    /// <summary>When the API will be removed; not before <c>Api:Deprecation</c>.</summary>
    /// <value>Day or instant. Default none.</value>
    public DateTimeOffset? Sunset { get; init; }

    /// <summary>Address of the documentation of the deprecation.</summary>
    /// <value>Address. Default none.</value>
    public Uri? DeprecationLink { get; init; }
}
