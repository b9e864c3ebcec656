namespace FeedApi.Http.Documents;

/// <summary>The document cache.</summary>
internal sealed record CacheOptions
{
    /// <summary>Memory for finished documents; a quarter of it is for pages and API responses. With 0 nothing is kept.</summary>
    /// <value>Bytes. Default 67108864.</value>
    public long MaxBytes { get; init; } = 64 * 1024 * 1024;
}
