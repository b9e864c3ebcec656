using FeedApi.Catalog.Outlines;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Model;

namespace FeedApi.Catalog.Sqlite.Rows;

/// <summary>Adds to outlines what their articles have, when they are rendered.</summary>
internal static class OutlineRows
{
    /// <summary>The same rows, with complete articles.</summary>
    /// <exception cref="OutlineException">Some are not rendered yet, and the session does not leave them out.</exception>
    public static List<ArticleRow> Render(SqliteSession session, List<ArticleRow> found)
    {
        List<ArticleRow> rendered = found.ConvertAll(each => each.IsOutline ? Render(session.Outlines, each) : each);
        if (session.LeavesOutlinesOut) return rendered;
        string[] missing = [.. rendered.Where(each => each.IsOutline).Select(each => each.Article.SourcePath)];
        return missing.Length == 0 ? rendered : throw new OutlineException("Articles are not rendered yet.") { Sources = missing };
    }

    /// <summary>Refuses what depends on the bodies of all articles.</summary>
    /// <exception cref="CatalogBusyException">Some are not rendered yet.</exception>
    public static void ThrowIfAny(SqliteSession session)
    {
        if (session.Outlines is { Any: true }) throw new CatalogBusyException("Articles are still being rendered.");
    }

    // Names, address and terms are those that the index gave it.
    private static ArticleRow Render(OutlinedArticles? outlines, ArticleRow outline) =>
        outlines?.Find(outline.Article.SourcePath) is not { } rendered
            ? outline
            : new ArticleRow(outline.Row, WithBody(outline.Article, rendered.Article)) { RenderedBodies = rendered.Bodies };

    private static Article WithBody(Article outline, Article rendered) => outline with
    {
        Summary = rendered.Summary,
        Image = rendered.Image,
        Enclosures = rendered.Enclosures,
        ExternalUrl = rendered.ExternalUrl,
        WordCount = rendered.WordCount,
    };
}
