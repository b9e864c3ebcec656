using System.Collections.Concurrent;
using System.Globalization;
using FeedApi.Catalog;
using FeedApi.Commands.Offline;
using FeedApi.Feeds;
using FeedApi.Feeds.Validation;
using FeedApi.Model;
using FeedApi.Rendering.Html;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Commands.Check;

/// <summary>Makes every feed that readers subscribe to, in every format, and checks it.</summary>
internal sealed class FeedCheck(OfflineServer server)
{
    private readonly SiteLinks links = server.Get<SiteLinks>();
    private readonly IArticleReader reader = server.Get<IArticleReader>();
    private readonly FeedReading reading = server.Get<FeedReading>();
    private readonly FeedFormats formats = server.Get<FeedFormats>();
    private readonly FeedMarkup markup =
        new(server.Site.Trust == TrustLevel.Author ? HtmlVocabulary.PlayerHosts : null);

    private int done;

    /// <summary>Number of feeds; each has three formats.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them have been checked.</summary>
    public int Done => Volatile.Read(ref done);

    /// <summary>The problems of all feeds. One mistake may be in many feeds: it is told once, with the number of them.</summary>
    public async Task<IReadOnlyList<Problem>> CheckAsync(CancellationToken cancellationToken)
    {
        var feeds = await ListAsync(cancellationToken);
        Count = feeds.Count;
        // What a feed has when its address has no query.
        var selections = server.Get<FeedSelectionParser>();
        var (selection, _) = await selections.ParseAsync(QueryCollection.Empty, defaultLimit: null, cancellationToken);
        var found = new ConcurrentBag<(string Address, FeedFault Fault)>();
        await Parallel.ForEachAsync(feeds, cancellationToken, async (feed, token) =>
        {
            foreach (var format in FeedFormat.All)
            {
                var address = new FeedAddress(feed.Kind, feed.Slug, format, IsNegotiated: false);
                foreach (var fault in await CheckAsync(address, selection!, token)) found.Add((PathOf(address), fault));
            }

            Interlocked.Increment(ref done);
        });
        return
        [
            .. found.GroupBy(each => (each.Fault.Rule, each.Fault.Message)).Select(ProblemOf)
                .OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Message, StringComparer.Ordinal),
        ];
    }

    private async Task<IReadOnlyList<(TermKind? Kind, string Slug)>> ListAsync(CancellationToken cancellationToken)
    {
        List<(TermKind? Kind, string Slug)> feeds = [(null, "")];
        foreach (var kind in Enum.GetValues<TermKind>())
        {
            var terms = await reader.ReadAsync(
                ReadCost.Cheap, snapshot => snapshot.ListTermsAsync(kind, cancellationToken), cancellationToken);
            feeds.AddRange(terms.Select(term => ((TermKind?)kind, term.Slug)));
        }

        return feeds;
    }

    // The bytes that are served, but not compressed, which would take most of the time.
    private async Task<IReadOnlyList<FeedFault>> CheckAsync(
        FeedAddress address, FeedSelection selection, CancellationToken cancellationToken)
    {
        var read = await reader.ReadAsync(
            ReadCost.Cheap, snapshot => reading.ReadAsync(snapshot, address, selection, cancellationToken), cancellationToken);
        if (read is not var (articles, _, feed)) return [new FeedFault("feed-missing", "", "There is no such feed.")];
        var body = formats.Write(address.Format, feed, articles);
        return FeedValidator.Check(address.Format, body, links.Public(PathOf(address)), markup);
    }

    private static string PathOf(FeedAddress address) =>
        (address.Kind is { } kind ? SiteLinks.TermPath(kind, address.Slug) : "") + $"/feed.{address.Format.Name}";

    private static Problem ProblemOf(IGrouping<(string Rule, string Message), (string Address, FeedFault Fault)> same)
    {
        var (address, fault) = same.OrderBy(each => each.Address, StringComparer.Ordinal).First();
        var others = same.Select(each => each.Address).Distinct(StringComparer.Ordinal).Count() - 1;
        var more = others == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" So have {others} other feeds.");
        return new Problem(
            CheckCodes.FeedInvalid, ProblemSeverity.Error, Uri.UnescapeDataString(address), null, null,
            $"{fault.Rule}{(fault.Place.Length > 0 ? $" at {fault.Place}" : "")}: {fault.Message}{more}",
            "The feed is published as it is.");
    }
}
