namespace FeedApi.Site.Hugo;

/// <summary>What the page <c>_index.md</c> of a folder says of the section that it makes.</summary>
/// <param name="Folder">The folder as written, relative to the language's content folder.</param>
/// <param name="Title">Plain text; null when unset.</param>
/// <param name="Description">Plain text; null when unset.</param>
/// <param name="Address">The address that the page gives the section, as an absolute path; null when it is that of the folder.</param>
/// <param name="HasFeed">True when Zola makes a feed of the section; Hugo makes one of every section.</param>
/// <param name="IsTransparent">True when the posts are in the section above as well (Zola).</param>
internal sealed record SectionIndex(
    string Folder,
    string? Title = null,
    string? Description = null,
    string? Address = null,
    bool HasFeed = false,
    bool IsTransparent = false);
