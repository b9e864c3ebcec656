using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Rendering.Links;

/// <summary>The addresses that redirect to an article, and the one to which the article itself redirects.</summary>
internal sealed class Redirects(SiteConfig site, Permalinks permalinks)
{
    private readonly string root = site.Url + site.BaseUrl;
    private readonly AddressResolver addresses = new(site, site.Url + site.BaseUrl + "/");

    /// <summary>The paths that redirect to an article: those of its front matter, and Jekyll's spelling of its own address.</summary>
    /// <param name="post">The post.</param>
    /// <param name="path">The article's path.</param>
    public IReadOnlyList<string> To(Post post, string path)
    {
        if (post.JekyllCategories is not { } categories) return post.Redirects;
        var (spelled, isAsAsked) = permalinks.PathOf(post with { Categories = categories });
        return isAsAsked && spelled != path && !post.Redirects.Contains(spelled) ? [.. post.Redirects, spelled] : post.Redirects;
    }

    /// <summary>The absolute address of <c>redirect_to</c>; null when there is none, or with a problem when it is refused.</summary>
    /// <remarks>
    /// jekyll-redirect-from 0.16, redirect_page.rb: an http or https address as it is, everything else below the site's root. Unlike
    /// the plugin, which writes them into a page, this refuses other schemes and what browsers read as another host.
    /// </remarks>
    public string? From(Post post, string path, List<Problem> problems)
    {
        if (post.RedirectTo is not { } written) return null;
        var target = Resolve(written);
        if (target is not null && target != root + SiteLinks.Encode(path)) return target;
        problems.Add(new Problem(
            ProblemCodes.RedirectTarget,
            ProblemSeverity.Warning,
            post.Path,
            null,
            null,
            target is null
                ? $"redirect_to must be an http or https address or a path of the site: {MessageText.Shorten(written)}"
                : "redirect_to is the post's own address.",
            "The post is shown at its address."));
        return null;
    }

    private string? Resolve(string written)
    {
        var isAbsolute = written.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || written.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        if (written.Contains('\\') || written.Any(char.IsControl)) return null;
        if (isAbsolute) return HasPlainHost(written) && addresses.Resolve(written) is { } url && IsWeb(url) ? url : null;
        var colon = written.IndexOf(':', StringComparison.Ordinal);
        var hasScheme = colon >= 0 && written.AsSpan(0, colon).IndexOfAny("/?#") < 0;
        if (hasScheme || written.StartsWith("//", StringComparison.Ordinal)) return null;
        return addresses.Resolve($"{root}/{written.TrimStart('/')}");
    }

    // "https:///host" and a name before "@" mislead about the host.
    private static bool HasPlainHost(string address)
    {
        var rest = address.AsSpan(address.IndexOf("://", StringComparison.Ordinal) + 3);
        var end = rest.IndexOfAny("/?#");
        var authority = end < 0 ? rest : rest[..end];
        return authority.Length > 0 && !authority.Contains('@');
    }

    private static bool IsWeb(string url) =>
        url.StartsWith("http://", StringComparison.Ordinal) || url.StartsWith("https://", StringComparison.Ordinal);
}
