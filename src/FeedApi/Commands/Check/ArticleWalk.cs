using System.Runtime.CompilerServices;
using FeedApi.Catalog;
using FeedApi.Model;
using FeedApi.Queries;

namespace FeedApi.Commands.Check;

/// <summary>Goes through all articles of a catalog that nobody writes to.</summary>
internal static class ArticleWalk
{
    /// <summary>All articles, the newest first.</summary>
    /// <param name="reader">The catalog.</param>
    /// <param name="bodies">What of their bodies is read.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async IAsyncEnumerable<Article> AllAsync(
        IArticleReader reader, ArticleBodies bodies, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new ArticleQuery { Limit = ArticleQuery.MaxLimit, Bodies = bodies };
        while (true)
        {
            var asked = query;
            var page = await reader.ReadAsync(
                ReadCost.Cheap, snapshot => snapshot.ListAsync(asked, cancellationToken), cancellationToken);
            foreach (var article in page.Articles) yield return article;
            if (page.Next is not { } next) yield break;
            query = query with { Position = next };
        }
    }
}
