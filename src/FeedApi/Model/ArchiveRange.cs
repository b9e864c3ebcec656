namespace FeedApi.Model;

/// <summary>
/// One archive of the site or of a term: the articles between two edges, ordered by (published, id). Edges are set by position,
/// counted from the oldest article, and do not move.
/// </summary>
/// <param name="After">The lower edge, exclusive; null for the oldest archive.</param>
/// <param name="Until">The upper edge, inclusive; null for the newest articles, which do not fill an archive yet.</param>
/// <param name="Next">The upper edge of the following archive; null when that archive is not full yet, or there is none.</param>
internal sealed record ArchiveRange(ArchiveEdge? After, ArchiveEdge? Until, ArchiveEdge? Next)
{
    /// <summary>
    /// Articles in a new archive. Articles that are added later with an earlier date may double it; then it is split.
    /// </summary>
    public const int Articles = 50;
}

/// <summary>The boundary between two archives: the position of the last article of the older one.</summary>
/// <param name="Published">Unix seconds.</param>
/// <param name="Id">The article's id.</param>
internal sealed record ArchiveEdge(long Published, string Id);
