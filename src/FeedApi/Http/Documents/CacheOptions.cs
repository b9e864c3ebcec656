namespace FeedApi.Http.Documents;

/// <summary>How much is kept in memory.</summary>
internal sealed record CacheOptions
{
    /// <summary>Memory for finished documents; a quarter of it is for pages and answers of the API.</summary>
    /// <value>Bytes. Default 134217728.</value>
    public long MaxBytes { get; init; } = 128 * 1024 * 1024;
}
