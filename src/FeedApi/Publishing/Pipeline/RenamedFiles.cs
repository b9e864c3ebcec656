using FeedApi.Catalog;
using FeedApi.Content.Files;

namespace FeedApi.Publishing.Pipeline;

/// <summary>
/// Finds the former paths of posts that were renamed: files that are gone, and whose article has the id or guid that another file now asks
/// for in its front matter. The two are published as one change, so that the article is never missing and never has another id.
/// </summary>
/// <remarks>
/// <see cref="FileMoves"/> knows those that keep their name. A deletion may be published later than a new file: deletions are confirmed.
/// </remarks>
internal sealed class RenamedFiles(ISourceIndex sources, PostFiles files)
{
    /// <summary>The former paths of a file that was read; usually none.</summary>
    public async ValueTask<IReadOnlyList<string>> FormerPathsOfAsync(SourceOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome is not SourceOutcome.Published { Article: var article, Name: var name }) return [];
        if (article.Id == name.Id && article.Guid == name.Guid) return [];
        var holders = await sources.ListHoldersAsync(article.Id, article.Guid, cancellationToken);
        return [.. holders.Where(path => path != outcome.Path && files.Look(path).IsGone)];
    }
}
