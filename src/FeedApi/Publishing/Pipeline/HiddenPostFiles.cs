using FeedApi.Content.Hugo;
using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Rendering;
using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Publishing.Pipeline;

/// <summary>Finds the files that a post without an article links to, which are hidden with it.</summary>
/// <remarks>
/// By what its links would be were it published, and by what in its text looks like a path: its front matter has keys that only templates
/// know, and a post with a fault cannot be rendered.
/// </remarks>
internal sealed class HiddenPostFiles(SiteConfig site, ArticleRenderer renderer, TimeProvider time)
{
    private readonly FileMentions mentions = new(site);

    /// <summary>The keys of the files (<see cref="FileKeys"/>), each once.</summary>
    /// <param name="path">The path of the post, relative to the content folder.</param>
    /// <param name="post">The post; null when it could not be read.</param>
    public IReadOnlyList<string> Of(string path, Post? post)
    {
        if (post is { IsHidden: true } && HugoSharedFiles.Are(site, post, time.GetUtcNow())) return [FileKeys.OfSharedBundle];
        var keys = new HashSet<string>(StringComparer.Ordinal);
        if (SiteFile.ReadText(site.ContentFolder, path, PostReader.PostBytes) is { } text) keys.UnionWith(mentions.In(text, path));
        if (post is not null && renderer.Render(post).Article is { } article) keys.UnionWith(article.LinkedFiles);
        return [.. keys];
    }
}
