using FeedApi.Model;

namespace FeedApi.Queries;

/// <summary>What an article may have, for the parameter <c>has</c>; a store keeps the values.</summary>
[Flags]
internal enum ArticleParts
{
    /// <summary>Nothing in particular.</summary>
    None = 0,

    /// <summary>A lead image: <c>image</c>.</summary>
    Image = 1,

    /// <summary>Attached media: <c>enclosure</c>.</summary>
    Enclosure = 2,

    /// <summary>A declaration about artificial intelligence: <c>ai</c>.</summary>
    Ai = 4,
}

/// <summary>Finds the parts of articles.</summary>
internal static class ArticlePartsOf
{
    /// <summary>The parts that an article has.</summary>
    public static ArticleParts Article(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return (article.Image is null ? ArticleParts.None : ArticleParts.Image)
            | (article.Enclosures.Count == 0 ? ArticleParts.None : ArticleParts.Enclosure)
            | (article.Ai is null ? ArticleParts.None : ArticleParts.Ai);
    }
}
