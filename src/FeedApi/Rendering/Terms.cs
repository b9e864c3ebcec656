using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Site;
using FeedApi.Site.Zola;

namespace FeedApi.Rendering;

/// <summary>Makes the terms of an article from the names in its post.</summary>
internal sealed class Terms(SiteConfig site)
{
    /// <summary>Categories, each once, with the display names learned from the post's tags.</summary>
    public IReadOnlyList<Term> CategoriesOf(Post post, List<Problem> problems)
    {
        var names = NonEmpty(post.Categories);
        var learned = LearnedNames(post, names.Count);
        var terms = names.Select(
            (name, index) => new Term(TermSlugs.Of(site, name), name, LearnedName: learned.ElementAtOrDefault(index)));
        return Unique(TermKind.Category, terms, post, problems);
    }

    /// <summary>Tags, each once.</summary>
    public IReadOnlyList<Term> TagsOf(Post post, List<Problem> problems) =>
        Unique(TermKind.Tag, NonEmpty(post.Tags).Select(name => new Term(TermSlugs.Of(site, name), name)), post, problems);

    /// <summary>Authors, each once; the site's author when the post names none.</summary>
    public IReadOnlyList<Term> AuthorsOf(Post post, List<Problem> problems)
    {
        IEnumerable<PostAuthor> authors = post.Authors.Count > 0 ? post.Authors : site.Author is { } author ? [author] : [];
        var terms = authors.Select(each => new Term(TermSlugs.Of(site, each.Key), XmlText.Clean(each.Name), each.Url, each.Email));
        return Unique(TermKind.Author, terms, post, problems);
    }

    // With as many names as categories they correspond in order; otherwise only the first of each is sure to.
    private List<string> LearnedNames(Post post, int categories)
    {
        if (site.CategoryNames is not { } rule) return [];
        var suffix = rule.StripSuffix ?? "";
        var candidates = NonEmpty(post.Tags)
            .Where(tag => tag.EndsWith(suffix, StringComparison.Ordinal) && tag.Length > suffix.Length)
            .Select(tag => tag[..^suffix.Length].Trim())
            .Where(name => name.Length > 0)
            .ToList();
        return candidates.Count == categories ? candidates : candidates.Take(1).ToList();
    }

    private static List<string> NonEmpty(IReadOnlyList<string> names) =>
        names.Select(name => XmlText.Clean(name).Trim()).Where(name => name.Length > 0).ToList();

    private static List<Term> Unique(TermKind kind, IEnumerable<Term> terms, Post post, List<Problem> problems)
    {
        var unique = new Dictionary<string, Term>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            var key = Slug.KeyOf(term.Slug);
            if (!unique.TryAdd(key, term) && MergedNames.Of(key, [unique[key].Name, term.Name]).Skip(1).Any())
                problems.Add(MergedNames.ProblemOf(kind, term.Name, unique[key].Name, post.Path));
        }

        return [.. unique.Values];
    }
}
