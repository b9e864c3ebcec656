using FeedApi.Model;
using FeedApi.Publishing.Explain;
using FeedApi.Site.Addresses;

namespace FeedApi.Api.Operations;

/// <summary>Converts explanations of posts to their contract.</summary>
internal sealed class Explanations(SiteLinks links)
{
    /// <summary>Converts one.</summary>
    public ExplanationContract ContractOf(PostExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return new ExplanationContract(
            explanation.State,
            explanation.Reason,
            explanation.File,
            explanation.Line,
            explanation.At,
            explanation.Article?.Id,
            explanation.Article is { } article ? links.Article(article) : null,
            [.. explanation.Feeds.Select(ContractOf)],
            [.. explanation.Problems.Select(ProblemEndpoints.ContractOf)]);
    }

    private FeedMembershipContract ContractOf(FeedMembership feed)
    {
        var format = FeedFormat.Rss.Name;
        return new FeedMembershipContract(
            feed.Kind is { } kind ? links.TermFeed(kind, feed.Slug, format) : links.MainFeed(format), feed.IsIn, feed.Reason);
    }
}
