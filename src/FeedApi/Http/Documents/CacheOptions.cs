namespace FeedApi.Http.Documents;

/// <summary>The document cache.</summary>
internal sealed record CacheOptions
{
    /// <summary>Memory for finished documents; a quarter of it is for pages and API responses.</summary>
    /// <value>Bytes. Default 134217728.</value>
    public long MaxBytes { get; init; } = 128 * 1024 * 1024;
}
