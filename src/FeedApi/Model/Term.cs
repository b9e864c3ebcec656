namespace FeedApi.Model;

/// <summary>The three kinds of <see cref="Term"/>.</summary>
public enum TermKind
{
    /// <summary>A category.</summary>
    Category,

    /// <summary>A tag.</summary>
    Tag,

    /// <summary>An author.</summary>
    Author,
}

/// <summary>A category, tag or author of an article.</summary>
/// <remarks>The renderer uses the spelling of the post; the catalog returns the canonical slug and display name.</remarks>
/// <param name="Slug">URL-safe name; case is kept.</param>
/// <param name="Name">Display name, plain text.</param>
/// <param name="Url">Authors only: absolute URL of the home page, or null.</param>
/// <param name="Email">Authors only: email address, or null.</param>
/// <param name="LearnedName">Categories only: the display name that is learned from this post
/// (<c>feedapi.category_names</c>), or null.</param>
public sealed record Term(string Slug, string Name, string? Url = null, string? Email = null, string? LearnedName = null);
