using System.Security.Cryptography;
using System.Text;
using FeedApi.Catalog.Sqlite.Rows;
using FeedApi.Model;

namespace FeedApi.Catalog.Sqlite;

/// <summary>Decides which id and guid an article gets when others ask for the same.</summary>
/// <remarks>
/// What a file's name gives it comes before what the front matter of another asks for; otherwise the <see cref="SourceRank"/> decides. Who
/// does not get what it asks for gets the names of its file, so no article is ever left out. The result is the same in whatever order
/// the files are read.
/// </remarks>
internal sealed class NameClaims(SqliteArticleWriter articles)
{
    /// <summary>Finds the names of an article, and those who lose theirs to it.</summary>
    public GivenNames Decide(SourceOutcome.Published published)
    {
        var (article, name) = (published.Article, published.Name);
        var hash = HashOf(published.Path);
        var id = Decide(AskedNames.Id, article.Id, name.Id, hash, name.Rank, articles.FindById);
        var guid = Decide(AskedNames.Guid, article.Guid, name.Guid, hash, name.Rank, articles.FindByGuid);
        return new GivenNames(id, guid);
    }

    /// <summary>Which names an article asks for that are not those of its file.</summary>
    public static AskedNames AsksOf(Article article, NameClaim name) =>
        (article.Id != name.Id ? AskedNames.Id : AskedNames.None) | (article.Guid != name.Guid ? AskedNames.Guid : AskedNames.None);

    /// <summary>An article with the names given to it.</summary>
    public static Article Named(Article article, GivenNames given)
    {
        // The default address contains the id.
        var path = article.Path == SqliteArticleWriter.DefaultPathOf(article.Id)
            ? SqliteArticleWriter.DefaultPathOf(given.Id.Value)
            : article.Path;
        return article with { Id = given.Id.Value, Guid = given.Guid.Value, Path = path };
    }

    /// <summary>The names that an article gets at once when another one takes those it has, until its file is read again.</summary>
    public static (string Id, string Guid) Provisional(StoredArticle loser, bool losesId, bool losesGuid)
    {
        var hash = HashOf(loser.Source);
        return (losesId ? loser.Id + "~" + hash : loser.Id, losesGuid ? loser.Guid + "~" + hash : loser.Guid);
    }

    private static GivenName Decide(
        AskedNames kind, string asked, string own, string hash, SourceRank rank, Func<string, StoredArticle?> find)
    {
        string? holderOfAsked = null;
        foreach (var candidate in (string[])[asked, own, own + "~" + hash])
        {
            var isAsked = candidate != own;
            var holder = find(candidate);
            if (holder is null || holder.Source == rank.Path) return new GivenName(candidate, null, holderOfAsked, isAsked);
            var order = isAsked.CompareTo(holder.Asks.HasFlag(kind));
            if (order < 0 || (order == 0 && rank.CompareTo(holder.SourceRank) < 0))
                return new GivenName(candidate, holder, holderOfAsked, isAsked);
            holderOfAsked ??= holder.Source;
        }

        throw new InvalidOperationException($"{rank.Path} and another file have the same path.");
    }

    private static string HashOf(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)).AsSpan(0, 8));
}

/// <summary>An id or guid given to an article.</summary>
/// <param name="Value">The id or guid.</param>
/// <param name="Loser">The article that has it so far and loses it; null when it is free.</param>
/// <param name="HolderOfAsked">The file that has what the article asked for; null when it gets that.</param>
/// <param name="IsAsked">False for the one that the file's name gives.</param>
internal readonly record struct GivenName(string Value, StoredArticle? Loser, string? HolderOfAsked, bool IsAsked);

/// <summary>The names given to an article.</summary>
internal readonly record struct GivenNames(GivenName Id, GivenName Guid)
{
    /// <summary>Which of them are not those of the file.</summary>
    public AskedNames Asks => (Id.IsAsked ? AskedNames.Id : AskedNames.None) | (Guid.IsAsked ? AskedNames.Guid : AskedNames.None);
}
