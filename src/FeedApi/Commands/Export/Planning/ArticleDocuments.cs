using FeedApi.Catalog;
using FeedApi.Commands.Check;
using FeedApi.Commands.Offline;
using FeedApi.Http.Documents;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Site.Addresses;

namespace FeedApi.Commands.Export.Planning;

/// <summary>Plans the page of every article, what the API says of it, and the redirects that lead to it.</summary>
internal sealed class ArticleDocuments(OfflineServer server, ExportPlan plan)
{
    private readonly IArticleReader reader = server.Get<IArticleReader>();
    private readonly SiteLinks links = server.Get<SiteLinks>();
    private readonly List<ListedArticle> all = [];
    private readonly List<ListedArticle> inFeeds = [];
    private readonly List<Article> articles = [];

    /// <summary>All articles, the newest first.</summary>
    public ListedArticle[] All => [.. all];

    /// <summary>Those that are in feeds.</summary>
    public ListedArticle[] InFeeds => [.. inFeeds];

    /// <summary>The addresses of articles by the folders of their bundles, below the content folder.</summary>
    public ILookup<string, string> Bundles { get; private set; } = Enumerable.Empty<string>().ToLookup(path => path);

    /// <summary>Reads all articles.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        await foreach (var article in ArticleWalk.AllAsync(reader, ArticleBodies.None, cancellationToken))
        {
            var listed = new ListedArticle(article.Id, article.Published.ToUnixTimeSeconds());
            all.Add(listed);
            if (article.IsInFeeds) inFeeds.Add(listed);
            articles.Add(article);
        }

        Bundles = articles.SelectMany(BundlesOf).ToLookup(bundle => bundle.Folder, bundle => bundle.Path);
    }

    /// <summary>Adds pages and documents of the API.</summary>
    public void Plan()
    {
        foreach (var article in articles)
        {
            var key = SurrogateKeys.Article(article.Id);
            // Any article may become a translation of another one.
            var mayStay = !plan.Changes.Everything && !plan.Changes.Ids.Contains(article.Id)
                && (article.TranslationKey is null || !plan.Changes.Any);
            if (article.RedirectTo is { } target) AddRedirect(article.Path, StatusCodes.Status302Found, target);
            else plan.Add(SiteLinks.Encode(article.Path), MediaTypes.Html, want => want with { Key = key, MayStay = mayStay });
            plan.Add(
                $"{Routes.Articles}/{Uri.EscapeDataString(article.Id)}", MediaTypes.Json,
                want => want with { Key = key, MayStay = mayStay });
        }
    }

    /// <summary>Adds redirects from former addresses, where nothing else is.</summary>
    public async Task PlanRedirectsAsync(CancellationToken cancellationToken)
    {
        foreach (var article in articles)
        {
            foreach (var former in article.Redirects) AddRedirect(former, StatusCodes.Status301MovedPermanently, links.Article(article));
        }

        var left = await reader.ReadAsync(snapshot => snapshot.ListFormerPathsAsync(cancellationToken), cancellationToken);
        foreach (var (former, path) in left) AddRedirect(former, StatusCodes.Status301MovedPermanently, links.ArticleAt(path));
    }

    private void AddRedirect(string path, int status, string target) =>
        plan.Add(SiteLinks.Encode(path), MediaTypes.Html, want => want with { Redirect = (status, target) });

    private IEnumerable<(string Folder, string Path)> BundlesOf(Article article)
    {
        if (server.Site.IsJekyll || server.Site.BundleOf(article.SourcePath) is not { } bundle) yield break;
        foreach (var folder in (server.Site.Hugo?.Languages?.SiblingsOf(bundle) ?? []).Prepend(bundle)) yield return (folder, article.Path);
    }
}
