using FeedApi.Content.Hugo;
using FeedApi.Model;
using FeedApi.Site.Hugo;

namespace FeedApi.Rendering.Links;

/// <summary>Makes the path of an article as Zola does: its folders as they are named, then its slug.</summary>
/// <remarks>Zola, "Page, output paths". A page's own <c>path</c> takes precedence.</remarks>
internal static class ZolaPermalinks
{
    /// <summary>The path, percent-decoded; not yet validated.</summary>
    public static string PathOf(Post post, HugoSettings hugo) =>
        $"/{string.Join('/', HugoPage.Of(post.Path, hugo).Sections.Append(post.Slug))}/";
}
