using System.Security.Cryptography;
using System.Text.Json;
using FeedApi.Catalog.Search;
using FeedApi.Model;

namespace FeedApi.Catalog;

/// <summary>An article prepared for a store: the expensive work is done in parallel, before the single writer.</summary>
/// <param name="Article">The article without its bodies, as thousands may wait for the writer.</param>
/// <param name="Search">Its search tokens.</param>
/// <param name="Bodies">Its compressed bodies (<see cref="PackedBodies"/>).</param>
/// <param name="Hash">SHA-256 of article and bodies: equal when nothing changed.</param>
internal sealed record IndexedArticle(Article Article, SearchText Search, byte[] Bodies, byte[] Hash)
{
    /// <summary>Prepares an article.</summary>
    public static IndexedArticle Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var bodies = PackedBodies.Pack(article);
        var rest = article with { Html = "", PageHtml = null, Text = "", Markdown = null };
        return new IndexedArticle(rest, SearchText.Of(article), bodies, HashOf(rest, bodies));
    }

    private static byte[] HashOf(Article rest, byte[] bodies)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(rest));
        hash.AppendData(bodies);
        return hash.GetHashAndReset();
    }
}
