using FeedApi.Content.Jekyll;
using FeedApi.Model;
using FeedApi.Site.Jekyll;

namespace FeedApi.Rendering.Links;

/// <summary>The values of a permalink's placeholders as Jekyll defines them, except those of the date.</summary>
/// <remarks>
/// Jekyll 4.3, lib/jekyll/drops/url_drop.rb. Jekyll leaves a <c>?</c> or <c>%</c> in a category as it is, which breaks the
/// address: those become slugs.
/// </remarks>
internal sealed class JekyllPlaceholders(PostSources sources)
{
    /// <summary>The value; null for any other placeholder.</summary>
    public string? ValueOf(string name, Post post) => name switch
    {
        "categories" => string.Join('/', Names(post).Select(AsFolders).Distinct(StringComparer.Ordinal)),
        "slugified_categories" =>
            string.Join('/', Names(post).Select(category => JekyllSlug.Of(category)).Distinct(StringComparer.Ordinal)),
        "title" => JekyllSlug.Of(post.WrittenSlug, "pretty", keepsCase: true),
        "slug" => JekyllSlug.Of(post.WrittenSlug),
        "name" => JekyllSlug.Of(Path.GetFileNameWithoutExtension(post.Path)),
        "path" => PathOf(post.Path),
        "id" => post.Id,
        "output_ext" => ExtensionOf(post.Path),
        "collection" => "posts",
        _ => null,
    };

    // Only files that need no rendering keep their extension, such as .htm.
    private string ExtensionOf(string path)
    {
        var extension = Path.GetExtension(path);
        return sources.IsMarkdown(extension) ? ".html" : extension;
    }

    private string PathOf(string path)
    {
        var relative = sources.RelativePath(path);
        var posts = relative.IndexOf("_posts", StringComparison.Ordinal);
        if (posts >= 0) relative = relative.Remove(posts, "_posts".Length);
        return relative[..^Path.GetExtension(relative).Length].TrimEnd('.');
    }

    // A slash in a name splits it into folders; dots are removed from the whole path.
    private static string AsFolders(string category) =>
        PermalinkPaths.IsSafeSegment(
            category.Replace("/", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal), isJekyll: true)
            ? category
            : Slug.From(category);

    private static IEnumerable<string> Names(Post post) => post.Categories.Select(JekyllSlug.Lower).Where(name => name.Length > 0);
}
