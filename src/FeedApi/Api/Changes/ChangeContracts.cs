using FeedApi.Api.Articles;
using FeedApi.Catalog;
using FeedApi.Catalog.Changes;
using FeedApi.Model;
using FeedApi.Site.Addresses;

namespace FeedApi.Api.Changes;

/// <summary>Converts changes to their contracts in the API.</summary>
internal sealed class ChangeContracts(ArticleContracts articles, SiteLinks links)
{
    /// <summary>The contracts of changes, with the members of articles that the selection asks for.</summary>
    /// <param name="snapshot">The snapshot that they were read from.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="selection">The selection.</param>
    /// <param name="revision">The revision at which everybody can read them, for events; otherwise null.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async ValueTask<IReadOnlyList<object>> OfAsync(
        IArticleSnapshot snapshot, IReadOnlyList<SelectedChange> changes, ChangeSelection selection, long? revision,
        CancellationToken cancellationToken)
    {
        Article[] shown = [.. changes.Select(change => change.Article).OfType<Article>()];
        var translations = await ArticleContracts.TranslationsOfAsync(snapshot, shown, cancellationToken);
        return [.. changes.Select(change => Of(change, selection, revision, translations))];
    }

    private object Of(
        SelectedChange change, ChangeSelection selection, long? revision, ILookup<string, Translation>? translations)
    {
        var log = change.Change;
        return new
        {
            Type = change.Article is null ? "delete" : "upsert",
            log.Sequence,
            Revision = revision,
            At = articles.AtSite(log.At),
            log.Id,
            log.Guid,
            Url = links.ArticleAt(log.Path),
            Article = change.Article is { } article
                ? ArticleFields.Choose(articles.Of(article, selection.Presentation.Bodies, translations), selection.Presentation.Fields)
                : null,
        };
    }
}
