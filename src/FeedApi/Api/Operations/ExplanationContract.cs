namespace FeedApi.Api.Operations;

/// <summary>Why a post is published or not, and in which feeds it is.</summary>
/// <param name="State">published; scheduled, expired, hidden, withdrawn, held (by an error) or limited (by limit_posts): it is not, or not
/// now; unread: the server has not read the file yet; excluded, not-a-post: the file is no post; gone: there is only a tombstone.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="File">Path below the content folder; absent when only a tombstone is left.</param>
/// <param name="Line">1-based line of the file that decides; absent when none does.</param>
/// <param name="At">When a scheduled post appears, or an expired one disappeared.</param>
/// <param name="Id">The article's id; absent unless it is published.</param>
/// <param name="Url">The article's address; absent unless it is published.</param>
/// <param name="Feeds">The feed of the site, and those of the article's terms.</param>
/// <param name="Problems">The problems of the file.</param>
internal sealed record ExplanationContract(
    string State,
    string Reason,
    string? File,
    int? Line,
    DateTimeOffset? At,
    string? Id,
    string? Url,
    IReadOnlyList<FeedMembershipContract> Feeds,
    IReadOnlyList<PostProblemContract> Problems);

/// <summary>Whether the article is in the document of a feed that readers subscribe to.</summary>
/// <param name="Url">The feed, in RSS; it is the same in the other formats.</param>
/// <param name="IsIn">Whether it is.</param>
/// <param name="Reason">Why it is not; absent when it is.</param>
internal sealed record FeedMembershipContract(string Url, bool IsIn, string? Reason);
