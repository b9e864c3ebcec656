using FeedApi.Catalog;
using FeedApi.Commands.Export.Planning;
using FeedApi.Commands.Export.Trees;
using FeedApi.Commands.Localization;
using FeedApi.Commands.Offline;
using FeedApi.Feeds;
using FeedApi.Http.Documents;
using FeedApi.Model;
using FeedApi.Publishing.Scan;
using FeedApi.Queries;
using FeedApi.Site;

namespace FeedApi.Commands.Export;

/// <summary>Brings the static files of a site up to date, in the tree that nobody is served from, and serves that one.</summary>
internal sealed class SiteExport(OfflineServer server, ExportTrees trees, bool isCompressed, TimeProvider time)
{
    private static readonly string[] Exceptions =
    [
        "Redirects are pages that lead on, with the status 200; _redirects lists them.",
        "Addresses with a query are left out; parts of lists and feeds have addresses of their own, which links lead to.",
        "Addresses that negotiate a format (/feed) are left out.",
        "Related articles, searches, problems and what else needs a program are left out.",
        "Archives of RSS and Atom feeds name the newest JSON Feed as the same in that format.",
        "Articles that were deleted are 404 instead of 410.",
    ];

    private readonly IArticleReader reader = server.Get<IArticleReader>();

    /// <summary>Makes the export.</summary>
    public async Task<ExportReport> RunAsync(CancellationToken cancellationToken)
    {
        var before = trees.Served is { } served ? await Manifest.ReadAsync(served, cancellationToken) : null;
        var next = await DescribeAsync(cancellationToken);
        var plan = new ExportPlan(PrefixOf(server), before, await ExportChanges.FindAsync(server, before, next, cancellationToken));
        await PlanAsync(plan, cancellationToken);
        var own = await Manifest.ReadAsync(trees.Next, cancellationToken);
        var tree = new SiteTree(trees.Next, isCompressed, plan.HasFile);
        tree.Begin(own);
        var run = new ExportRun(server, before, plan, tree);
        IReadOnlyList<ExportEntry> entries;
        await using (TerminalProgress.Show(Localized.Text("Writing files"), () => (run.Done, plan.Wants.Count)))
            entries = await run.RunAsync(cancellationToken);
        var links = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (written, replaced) in run.Links.Concat(plan.Changes.Everything ? [] : before!.Links)) links[written] = replaced;
        next = next with { Entries = entries, Links = links, Refused = plan.Refused };
        await PublishAsync(tree, own, before, next, cancellationToken);
        var refused = plan.Refused.Select(refusal => Localized.Text($"{refusal.Path}: {Localized.Text(refusal.Reason)}"));
        return new ExportReport(entries.Count, tree.Written, [.. refused, .. run.Failures]);
    }

    private static string PrefixOf(OfflineServer server) => new Uri(server.Site.PublicUrl).AbsolutePath.TrimEnd('/');

    private async Task PlanAsync(ExportPlan plan, CancellationToken cancellationToken)
    {
        var lists = new StaticLists(server);
        var feeds = new FeedLists(server, lists, plan);
        var articles = new ArticleDocuments(server, plan);
        await articles.ReadAsync(cancellationToken);
        await new SiteDocuments(server, lists, feeds, plan).PlanAsync(articles.All, articles.InFeeds, cancellationToken);
        await new TermDocuments(server, lists, feeds, plan).PlanAsync(await TermsAsync(cancellationToken), cancellationToken);
        articles.Plan();
        await new HugoDocuments(server, lists, feeds, plan).PlanAsync(cancellationToken);
        await articles.PlanRedirectsAsync(cancellationToken);
        new FileDocuments(server, plan).Plan(articles.Bundles);
        await new CrawlerDocuments(server, plan).PlanAsync(cancellationToken);
    }

    // The tree is whole and on the disk before it is served; then the other one gets the same, so that the next change finds both alike.
    private async Task PublishAsync(
        SiteTree tree, Manifest? own, Manifest? before, Manifest next, CancellationToken cancellationToken)
    {
        var (former, made) = (trees.Served, trees.Next);
        tree.Complete(own, next, former);
        ServerFiles.Write(made, next);
        await tree.FinishAsync(next, cancellationToken);
        trees.Serve(made);
        var files = next.Entries.Select(entry => entry.File).ToHashSet(StringComparer.Ordinal);
        var other = new SiteTree(trees.Next, isCompressed, files.Contains);
        other.Begin(before);
        other.Complete(before, next, made);
        ServerFiles.Write(trees.Next, next);
        await other.FinishAsync(next, cancellationToken);
    }

    private async Task<Manifest> DescribeAsync(CancellationToken cancellationToken)
    {
        var state = await reader.ReadAsync(snapshot => ValueTask.FromResult(snapshot.State), cancellationToken);
        var onTop = new ArticleQuery { IsLifted = true, Sort = ArticleSort.RecentlyUpdatedFirst, Limit = ArticleQuery.MaxLimit };
        var lifted = await reader.ReadAsync(snapshot => snapshot.ListAsync(onTop, cancellationToken), cancellationToken);
        var terms = await TermsAsync(cancellationToken);
        return new Manifest
        {
            Site = server.Site.PublicUrl,
            MadeBy = string.Join(' ', Generator.Version, SiteFingerprint.OfEverything(server.Site), trees.IndexName, isCompressed),
            MadeAt = time.GetUtcNow(),
            Sequence = state.Sequence,
            Revision = state.Revision,
            Exceptions = Exceptions,
            Links = new Dictionary<string, string>(),
            Terms = terms.ToDictionary(
                term => SurrogateKeys.Term(term.Kind, term.Slug),
                term => string.Join('\t', term.Slug, term.Name, term.Description, term.Image, term.Url),
                StringComparer.Ordinal),
            Lifted = [.. lifted.Articles.Select(article => article.Id)],
            Refused = [],
            Entries = [],
        };
    }

    private async Task<IReadOnlyList<TermSummary>> TermsAsync(CancellationToken cancellationToken)
    {
        List<TermSummary> terms = [];
        foreach (var kind in Enum.GetValues<TermKind>())
            terms.AddRange(await reader.ReadAsync(snapshot => snapshot.ListTermsAsync(kind, cancellationToken), cancellationToken));
        return terms;
    }
}

/// <summary>What an export did.</summary>
/// <param name="Addresses">Addresses of the static site.</param>
/// <param name="Written">Files that were written.</param>
/// <param name="Failures">What could not be exported, a line each.</param>
internal sealed record ExportReport(int Addresses, int Written, IReadOnlyList<string> Failures);
