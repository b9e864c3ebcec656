using FeedApi.Queries;
using FeedApi.Site.Hugo;

namespace FeedApi.Feeds.Hugo;

/// <summary>A section of a Hugo or Zola site in one language.</summary>
/// <param name="Key">The key, as in <see cref="FeedApi.Model.Article.Section"/>.</param>
/// <param name="Language">The language; null in a site with one.</param>
/// <param name="Path">The path of its page, percent-decoded, without slashes at the ends, with the language's prefix.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Description">Plain text; null when unset.</param>
internal sealed record SiteSection(string Key, HugoLanguage? Language, string Path, string Title, string? Description = null)
{
    /// <summary>The sections whose articles it shows: itself, in Zola also the transparent ones below it.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [Key];

    /// <summary>True when the generator makes a feed of it.</summary>
    public bool HasFeed { get; init; } = true;

    /// <summary>The filter of its articles.</summary>
    public SectionFilter Filter => new(Keys);
}
