using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Site;
using FeedApi.Site.Addresses;
using FeedApi.Site.Hugo;

namespace FeedApi.Pages.Hugo;

/// <summary>Finds the page or feed of a term that Hugo had at an address which is no address of ours.</summary>
internal sealed class HugoTerms(SiteConfig site, SiteLinks links, PageLinks pageLinks)
{
    private readonly HugoTermAddresses? addresses = site.Hugo is { IsZola: false } hugo ? new HugoTermAddresses(hugo) : null;

    /// <summary>Our address of the same; null when there is no such term, and for other sites than Hugo's.</summary>
    /// <param name="lookup">The terms.</param>
    /// <param name="path">Percent-decoded.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async ValueTask<string?> FindAsync(ITermLookup lookup, string path, CancellationToken cancellationToken)
    {
        if (addresses is null) return null;
        if (addresses.FindList(path) is { } list) return pageLinks.TermList(list);
        foreach (var (kind, name, isFeed) in addresses.Find(path))
        {
            if (await lookup.FindTermAsync(kind, name, cancellationToken) is { } term) return LinkTo(kind, term.Slug, isFeed);
        }

        return await FindRuledAsync(lookup, path, cancellationToken);
    }

    // A name cannot be told from an address in which it has lost its signs, so all are compared.
    private async ValueTask<string?> FindRuledAsync(ITermLookup lookup, string path, CancellationToken cancellationToken)
    {
        var matches = addresses!.Find(path).ToArray();
        foreach (var kind in addresses.RuledKinds)
        {
            if (Array.Find(matches, match => match.Kind == kind) is not { Term: not null, IsFeed: var isFeed }) continue;
            foreach (var term in await lookup.ListTermsAsync(kind, cancellationToken))
            {
                if (addresses.IsAt(kind, term.Name, path)) return LinkTo(kind, term.Slug, isFeed);
            }
        }

        return null;
    }

    private string LinkTo(TermKind kind, string slug, bool isFeed) =>
        isFeed ? links.TermFeed(kind, slug, FeedFormat.Rss.Name) : links.Term(kind, slug);
}
