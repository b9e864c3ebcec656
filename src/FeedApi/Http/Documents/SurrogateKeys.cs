using FeedApi.Model;

namespace FeedApi.Http.Documents;

/// <summary>The names by which documents say what they show, and change sets what they touched.</summary>
internal static class SurrogateKeys
{
    /// <summary>Shows a selection that any article may enter or leave.</summary>
    public const string Articles = "articles";

    /// <summary>Shows a selection that only articles of this term can enter or leave.</summary>
    public static string Term(TermKind kind, string slug) => $"{kind}:{Slug.KeyOf(slug)}";

    /// <summary>Shows this article.</summary>
    public static string Article(string id) => $"article:{id}";

    /// <summary>Everything that a change set touched.</summary>
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
