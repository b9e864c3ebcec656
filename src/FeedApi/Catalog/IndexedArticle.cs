using System.Security.Cryptography;
using System.Text.Json;
using FeedApi.Catalog.Search;
using FeedApi.Model;

namespace FeedApi.Catalog;

/// <summary>An article made ready for a store: what costs time is done where many work at once, and not by the one writer.</summary>
/// <param name="Article">The article without its bodies: thousands of these wait for the writer.</param>
/// <param name="Search">What the search finds it by.</param>
/// <param name="Bodies">Its bodies (<see cref="PackedBodies"/>).</param>
/// <param name="Hash">SHA-256 over everything in it: equal when nothing changed.</param>
internal sealed record IndexedArticle(Article Article, SearchText Search, byte[] Bodies, byte[] Hash)
{
    /// <summary>Makes an article ready.</summary>
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
