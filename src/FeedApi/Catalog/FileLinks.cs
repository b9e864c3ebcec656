namespace FeedApi.Catalog;

/// <summary>Who links to a file of the site.</summary>
internal enum FileLinks
{
    /// <summary>No post that is hidden.</summary>
    NotOfHidden,

    /// <summary>Hidden posts, and no article.</summary>
    OfHiddenOnly,

    /// <summary>Hidden posts and articles.</summary>
    OfArticles,
}
