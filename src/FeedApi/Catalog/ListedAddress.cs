using FeedApi.Model;

namespace FeedApi.Catalog;

/// <summary>An article as far as a list of all addresses needs it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Path">The path of its permalink, percent-decoded.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Published">With the post's own offset.</param>
/// <param name="Changed">When its content changed, UTC (<see cref="Article.Changed"/>).</param>
/// <param name="Image">Absolute address of its lead image; null when there is none.</param>
/// <param name="IsElsewhere">True when its permalink redirects to another site.</param>
internal sealed record ListedAddress(
    string Id, string Path, string Title, string Language, DateTimeOffset Published, DateTimeOffset Changed, string? Image,
    bool IsElsewhere);
