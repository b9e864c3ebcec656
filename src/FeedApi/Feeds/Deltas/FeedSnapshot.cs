using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using FeedApi.Model;

namespace FeedApi.Feeds.Deltas;

/// <summary>The content of a feed under one entity tag: enough to find out later which entries are new.</summary>
/// <param name="Sequence">Sequence of the last change that it certainly includes.</param>
/// <param name="Ids">Hashes of the articles' ids: 8 bytes instead of about a hundred.</param>
internal sealed record FeedSnapshot(long Sequence, FrozenSet<ulong> Ids)
{
    private const int OverheadBytes = 600;
    private const int BytesOfId = 32;

    /// <summary>Approximate memory use.</summary>
    public int SizeBytes => OverheadBytes + (BytesOfId * Ids.Count);

    /// <summary>The snapshot of articles that were read at or after a sequence.</summary>
    public static FeedSnapshot Of(IReadOnlyList<Article> articles, long sequence) =>
        new(sequence, articles.Select(article => HashOf(article.Id)).ToFrozenSet());

    /// <summary>True when the feed contained the article.</summary>
    public bool Showed(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Ids.Contains(HashOf(article.Id));
    }

    private static ulong HashOf(string id) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
