using System.Collections.Concurrent;
using System.Globalization;
using FeedApi.Catalog;
using FeedApi.Commands.Offline;
using FeedApi.Feeds.Validation;
using FeedApi.Model;
using FeedApi.Site.Addresses;

namespace FeedApi.Commands.Check;

/// <summary>Makes every feed that readers subscribe to, in every format, and checks it.</summary>
internal sealed class FeedCheck(OfflineServer server)
{
    private readonly SiteLinks links = server.Get<SiteLinks>();

    /// <summary>Number of feeds that were checked; each has three formats.</summary>
    public int Count { get; private set; }

    /// <summary>The problems of all feeds. One mistake may be in many feeds: it is told once, with the number of them.</summary>
    public async Task<IReadOnlyList<Problem>> CheckAsync(CancellationToken cancellationToken)
    {
        var feeds = await ListAsync(cancellationToken);
        Count = feeds.Count;
        var found = new ConcurrentBag<(string Address, FeedFault Fault)>();
        var documents = feeds.SelectMany(feed => FeedFormat.All.Select(format => (Address: $"{feed}.{format.Name}", Format: format)));
        await Parallel.ForEachAsync(documents, cancellationToken, async (document, _) =>
        {
            foreach (var fault in await CheckAsync(document.Address, document.Format)) found.Add((document.Address, fault));
        });
        return
        [
            .. found.GroupBy(each => (each.Fault.Rule, each.Fault.Message)).Select(ProblemOf)
                .OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Message, StringComparer.Ordinal),
        ];
    }

    // Without the suffix of the format.
    private async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        List<string> feeds = ["/feed"];
        foreach (var kind in Enum.GetValues<TermKind>())
        {
            var terms = await server.Get<IArticleReader>().ReadAsync(
                ReadCost.Cheap, snapshot => snapshot.ListTermsAsync(kind, cancellationToken), cancellationToken);
            feeds.AddRange(terms.Select(term => SiteLinks.TermPath(kind, term.Slug) + "/feed"));
        }

        return feeds;
    }

    private async Task<IReadOnlyList<FeedFault>> CheckAsync(string path, FeedFormat format)
    {
        var answer = await server.AskAsync(HttpMethods.Get, path);
        if (answer.Status != StatusCodes.Status200OK)
            return [new FeedFault("status", "", string.Create(CultureInfo.InvariantCulture, $"The feed is answered {answer.Status}."))];
        return FeedValidator.Check(format, answer.Body, links.Public(path));
    }

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
