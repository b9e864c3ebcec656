using FeedApi.Model;

namespace FeedApi.Http.Documents;

/// <summary>The surrogate keys: names of what documents show and of what change sets affect.</summary>
internal static class SurrogateKeys
{
    /// <summary>The key of documents with a selection that any article may enter or leave.</summary>
    public const string Articles = "articles";

    /// <summary>The key of documents that depend on which periods have ended.</summary>
    public const string Digests = "digests";

    /// <summary>The key of documents with a selection that only articles of this term can enter or leave.</summary>
    public static string Term(TermKind kind, string slug) => $"{kind}:{Slug.KeyOf(slug)}";

    /// <summary>The key of documents that show this article.</summary>
    public static string Article(string id) => $"article:{id}";

    /// <summary>The keys of everything that a change set affects.</summary>
    public static IReadOnlyCollection<string> Of(IReadOnlyList<Change> changes)
    {
        var tags = new HashSet<string>(StringComparer.Ordinal) { Articles };
        foreach (var change in changes)
        {
            tags.Add(Article(change.Id));
            foreach (var term in change.Terms) tags.Add($"{term.Kind}:{term.Key}");
        }

        return tags;
    }
}
