using FeedApi.Model;

namespace FeedApi.Catalog.Sqlite.Rows;

/// <summary>A row of the index and its article without bodies.</summary>
/// <param name="Row">The row.</param>
/// <param name="Article">The article.</param>
internal readonly record struct ArticleRow(long Row, Article Article)
{
    /// <summary>True when it is not rendered yet, so that it is left out.</summary>
    public bool IsOutline { get; init; }

    /// <summary>The packed bodies of an article that is rendered and not stored yet; null for all others.</summary>
    public byte[]? RenderedBodies { get; init; }
}
