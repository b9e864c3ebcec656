using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Links;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Rendering;

/// <summary>Makes of a post what its front matter gives of an article: names, address, instants, terms.</summary>
/// <remarks>Thread-safe. Costs a hundredth of rendering.</remarks>
internal sealed class ArticleOutlines(SiteConfig site)
{
    private readonly Permalinks permalinks = new(site);
    private readonly Guids guids = new(site, new Permalinks(site));
    private readonly Redirects redirects = new(site, new Permalinks(site));
    private readonly Terms terms = new(site);
    private readonly JekyllTitle titles = new(site);

    /// <summary>The article without anything that needs the body.</summary>
    /// <param name="post">The post.</param>
    /// <param name="problems">The faults found are added.</param>
    public Article Of(Post post, List<Problem> problems)
    {
        var path = PathOf(post, problems);
        var target = redirects.From(post, path, problems);
        var categories = terms.CategoriesOf(post, problems);
        return new Article
        {
            Id = post.Id,
            Guid = guids.GuidOf(post),
            SourcePath = post.Path,
            Path = path,
            Title = XmlText.Clean(titles.Of(post.Title)),
            Summary = "",
            Language = post.Language ?? site.Language,
            Published = post.Published,
            Updated = new[] { post.Published, post.Updated ?? post.Published, post.Correction?.At ?? post.Published }.Max(),
            Correction = post.Correction,
            Ai = post.Ai ?? AiOf(categories),
            IsInFeeds = !post.IsOutOfFeeds,
            Authors = terms.AuthorsOf(post, problems),
            Categories = categories,
            Tags = terms.TagsOf(post, problems),
            ExternalUrl = target,
            WordCount = 0,
            Redirects = redirects.To(post, path),
            RedirectTo = target,
            Section = SectionKeys.KeyOf(post.Path, site.Hugo),
            TranslationKey = post.TranslationKey,
            Fields = FieldValues.Of(post.Meta, site),
            Meta = post.Meta,
        };
    }

    private AiProvenance? AiOf(IReadOnlyList<Term> categories) => site.AiSources.Count == 0
        ? null
        : categories.Select(category => site.AiSources.GetValueOrDefault(Slug.KeyOf(category.Slug))
            ?? site.AiSources.GetValueOrDefault(Slug.KeyOf(category.Name))).FirstOrDefault(ai => ai is not null);

    /// <summary>The guid by the file's name, for when another article has the guid of this one.</summary>
    public string NameGuidOf(Post post) => guids.NameGuidOf(post);

    private string PathOf(Post post, List<Problem> problems)
    {
        var (path, isAsAsked) = permalinks.PathOf(post);
        if (!isAsAsked)
        {
            var message = permalinks.ReservedPathOf(post) is { } reserved
                ? ReservedMessage(post, reserved)
                : $"The permalink \"{post.Permalink ?? site.Permalink ?? post.WrittenSlug}\" is not acceptable as an address.";
            problems.Add(new Problem(
                ProblemCodes.BadSlug, ProblemSeverity.Warning, post.Path, post.PermalinkLine, null, message, $"The article is at {path}."));
        }

        return path;
    }

    private string ReservedMessage(Post post, string path)
    {
        var field = post.Permalink is null ? "The site's template of addresses and the post's slug"
            : site.Hugo is null ? "permalink" : site.Hugo.IsZola ? "path" : "url";
        return $"{field} {(post.Permalink is null ? "give" : "gives")} {MessageText.Shorten(path)}, an address of FeedApi itself or of a "
            + $"feed; the nearest free address is {MessageText.Shorten(ReservedPaths.NearestFree(path, site.Feeds))}.";
    }
}
