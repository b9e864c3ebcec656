using System.Security.Cryptography;
using System.Text;
using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Content.Posts;

/// <summary>Gives files with the same stem different ids, which depend on their paths alone.</summary>
/// <remarks>
/// The file with the lowest <see cref="SourceRank"/> keeps the stem. The others get <c>stem~</c> and 8 hex digits of the SHA-256 of their
/// folder; of several in one folder, all but the first by rank get those of their whole path.
/// </remarks>
internal static class Namesakes
{
    /// <summary>The ids of namesakes.</summary>
    /// <param name="paths">All files with one stem, case aside, each once.</param>
    /// <param name="site">Says which language is the default.</param>
    public static IReadOnlyDictionary<string, string> IdsOf(IEnumerable<string> paths, SiteConfig site)
    {
        Dictionary<string, string> ids = new(StringComparer.Ordinal);
        HashSet<string> folders = new(StringComparer.Ordinal);
        foreach (var path in paths.OrderBy(path => RankOf(path, site)))
        {
            var stem = PostStem.IdOf(site.NameOf(path).Stem);
            ids[path] = ids.Count == 0 ? stem : folders.Add(FolderOf(path)) ? With(stem, FolderOf(path)) : With(stem, path);
        }

        return ids;
    }

    /// <summary>The rank of a file of the site.</summary>
    public static SourceRank RankOf(string path, SiteConfig site) => SourceRank.Of(path, DefaultLanguage.IsOf(path, site));

    private static string FolderOf(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    private static string With(string stem, string place) =>
        $"{stem}~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place)).AsSpan(0, 4))}";
}
