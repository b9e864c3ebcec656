namespace FeedApi.Catalog;

/// <summary>A file made of an article (<see cref="Model.DerivedFile"/>), as it is served.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="ArticleId">The id of an article that shows it.</param>
/// <param name="Updated">When that article last changed.</param>
internal sealed record StoredFile(byte[] Content, string ArticleId, DateTimeOffset Updated);
