using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using FeedApi.Model;

namespace FeedApi.Feeds.Deltas;

/// <summary>What a feed showed under one tag: enough to tell later which of its entries are new.</summary>
/// <param name="Sequence">The last change that it is sure to show.</param>
/// <param name="Ids">Hashes of the articles' ids: 8 bytes where an id takes a hundred.</param>
internal sealed record FeedSnapshot(long Sequence, FrozenSet<ulong> Ids)
{
    private const int OverheadBytes = 600;
    private const int BytesOfId = 32;

    /// <summary>Memory held, about.</summary>
    public int SizeBytes => OverheadBytes + (BytesOfId * Ids.Count);

    /// <summary>The snapshot of articles that were read after a state.</summary>
    public static FeedSnapshot Of(IReadOnlyList<Article> articles, long sequence) =>
        new(sequence, articles.Select(article => HashOf(article.Id)).ToFrozenSet());

    /// <summary>True when the article was shown.</summary>
    public bool Showed(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Ids.Contains(HashOf(article.Id));
    }

    private static ulong HashOf(string id) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
}
