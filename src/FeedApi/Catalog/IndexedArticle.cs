using System.Security.Cryptography;
using System.Text.Json;
using FeedApi.Rendering;

namespace FeedApi.Catalog;

/// <summary>An article made ready for a store: what costs time is done where many work at once, and not by the one writer.</summary>
/// <param name="Article">The article.</param>
/// <param name="SearchText">What the search finds it by (<see cref="Search.SearchText"/>).</param>
/// <param name="Bodies">Its bodies but for the text (<see cref="PackedBodies"/>).</param>
/// <param name="Hash">SHA-256 over everything in it: equal when nothing changed.</param>
public sealed record IndexedArticle(Article Article, string SearchText, byte[] Bodies, byte[] Hash)
{
    /// <summary>Makes an article ready.</summary>
    public static IndexedArticle Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var bodies = PackedBodies.Pack(article);
        return new IndexedArticle(article, Search.SearchText.Of(article), bodies, HashOf(article, bodies));
    }

    // All but the packed bodies is short.
    private static byte[] HashOf(Article article, byte[] bodies)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(article with { Html = "", PageHtml = null, Text = "", Markdown = null }));
        hash.AppendData(bodies);
        return hash.GetHashAndReset();
    }
}
