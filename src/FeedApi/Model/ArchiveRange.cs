namespace FeedApi.Model;

/// <summary>
/// One archive of the site or of a term: the articles between two edges, by (published, id). Edges are cut by position
/// from the oldest and stay.
/// </summary>
/// <param name="After">The edge before it; null for the oldest archive.</param>
/// <param name="Until">The edge that ends it, itself included; null for what has not filled an archive yet.</param>
/// <param name="Next">The edge that ends the archive after it; null when that one is not full yet, or there is none.</param>
internal sealed record ArchiveRange(ArchiveEdge? After, ArchiveEdge? Until, ArchiveEdge? Next)
{
    /// <summary>
    /// Articles in an archive when it is cut; later ones with an earlier date may make it twice as long, then it is cut again.
    /// </summary>
    public const int Articles = 50;
}

/// <summary>A place between two archives: that of the article which was the last of one.</summary>
/// <param name="Published">Unix seconds.</param>
/// <param name="Id">The article's id.</param>
internal sealed record ArchiveEdge(long Published, string Id);
