using FeedApi.Catalog;
using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;

namespace FeedApi.Pages.Files;

/// <summary>Finds the files that were made of articles: pictures of the drawings in their text.</summary>
internal sealed class DerivedFiles(IArticleReader reader, DocumentCache cache)
{
    // 64 hexadecimal digits and the ending.
    private const int NameChars = 68;

    /// <summary>The document; null when no article has a file of this name.</summary>
    public async ValueTask<Document?> FindAsync(string name, CancellationToken cancellationToken) => name.Length != NameChars
        ? null
        : await cache.GetOrBuildAsync(
            $"derived {name}", token => reader.ReadAsync(snapshot => BuildAsync(snapshot, name, token), token), cancellationToken);

    // Its name says its content, so that whoever has it never needs to ask again.
    private static async ValueTask<Document?> BuildAsync(IArticleSnapshot snapshot, string name, CancellationToken cancellationToken) =>
        await snapshot.FindFileAsync(name, cancellationToken) is { } file
            ? new Document("image/svg+xml", file.Content, file.Updated)
            {
                CacheControl = CachePolicy.Immutable,
                ContentSecurityPolicy = SecurityPolicy.Drawing,
                IsOneOfMany = true,
                Tags = [SurrogateKeys.Article(file.ArticleId)],
            }
            : null;
}
