using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using FeedApi.Catalog.Search;
using FeedApi.Catalog.Similar;
using FeedApi.Model;

namespace FeedApi.Catalog;

/// <summary>An article prepared for a store: the expensive work is done in parallel, before the single writer.</summary>
/// <param name="Article">The article without its bodies, as thousands may wait for the writer.</param>
/// <param name="Search">Its search tokens; none for an outline.</param>
/// <param name="Bodies">Its compressed bodies (<see cref="PackedBodies"/>); empty for an outline.</param>
/// <param name="Hash">
/// The beginnings of two SHA-256, of what readers of the article can see and of the rest: equal when nothing changed; empty for an outline.
/// </param>
internal sealed record IndexedArticle(Article Article, SearchText Search, byte[] Bodies, byte[] Hash)
{
    /// <summary>By what copies of it are found; null when they are not to be found, or it is too short.</summary>
    public NearDuplicateSketch? Sketch { get; init; }

    private const int HashBytes = 16;

    // Han letters as they are: escaped they take thrice the bytes and most of the time.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>True when the post is not rendered yet: the article has only what its front matter gives.</summary>
    public bool IsOutline => Hash.Length == 0;

    /// <summary>True when readers of the article see no difference between two versions of it.</summary>
    /// <param name="one">The <see cref="Hash"/> of one; an outline is like nothing.</param>
    /// <param name="other">That of the other.</param>
    public static bool IsSameToReaders(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) =>
        one.Length > HashBytes && other.Length > HashBytes && one[..HashBytes].SequenceEqual(other[..HashBytes]);

    /// <summary>An article that is rendered later.</summary>
    /// <param name="outline">The article, without anything that its body gives.</param>
    public static IndexedArticle OutlineOf(Article outline) => new(outline, SearchText.None, [], []);

    /// <summary>Prepares an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="isSearchable">False: searches do not find it by its text.</param>
    /// <param name="findsCopies">True: copies of it are found.</param>
    public static IndexedArticle Of(Article article, bool isSearchable = true, bool findsCopies = false)
    {
        ArgumentNullException.ThrowIfNull(article);
        var bodies = PackedBodies.Pack(article);
        var rest = article with { Html = "", PageHtml = null, Text = "", Markdown = null };
        var search = isSearchable ? SearchText.Of(article) : SearchText.None;
        return new IndexedArticle(rest, search, bodies, HashOf(rest, bodies, findsCopies))
        {
            Sketch = findsCopies ? NearDuplicateSketch.Of(article.Title, article.Text) : null,
        };
    }

    private static byte[] HashOf(Article rest, byte[] bodies, bool findsCopies)
    {
        var seen = rest with
        {
            SourcePath = "",
            Redirects = [],
            LiftedAt = null,
            IsInFeeds = true,
            LinkedFiles = [],
            Fields = [],
            Changed = default,
        };
        var unseen = new { rest.SourcePath, rest.Redirects, rest.LiftedAt, rest.IsInFeeds, rest.LinkedFiles, rest.Fields, findsCopies };
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(seen, Options));
        hash.AppendData(bodies);
        var ofSeen = hash.GetHashAndReset();
        return [.. ofSeen[..HashBytes], .. SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(unseen, Options))[..HashBytes]];
    }
}
