using FeedApi.Model;

namespace FeedApi.Feeds.Opml;

/// <summary>A list of feeds before it is OPML. Made by <see cref="OpmlDocuments"/>, read by <see cref="OpmlWriter"/>.</summary>
/// <param name="HasMainFeed">True when the feed of the whole site stands first.</param>
/// <param name="Groups">The categories, in order.</param>
/// <param name="NewestAt">
/// When the newest article of these categories was published, null without one. The content decides it, not the time of its
/// indexing: an index made anew gives the same document.
/// </param>
internal sealed record OpmlList(bool HasMainFeed, IReadOnlyList<OpmlGroup> Groups, DateTimeOffset? NewestAt);

/// <summary>Categories that stand together.</summary>
/// <param name="Name">The group's name; null when they stand in no group.</param>
/// <param name="Categories">In order.</param>
internal sealed record OpmlGroup(string? Name, IReadOnlyList<TermSummary> Categories);
