using FeedApi.Model;

namespace FeedApi.Feeds.Opml;

/// <summary>The content of the list of feeds. Created by <see cref="OpmlDocuments"/>, written by <see cref="OpmlWriter"/>.</summary>
/// <param name="HasMainFeed">True when the feed of the whole site is listed first.</param>
/// <param name="Groups">The categories, in order.</param>
/// <param name="NewestAt">
/// When the newest article of these categories was published; null without one. It does not depend on the time of
/// indexing, so a rebuilt index gives the same document.
/// </param>
internal sealed record OpmlList(bool HasMainFeed, IReadOnlyList<OpmlGroup> Groups, DateTimeOffset? NewestAt);

/// <summary>A group of categories.</summary>
/// <param name="Name">The group's name; null for categories without a group.</param>
/// <param name="Categories">In order.</param>
internal sealed record OpmlGroup(string? Name, IReadOnlyList<TermSummary> Categories);
