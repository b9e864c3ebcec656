using FeedApi.Model;

namespace FeedApi.Publishing.Explain;

/// <summary>Why a post is published or not, and in which feeds it is.</summary>
/// <param name="State">
/// <c>published</c>, <c>scheduled</c>, <c>hidden</c>, <c>expired</c>, <c>held</c>, <c>withdrawn</c>, <c>limited</c>, <c>unread</c> (the
/// server has not read the file yet), <c>excluded</c>, <c>not-a-post</c> or <c>gone</c>.
/// </param>
/// <param name="Reason">Why, in one sentence.</param>
internal sealed record PostExplanation(string State, string Reason)
{
    /// <summary>The source file, relative to the content folder; null when none is known.</summary>
    public string? File { get; init; }

    /// <summary>1-based line of the file that decides; null when none does.</summary>
    public int? Line { get; init; }

    /// <summary>When a scheduled post appears, or an expired one disappeared; null for others.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The article; null unless it is published.</summary>
    public Article? Article { get; init; }

    /// <summary>The feeds of the site and of the article's terms.</summary>
    public IReadOnlyList<FeedMembership> Feeds { get; init; } = [];

    /// <summary>The problems of the file.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}

/// <summary>Whether an article is in the document of a feed that readers subscribe to.</summary>
/// <param name="Kind">The kind of term; null for the feed of the site.</param>
/// <param name="Slug">The slug of the term; empty for the feed of the site.</param>
/// <param name="IsIn">True when it is among those that the document shows.</param>
/// <param name="Reason">Why it is not, in one sentence; null when it is.</param>
internal sealed record FeedMembership(TermKind? Kind, string Slug, bool IsIn, string? Reason);
