using System.Globalization;
using System.Text.RegularExpressions;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Links;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Rendering;

/// <summary>Makes the identity of an article: an absolute ASCII URI that stays the same when the post is edited.</summary>
/// <remarks>RFC 4287, section 4.2.6: an id never changes. RFC 4151: tag URIs.</remarks>
internal sealed partial class Guids(SiteConfig site, Permalinks permalinks)
{
    /// <summary>The guid in the front matter, else one in the site's style.</summary>
    public string GuidOf(Post post)
    {
        var own = post.Guid?.Trim();
        var published = DateOnly.FromDateTime(post.Published.DateTime);
        // A post with an identity of its own may be renamed; one without must not depend on edits of its front matter.
        if (!string.IsNullOrEmpty(own)) return Absolute().IsMatch(own) ? UriText.EncodeUri(own) : Tag(published, own);
        return site.GuidStyle switch
        {
            GuidStyle.Jekyll => Jekyll(post),
            GuidStyle.Permalink => ArticleAddresses.Of(site, permalinks.PathOf(post).Path),
            _ => NameGuidOf(post),
        };
    }

    /// <summary>The guid by the file's name.</summary>
    public string NameGuidOf(Post post) => Tag(post.FileDate ?? DateOnly.FromDateTime(post.Published.DateTime), post.NameId);

    private string Tag(DateOnly day, string value) =>
        string.Create(CultureInfo.InvariantCulture, $"tag:{site.GuidHost},{day:yyyy-MM-dd}:{Uri.EscapeDataString(value)}");

    // Jekyll's post.id: the folder of the address, a slash, and the slug as the file writes it.
    private string Jekyll(Post post)
    {
        var path = permalinks.JekyllPathOf(post).TrimEnd('/');
        var folder = path[..Math.Max(0, path.LastIndexOf('/'))];
        var id = $"{folder}/{post.WrittenSlug.TrimStart('/')}";
        return site.Url + site.BaseUrl + UriText.EncodePath(id.Normalize(site.GuidNormalization));
    }

    [GeneratedRegex(@"^[a-zA-Z][a-zA-Z0-9+.\-]*:\S+$")]
    private static partial Regex Absolute();
}
